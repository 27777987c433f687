package dev.katman.exchange;

import dev.katman.context.TextIndex;
import dev.katman.context.TextQuery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What could be looked for in the stead of words that nothing holds: words that are spelt alike, or some of the words. */
final class Instead {
    private static final int MOST = 3;
    /** Whoever typed more has said something, and did not look for it. */
    private static final int MOST_WORDS = 8;

    private final TextIndex index;

    private Instead(TextIndex index) {
        this.index = index;
    }

    /** The best first; each of them finds something. */
    static List<String> of(String words, TextIndex index) {
        return new Instead(index).of(Stream.of(words.strip().split("\\s+")).filter(word -> !word.isEmpty()).limit(MOST_WORDS).toList());
    }

    private List<String> of(List<String> words) {
        Map<String, List<String>> alike = new LinkedHashMap<>();
        words.forEach(word -> alike.computeIfAbsent(word, one -> finds(one) ? List.of(one) : index.near(one, MOST)));
        Set<String> wishes = new LinkedHashSet<>();
        if (alike.values().stream().noneMatch(List::isEmpty)) {
            wishes.add(words.stream().map(word -> alike.get(word).getFirst()).collect(Collectors.joining(" ")));
        }
        var each = new ArrayList<>(alike.values());
        for (int place = 0; place < MOST; place++) { // the best of each word before the next best of any
            for (List<String> some : each) {
                some.stream().skip(place).findFirst().ifPresent(wishes::add);
            }
        }
        return wishes.stream().filter(this::finds).limit(MOST).toList();
    }

    private boolean finds(String words) {
        return !index.find(TextQuery.typed(words, 1)).isEmpty();
    }
}
