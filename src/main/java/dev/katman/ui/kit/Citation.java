package dev.katman.ui.kit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number in brackets that names a source, with the bracket that it touches: the {@code [2} and the {@code 3]} of {@code [2, 3]}.
 *
 * @param from where it begins in its span
 * @param to   behind its last character
 */
public record Citation(int from, int to, int number) {
    /** Numbers in brackets as an answer writes them; a source's number has no more than three digits. */
    static final String BRACKETS = "\\[\\d{1,3}(?:[,;] ?\\d{1,3})*]";
    private static final Pattern IN_BRACKETS = Pattern.compile(BRACKETS);
    private static final Pattern NUMBER = Pattern.compile("\\[?(\\d+)]?");
    /** Here brackets mean something else. */
    private static final Set<Span.Mark> OTHER = EnumSet.of(Span.Mark.CODE, Span.Mark.NOTE, Span.Mark.MATH);

    /**
     * Those of a span, in order. Brackets with a number that names no source name none.
     *
     * @param sources their numbers
     */
    static List<Citation> in(Span span, Set<Integer> sources) {
        var found = new ArrayList<Citation>();
        if (sources.isEmpty() || span.link().isPresent() || !Collections.disjoint(span.marks(), OTHER)) {
            return found;
        }
        Matcher brackets = IN_BRACKETS.matcher(span.text());
        while (brackets.find()) {
            List<Citation> named = NUMBER.matcher(span.text()).region(brackets.start(), brackets.end()).results()
                    .map(number -> new Citation(number.start(), number.end(), Integer.parseInt(number.group(1)))).toList();
            if (named.stream().allMatch(one -> sources.contains(one.number()))) {
                found.addAll(named);
            }
        }
        return found;
    }

    /** Whether anything in a block names one of those sources. */
    public static boolean isIn(Block block, Set<Integer> sources) {
        return block.runs().anyMatch(span -> !in(span, sources).isEmpty());
    }
}
