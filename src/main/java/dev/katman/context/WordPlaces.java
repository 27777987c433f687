package dev.katman.context;

import dev.katman.conversation.Folded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the words that are looked for stand in texts, by form or by stem. For one thread at a time. */
public final class WordPlaces {
    private final Wanted wanted;
    /** By the analysis of a text; kept for all texts of a search. */
    private final Map<TextAnalyzer, List<Stems>> stems = new HashMap<>();

    WordPlaces(Wanted wanted) {
        this.wanted = wanted;
    }

    /** Of a search that a person typed: the last word may be half of one. Words that say nothing are looked for only among their like. */
    public static WordPlaces of(String typed) {
        return new WordPlaces(Wanted.of(new TextQuery(typed, TextQuery.Need.ANY, true, TextQuery.Order.BEST, Set.of(), 1)));
    }

    /**
     * A place.
     *
     * @param word which of the words, counted from 0
     * @param to   no longer part of it
     */
    public record Place(int word, int from, int to) {
    }

    /** All places in a text, in order. */
    public List<Place> in(String text) {
        var places = new ArrayList<Place>();
        if (wanted.words().isEmpty()) {
            return places;
        }
        TextAnalyzer analyzer = TextAnalyzer.of(text);
        Wanted.each(analyzer.bare(), text, (step, word, from, to) -> {
            int place = wanted.mayMean(Folded.of(word)) ? place(analyzer, word) : -1;
            if (place >= 0 && to > from) {
                places.add(new Place(place, from, to));
            }
            return true;
        });
        return places;
    }

    private int place(TextAnalyzer analyzer, String word) {
        return stems.computeIfAbsent(analyzer, TextAnalyzer::stems).stream().flatMap(s -> s.terms(word).stream())
                .mapToInt(wanted::place).filter(place -> place >= 0).findFirst().orElse(-1);
    }
}
