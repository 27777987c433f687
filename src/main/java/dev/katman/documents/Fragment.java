package dev.katman.documents;

/**
 * A stretch of a document, small enough to go along with a question: about 300 tokens, never more than 500.
 *
 * @param number its place among the document's fragments, from 0
 * @param place  where it begins
 * @param text   what it says
 */
public record Fragment(int number, Place place, String text) {
}
