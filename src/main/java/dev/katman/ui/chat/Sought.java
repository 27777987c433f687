package dev.katman.ui.chat;

import dev.katman.exchange.Search;
import dev.katman.exchange.SearchHit;
import dev.katman.ui.kit.BlockView;
import dev.katman.ui.kit.Passage;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words that were looked for, where they stand in the open conversation, and at which of these places the reader is. Knows no scene. */
final class Sought {
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
    private final Map<Integer, List<BlockView.Mark>> byRow = new HashMap<>();
    private String words = "";
    private List<Place> places = List.of();
    private int at;

    /** A place in the words of a row, as {@link Passage} counts. */
    record Place(int row, int from, int to) {
    }

    /** Looks through rows. Takes a while: this is for another thread than the window's. */
    static List<Place> places(String words, List<ChatRow> rows) {
        List<String> texts = rows.stream().map(Sought::words).toList();
        List<List<SearchHit.Mark>> marks = Search.marks(words, texts);
        var places = new ArrayList<Place>();
        for (int row = 0; row < marks.size(); row++) {
            for (SearchHit.Mark mark : marks.get(row)) {
                places.add(new Place(row, mark.from(), mark.to()));
            }
        }
        return places;
    }

    /** What is read in a row. A table of a document is not selected with the words around it, and yet is looked through. */
    private static String words(ChatRow row) {
        return row instanceof ChatRow.Result(var prepared) ? prepared.table().map(TableText::of).orElse("")
                : Selection.block(row).map(Passage::text).orElse("");
    }

    /** Grows when something else is to be marked. */
    ReadOnlyLongProperty version() {
        return version.getReadOnlyProperty();
    }

    /** What was looked for; blank where nothing is. */
    String words() {
        return words;
    }

    /** Looks for something else. Nothing of it is found as yet. */
    void begin(String others) {
        words = others.strip();
        at = 0;
        found(List.of());
    }

    /** The places, in order. The reader stays at the same one, as far as it can be told. */
    void found(List<Place> now) {
        places = List.copyOf(now);
        go(Math.clamp(at, 0, Math.max(0, places.size() - 1)));
    }

    int size() {
        return places.size();
    }

    /** Which of the places the reader is at, from 0. */
    int at() {
        return at;
    }

    /** The place where the reader is. */
    Optional<Place> here() {
        return places.stream().skip(at).findFirst();
    }

    /** To the next place, or the one before; after the last comes the first. */
    void step(int by) {
        if (!places.isEmpty()) {
            go(Math.floorMod(at + by, places.size()));
        }
    }

    /** To the first place in that row or below it; to the last of all where there is none. */
    void from(int row) {
        int place = 0;
        while (place < places.size() - 1 && places.get(place).row() < row) {
            place++;
        }
        go(place);
    }

    private void go(int place) {
        at = place;
        byRow.clear();
        for (int i = 0; i < places.size(); i++) {
            Place one = places.get(i);
            byRow.computeIfAbsent(one.row(), row -> new ArrayList<>()).add(new BlockView.Mark(one.from(), one.to(), i == at));
        }
        version.set(version.get() + 1);
    }

    /** What is to be marked in a row. */
    List<BlockView.Mark> marks(int row) {
        return byRow.getOrDefault(row, List.of());
    }
}
