package dev.katman.ui.shell;

import dev.katman.ui.shell.Fuzzy.Fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the palette holds and what of it fits the letters typed so far. Knows no scene. */
final class PaletteModel {
    /** More than anybody reads. */
    private static final int MOST = 50;
    private static final int REMEMBERED = 8;
    /** So that what was used lately comes first among what fits alike, and not before what fits better. */
    private static final int LATELY = 15;

    private final List<String> recent;
    private List<Entry> entries = List.of();

    /**
     * Something to choose.
     *
     * @param kind  what it is, in a word or two
     * @param words others by which it is found
     * @param keys  that lead there too, as they are shown; may be empty
     */
    record Entry(String id, String title, String kind, String words, String keys, Runnable go) {
    }

    /** @param marks the letters of the title that were typed */
    record Hit(Entry entry, List<Integer> marks) {
    }

    /** @param recent what was chosen lately, the last first */
    PaletteModel(List<String> recent) {
        this.recent = new ArrayList<>(recent);
    }

    /** @param all in the order in which they stand while nothing is typed */
    void entries(List<Entry> all) {
        entries = List.copyOf(all);
    }

    /** What fits, the best first; while nothing is typed what was chosen lately, and then all the rest. */
    List<Hit> hits(String typed) {
        List<String> words = Fuzzy.words(typed);
        if (words.isEmpty()) {
            Map<String, Entry> byId = new HashMap<>();
            entries.forEach(entry -> byId.put(entry.id(), entry));
            return Stream.concat(recent.stream().filter(byId::containsKey).map(byId::get),
                    entries.stream().filter(entry -> !recent.contains(entry.id()))).limit(MOST).map(entry -> new Hit(entry, List.of())).toList();
        }
        record Scored(Hit hit, int score) {
        }
        var found = new ArrayList<Scored>();
        for (Entry entry : entries) {
            Optional<Fit> fit = Fuzzy.fit(words, entry.title(), entry.words() + " " + entry.kind());
            fit.ifPresent(f -> found.add(new Scored(new Hit(entry, f.marks()), f.score() + lately(entry.id()))));
        }
        return found.stream().sorted(Comparator.comparingInt(Scored::score).reversed()).limit(MOST).map(Scored::hit).toList();
    }

    private int lately(String id) {
        int place = recent.indexOf(id);
        return place < 0 ? 0 : LATELY - place;
    }

    /** @return what was chosen lately, with this one at its head */
    List<String> chosen(String id) {
        recent.remove(id);
        recent.addFirst(id);
        if (recent.size() > REMEMBERED) {
            recent.removeLast();
        }
        return List.copyOf(recent);
    }
}
