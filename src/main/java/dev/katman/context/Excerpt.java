package dev.katman.context;

import java.util.List;

/**
 * A line of a text around what was found in it.
 *
 * @param text  as it is read, on one line; cut at words, with … where it goes on
 * @param marks the words that were found, in order, none overlapping
 */
public record Excerpt(String text, List<Mark> marks) {
    public Excerpt {
        marks = List.copyOf(marks);
    }

    /** @param to no longer part of it */
    public record Mark(int from, int to) {
        public Mark {
            if (from < 0 || to <= from) {
                throw new IllegalArgumentException("no range: " + from + " to " + to);
            }
        }
    }
}
