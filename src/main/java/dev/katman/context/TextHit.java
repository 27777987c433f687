package dev.katman.context;

/**
 * A text that was found.
 *
 * @param text    the whole of it
 * @param excerpt where in it
 * @param score   by BM25; of no meaning across queries, and 0 where the newest were asked for
 */
public record TextHit(IndexedText text, Excerpt excerpt, double score) {
}
