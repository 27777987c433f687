package dev.katman.ui.chat;

import dev.katman.ui.kit.Block;
import dev.katman.ui.kit.MarkdownText;
import dev.katman.ui.kit.Passage;
import dev.katman.ui.kit.Span;
import dev.katman.ui.kit.Visible;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is selected of a conversation: from one place in its words to another, over any number of rows. It knows rows, not cells, which
 * come and go as the list is scrolled, and it stays while an answer grows. Knows no scene.
 */
final class Selection {
    /** By what it grows: by a double click by words, by a third one by blocks. */
    enum Unit {
        CHARACTER,
        WORD,
        BLOCK
    }

    /**
     * A place between two characters.
     *
     * @param at as {@link Passage} counts
     */
    record Place(int row, int at) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return row != other.row ? Integer.compare(row, other.row) : Integer.compare(at, other.at);
        }
    }

    /** From one place to a later one, or to the same. */
    record Stretch(Place from, Place to) {
    }

    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
    private final ListChangeListener<ChatRow> followed = this::follow;
    private ObservableList<ChatRow> rows = FXCollections.observableArrayList();
    private Unit unit = Unit.CHARACTER;
    /** What was selected first; the selection always holds it. */
    private Optional<Stretch> anchor = Optional.empty();
    private Place caret = new Place(0, 0);

    /** Selects in those rows from here on, and nothing as yet. */
    void use(ObservableList<ChatRow> others) {
        rows.removeListener(followed);
        rows = others;
        rows.addListener(followed);
        clear();
    }

    /** Grows when something else is selected. */
    ReadOnlyLongProperty version() {
        return version.getReadOnlyProperty();
    }

    /** Begins anew at a place. */
    void begin(Place place, Unit by) {
        unit = by;
        anchor = Optional.of(around(place));
        caret = place;
        changed();
    }

    /** Goes as far as that place; begins there if nothing was begun. */
    void extend(Place place) {
        if (anchor.isEmpty()) {
            begin(place, Unit.CHARACTER);
        } else if (!place.equals(caret)) {
            caret = place;
            changed();
        }
    }

    /** Moves its end by whole rows that have words. */
    void extendByRow(int step) {
        if (anchor.isEmpty()) {
            return;
        }
        int row = caret.row();
        boolean inside = step < 0 ? caret.at() > 0 : caret.at() < words(row).length();
        while (!inside) {
            row += step;
            if (row < 0 || row >= rows.size()) {
                return;
            }
            inside = !words(row).isEmpty();
        }
        extend(new Place(row, step < 0 ? 0 : words(row).length()));
    }

    /** Moves its end by a character, into the next row where this one ends. */
    void extendByCharacter(int step) {
        if (anchor.isEmpty()) {
            return;
        }
        String words = words(caret.row());
        int at = Math.clamp(caret.at(), 0, words.length());
        if (step < 0 ? at > 0 : at < words.length()) {
            extend(new Place(caret.row(), words.offsetByCodePoints(at, step)));
        } else {
            int row = caret.row() + step;
            while (row >= 0 && row < rows.size() && words(row).isEmpty()) {
                row += step;
            }
            if (row >= 0 && row < rows.size()) {
                extend(new Place(row, step < 0 ? words(row).length() : 0));
            }
        }
    }

    void all() {
        unit = Unit.CHARACTER;
        anchor = Optional.of(new Stretch(new Place(0, 0), new Place(0, 0)));
        caret = new Place(rows.size(), 0);
        changed();
    }

    void clear() {
        anchor = Optional.empty();
        changed();
    }

    /** Whether it was begun, though nothing may lie between its ends. */
    boolean begun() {
        return anchor.isPresent();
    }

    boolean isEmpty() {
        return stretch().filter(s -> !s.from().equals(s.to())).isEmpty();
    }

    private Optional<Stretch> stretch() {
        return anchor.map(first -> {
            Stretch end = around(caret);
            return new Stretch(min(first.from(), end.from()), max(first.to(), end.to()));
        });
    }

    /** Where the selection begins in a row's words. */
    int from(int row) {
        return stretch().filter(s -> touches(s, row)).map(s -> row == s.from().row() ? s.from().at() : 0).orElse(0);
    }

    /** Behind the last selected character of a row; the same as {@link #from} where none is; maybe beyond its words. */
    int to(int row) {
        return stretch().filter(s -> touches(s, row)).map(s -> row == s.to().row() ? s.to().at() : Integer.MAX_VALUE).orElse(0);
    }

    private static boolean touches(Stretch stretch, int row) {
        return row >= stretch.from().row() && row <= stretch.to().row();
    }

    /** What is selected, as text. */
    String text() {
        return isEmpty() ? "" : oneBlock().map(Passage::text).orElseGet(() -> MarkdownText.plain(blocks()));
    }

    /** What is selected, as Markdown. */
    String markdown() {
        return MarkdownText.markdown(blocks());
    }

    /** Within one block its marker is not meant, and of a cell not its table. */
    private Optional<Block> oneBlock() {
        return Optional.of(blocks()).filter(blocks -> blocks.size() == 1).map(List::getFirst);
    }

    private List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        for (int row = 0; row < rows.size(); row++) {
            int from = from(row);
            int to = to(row);
            if (from < to) {
                block(rows.get(row)).map(block -> Passage.cut(block, from, to)).filter(part -> !Passage.text(part).isEmpty() || part instanceof Block.Rule)
                        .ifPresent(blocks::add);
            }
        }
        return blocks;
    }

    private Stretch around(Place place) {
        String words = unit == Unit.CHARACTER ? "" : words(place.row());
        return switch (unit) {
            case CHARACTER -> new Stretch(place, place);
            case BLOCK -> new Stretch(new Place(place.row(), 0), new Place(place.row(), words.length()));
            case WORD -> {
                var breaks = BreakIterator.getWordInstance();
                breaks.setText(words);
                int at = Math.clamp(place.at(), 0, words.length());
                int end = at >= words.length() ? words.length() : breaks.following(at);
                int start = end == 0 ? 0 : breaks.preceding(end);
                yield new Stretch(new Place(place.row(), start), new Place(place.row(), end));
            }
        };
    }

    private String words(int row) {
        return row < 0 || row >= rows.size() ? "" : block(rows.get(row)).map(Passage::text).orElse("");
    }

    /** The words of a row as a block, as far as they are shown; what is said about an answer is not part of the conversation. */
    static Optional<Block> block(ChatRow row) {
        return switch (row) {
            case ChatRow.Said said -> Optional.of(new Block.Paragraph(List.of(new Span(Visible.text(said.text())))));
            case ChatRow.Part part -> Optional.of(part.block());
            case ChatRow.Thought thought when thought.open() ->
                    Optional.of(new Block.Paragraph(List.of(new Span(Visible.text(thought.text())))));
            default -> Optional.empty();
        };
    }

    /** Rows that come, go and grow leave the selection on the words where it was. */
    private void follow(ListChangeListener.Change<? extends ChatRow> change) {
        while (anchor.isPresent() && change.next()) {
            int at = change.getFrom();
            int removed = change.getRemovedSize();
            int added = change.getAddedSize();
            if (change.wasPermutated() || removed > 0 && added > 0 && removed != added) {
                clear(); // another history
            } else if (removed != added) {
                anchor = anchor.map(s -> new Stretch(moved(s.from(), at, removed, added), moved(s.to(), at, removed, added)));
                caret = moved(caret, at, removed, added);
                changed();
            }
        }
    }

    private static Place moved(Place place, int at, int removed, int added) {
        return place.row() < at ? place : place.row() < at + removed ? new Place(at, 0) : new Place(place.row() - removed + added, place.at());
    }

    private void changed() {
        version.set(version.get() + 1);
    }

    private static Place min(Place a, Place b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Place max(Place a, Place b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
