package dev.katman.context;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The words of a query, each as the terms under which it may stand. A query is too short to tell its language, so both are looked under.
 *
 * @param words  one set of terms a word
 * @param prefix the beginning of a word that may stand for the last one
 */
record Wanted(List<Set<String>> words, Optional<String> prefix) {
    /** A longer text is no query any more; the rest of it is not looked for. */
    private static final int MOST_WORDS = 64;
    private static final int ALIKE = 2;
    private static final int MOST_LETTERS = 4_000;

    static Wanted of(TextQuery query) {
        String looked = query.words().length() > MOST_LETTERS ? query.words().substring(0, MOST_LETTERS) : query.words();
        var words = new ArrayList<Set<String>>();
        for (TextLanguage language : TextLanguage.values()) {
            var place = new int[] {-1};
            each(TextAnalyzer.of(language), looked, (step, term, from, to) -> {
                place[0] += step;
                if (place[0] < MOST_WORDS) {
                    while (words.size() <= place[0]) {
                        words.add(new LinkedHashSet<>());
                    }
                    words.get(place[0]).add(term);
                }
                return true;
            });
        }
        words.removeIf(Set::isEmpty);
        boolean open = query.typing() && !words.isEmpty() && Character.isLetterOrDigit(looked.codePointBefore(looked.length()));
        if (query.need() == TextQuery.Need.ANY && !words.stream().allMatch(Wanted::saysNothing)) {
            words.removeIf(Wanted::saysNothing);
        }
        return new Wanted(List.copyOf(words), open ? Optional.of(words.getLast().iterator().next()) : Optional.empty());
    }

    private static boolean saysNothing(Set<String> word) {
        return Words.isStop(word.iterator().next());
    }

    /** Which of the words a term stands for; -1 for none. */
    int place(String term) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).contains(term)) {
                return i;
            }
        }
        return prefix.filter(term::startsWith).isPresent() ? words.size() - 1 : -1;
    }

    /** Whether a word could stand for one of these: forms and stems of a word differ in their endings. */
    boolean mayMean(String folded) {
        return words.stream().anyMatch(word -> word.stream().anyMatch(term -> beginAlike(term, folded)))
                || prefix.filter(beginning -> beginAlike(beginning, folded)).isPresent();
    }

    private static boolean beginAlike(String one, String other) {
        return one.regionMatches(0, other, 0, Math.min(ALIKE, Math.min(one.length(), other.length())));
    }

    /** Hears of each term of a text. */
    @FunctionalInterface
    interface Terms {
        /**
         * @param step 1 for a word, 0 for another term of the same word
         * @return whether to go on
         */
        boolean hear(int step, String term, int from, int to);
    }

    static void each(TextAnalyzer analyzer, String text, Terms terms) {
        try (TokenStream stream = analyzer.tokenStream("text", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var step = stream.addAttribute(PositionIncrementAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()
                    && terms.hear(step.getPositionIncrement(), term.toString(), offset.startOffset(), offset.endOffset())) {
                // all is done by who hears
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // of a text in memory there is none
        }
    }
}
