package dev.katman.documents;

/**
 * A stretch of a document, small enough to go along with a question: about 300 tokens, never more than 500.
 *
 * @param number its place among the document's fragments, from 0
 * @param place  where it begins
 * @param text   what it says
 */
public record Fragment(int number, Place place, String text) {
    /** Where it begins, without the heading that its text begins with itself. */
    public Place around() {
        String heading = place.heading();
        int inner = heading.lastIndexOf(Blocks.BETWEEN);
        String own = inner < 0 ? heading : heading.substring(inner + Blocks.BETWEEN.length());
        return own.isEmpty() || !text.startsWith(own) ? place : new Place(place.page(), place.line(), inner < 0 ? "" : heading.substring(0, inner));
    }
}
