package dev.katman.context;

import java.util.BitSet;
import java.util.List;

/**
 * Finds the line of a text that shows most of the words that were looked for. Of Markdown it is the line as it is read: that is worked out
 * before the line is cut, for a cut would part the marks that belong together.
 */
final class Excerpts {
    /** Characters shown, of which so many stand before the first word that was found. */
    private static final int LENGTH = 160;
    private static final int BEFORE = 28;
    /** Whoever reads the list of a search does not need the best line of a book; a good one of its first pages will do. */
    private static final int LOOKED_AT = 100_000;

    private final WordPlaces words;

    Excerpts(Wanted wanted) {
        words = new WordPlaces(wanted);
    }

    Excerpt of(String text) {
        String start = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
        String read = ReadText.of(start);
        List<WordPlaces.Place> places = words.in(read);
        if (places.isEmpty()) { // the address of a link may hold them
            List<WordPlaces.Place> unread = words.in(start);
            return unread.isEmpty() ? around(read, places) : around(start, unread);
        }
        return around(read, places);
    }

    private static Excerpt around(String text, List<WordPlaces.Place> places) {
        int first = places.isEmpty() ? 0 : best(places);
        int from = places.isEmpty() ? 0 : wordStart(text, places.get(first).from() - BEFORE, places.get(first).from());
        int to = wordEnd(text, from + LENGTH);
        String line = oneLine(text.substring(from, to));
        int shift = from - (from > 0 ? 1 : 0); // for the dots in front
        var marks = places.stream().filter(p -> p.from() >= from && p.to() <= to)
                .map(p -> new Excerpt.Mark(p.from() - shift, p.to() - shift)).toList();
        return new Excerpt((from > 0 ? "…" : "") + line + (to < text.length() ? "…" : ""), marks);
    }

    /** The first place from which most of the words are seen. */
    private static int best(List<WordPlaces.Place> places) {
        int best = 0;
        int most = 0;
        for (int i = 0; i < places.size(); i++) {
            var seen = new BitSet();
            int end = places.get(i).from() - BEFORE + LENGTH;
            for (int j = i; j < places.size() && places.get(j).to() <= end; j++) {
                seen.set(places.get(j).word());
            }
            if (seen.cardinality() > most) {
                most = seen.cardinality();
                best = i;
            }
        }
        return best;
    }

    /** Where a word begins, not before {@code from} and not after {@code latest}. */
    private static int wordStart(String text, int from, int latest) {
        if (from <= 0) {
            return 0;
        }
        for (int i = from; i < latest; i++) {
            if (Character.isWhitespace(text.charAt(i - 1))) {
                return i;
            }
        }
        return latest;
    }

    private static int wordEnd(String text, int to) {
        if (to >= text.length()) {
            return text.length();
        }
        for (int i = to; i > to - BEFORE; i--) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
    }

    private static String oneLine(String text) {
        var line = new StringBuilder(text);
        for (int i = 0; i < line.length(); i++) {
            if (Character.isWhitespace(line.charAt(i)) || Character.isISOControl(line.charAt(i))) {
                line.setCharAt(i, ' ');
            }
        }
        return line.toString();
    }
}
