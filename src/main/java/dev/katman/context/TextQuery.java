package dev.katman.context;

import java.util.Objects;
import java.util.Set;

/**
 * What is looked for.
 *
 * @param words  in any order, by form or by stem, in either language
 * @param need   how many of the words a text must hold
 * @param typing whether the last word may be the beginning of one, unless a space follows it
 * @param order  which of the texts come first
 * @param groups only texts of these; empty for all
 * @param most   texts wanted, at least 1
 */
public record TextQuery(String words, Need need, boolean typing, Order order, Set<String> groups, int most) {
    public TextQuery {
        Objects.requireNonNull(words, "words");
        groups = Set.copyOf(groups);
        if (most < 1) {
            throw new IllegalArgumentException("at least one text must be wanted: " + most);
        }
    }

    /** How many of the words. */
    public enum Need {
        ALL,
        ANY
    }

    /** Which come first. */
    public enum Order {
        /** The one that says most about the words: BM25. */
        BEST,
        NEWEST
    }

    /** As a person looks for something that was said, letter by letter. */
    public static TextQuery typed(String words, int most) {
        return new TextQuery(words, Need.ALL, true, Order.NEWEST, Set.of(), most);
    }

    /** Whatever says most about a question, of these groups. */
    public static TextQuery about(String question, Set<String> groups, int most) {
        return new TextQuery(question, Need.ANY, false, Order.BEST, groups, most);
    }
}
