package dev.katman.documents;

/**
 * A piece of a document that its writer set apart.
 *
 * @param shape what it looks like
 * @param place where it begins
 * @param text  what it says, not blank
 */
public record Block(Shape shape, Place place, String text) {
    /** What a piece looks like; it decides where it may be cut. */
    public enum Shape {
        HEADING,
        /** A paragraph or a list item: cut between sentences. */
        PROSE,
        /** Code, or a row of a table: cut between lines. */
        LINES,
        /** A fragment that was cut before: it stays one, as it is. */
        FRAGMENT
    }

    public Block {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a block says something");
        }
    }
}
