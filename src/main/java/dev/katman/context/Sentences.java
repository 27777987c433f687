package dev.katman.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a text into sentences, list items, headings and rows of tables. Knows abbreviations, initials, decimals and ordinals ("19. yüzyıl"), and
 * that a line may break in the middle of a sentence. One pass, linear in the length.
 */
public final class Sentences {
    /** Folded, without their dot; none that may as well be the last word of a sentence ("etc", "vb", "sen"). */
    private static final Set<String> SHORT = Set.of("dr", "prof", "doc", "yrd", "av", "sn", "mr", "mrs", "ms", "st", "jr", "sr",
            "vs", "bkz", "orn", "cad", "sok", "mah", "apt", "tel", "ltd", "sti", "inc", "corp", "dept", "univ", "capt", "lt", "alb",
            "bnb", "yzb", "muh", "mim", "uzm", "hz", "yy", "fig", "eq", "approx", "ca", "cf", "eds", "vol", "pp", "jan", "feb",
            "aug", "sept", "oct", "nov", "dec", "alm", "osm", "tic", "rev", "gov", "pres", "mt", "ft");
    /** Short only where a number follows: "No. 7", "s. 12". */
    private static final Set<String> SHORT_BEFORE_NUMBER = Set.of("no", "nr", "art", "sec", "ch", "p", "s", "md", "sf", "sh", "c");

    /** How a row of a table stands in a text. */
    public static final String BETWEEN_CELLS = " | ";
    private static final String CLOSERS = "\"'”’)]»";

    /**
     * A stretch of the text without surrounding space or list mark.
     *
     * @param from  index of its first character
     * @param to    index after its last
     * @param opens whether it is the first of a paragraph
     */
    public record Span(int from, int to, boolean opens) {
        public String of(String text) {
            return text.substring(from, to);
        }
    }

    private final String text;
    private final boolean turkish;
    private final List<Span> found = new ArrayList<>();
    private boolean opens = true;

    private Sentences(String text, TextLanguage language) {
        this.text = text;
        this.turkish = language == TextLanguage.TURKISH;
    }

    /** The sentences, list items, headings and rows of a text, in their order. */
    public static List<Span> of(String text, TextLanguage language) {
        return new Sentences(text, language).cut();
    }

    private List<Span> cut() {
        int start = afterListMark(0);
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\n' && breaksHere(i)) {
                add(start, i);
                opens |= isBlankLine(i + 1);
                start = afterListMark(i + 1);
                i = Math.max(start, i + 1);
            } else if (isTerminator(c)) {
                int end = i + 1;
                while (end < text.length() && (isTerminator(text.charAt(end)) || CLOSERS.indexOf(text.charAt(end)) >= 0)) {
                    end++;
                }
                if (endsSentence(i, end)) {
                    add(start, end);
                    start = end;
                }
                i = end;
            } else {
                i++;
            }
        }
        add(start, text.length());
        return found;
    }

    private void add(int from, int to) {
        while (from < to && text.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) <= ' ') {
            to--;
        }
        if (from < to) {
            found.add(new Span(from, to, opens));
            opens = false;
        }
    }

    private static boolean isTerminator(char c) {
        return c == '.' || c == '!' || c == '?' || c == '…';
    }

    /**
     * A line end parts sentences before an empty line, a list item or a heading, and before and after a row of a table; elsewhere it is only
     * where the writer's line was full.
     */
    private boolean breaksHere(int newline) {
        return isBlankLine(newline + 1) || afterListMark(newline + 1) > firstInk(newline + 1)
                || isRow(text.lastIndexOf('\n', newline - 1) + 1) || isRow(newline + 1);
    }

    private boolean isRow(int line) {
        int end = text.indexOf('\n', line);
        return text.indexOf(BETWEEN_CELLS, line, end < 0 ? text.length() : end) >= 0;
    }

    private boolean isBlankLine(int at) {
        while (at < text.length() && text.charAt(at) != '\n') {
            if (text.charAt(at++) > ' ') {
                return false;
            }
        }
        return true;
    }

    private int firstInk(int at) {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t' || text.charAt(at) == '\r')) {
            at++;
        }
        return at;
    }

    /**
     * The index after "- ", "* ", "• ", "## ", "12. ", "b) " and the like at the start of a line; or of the first ink, where there
     * is none.
     */
    private int afterListMark(int at) {
        int ink = firstInk(at);
        int i = ink;
        while (i < text.length() && i < ink + 6 && "-*•–#>".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        if (i == ink) {
            while (i < text.length() && i < ink + 3 && Character.isDigit(text.charAt(i))) {
                i++;
            }
            if (i == ink && i < text.length() && Character.isLetter(text.charAt(i))) {
                i++;
                if (i < text.length() && text.charAt(i) != ')') {
                    return ink; // a lone letter is a mark in "b)", an initial in "B."
                }
            }
            if (i == ink || i >= text.length() || (text.charAt(i) != '.' && text.charAt(i) != ')')) {
                return ink;
            }
            i++;
        }
        return i < text.length() && text.charAt(i) == ' ' ? i + 1 : ink;
    }

    private boolean endsSentence(int mark, int end) {
        if (end < text.length() && text.charAt(end) > ' ') {
            return false; // a decimal, a link, a file name
        }
        int next = end;
        while (next < text.length() && (text.charAt(next) <= ' ' || "\"'“‘(«".indexOf(text.charAt(next)) >= 0)) {
            next++;
        }
        if (next == text.length()) {
            return true;
        }
        char follower = text.charAt(next);
        if (Character.isLowerCase(follower)) {
            return false;
        }
        return text.charAt(mark) != '.' || end > mark + 1 || !isShortened(mark, follower);
    }

    /** Whether the dot at that place belongs to the word before it. */
    private boolean isShortened(int dot, char follower) {
        int from = dot;
        while (from > 0 && dot - from < 12 && Character.isLetterOrDigit(text.charAt(from - 1))) {
            from--;
        }
        var word = text.substring(from, dot);
        if (word.isEmpty()) {
            return false;
        }
        if (isNumber(word)) {
            // A Turkish sentence ends in its verb, so a small number with a dot is an ordinal: "2. Mahmut". An English one ends so.
            // Not so an amount: "%8." or "2,5."
            return turkish && word.length() <= 2 && (from == 0 || "%,.:/$₺€".indexOf(text.charAt(from - 1)) < 0);
        }
        boolean dotted = from > 0 && text.charAt(from - 1) == '.'; // e.g., i.e., U.S., p.m.
        if (word.length() == 1 && !dotted) {
            return Character.isUpperCase(word.charAt(0)) ? !word.equals("I") || turkish : Character.isDigit(follower);
        }
        var folded = Words.fold(word);
        if (dotted) {
            return word.length() <= 3 && !folded.equals("m");
        }
        return SHORT.contains(folded) || (turkish && isRoman(word))
                || (Character.isDigit(follower) && SHORT_BEFORE_NUMBER.contains(folded));
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    private static boolean isRoman(String word) {
        return word.length() <= 5 && word.chars().allMatch(c -> "IVXLC".indexOf(c) >= 0);
    }
}
