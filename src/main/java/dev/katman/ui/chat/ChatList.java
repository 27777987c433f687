package dev.katman.ui.chat;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.WeakListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rows of a conversation below each other, of which only those on the screen are nodes. It stands by a row and how far that is
 * from the upper edge, never by a share of a height that is partly guessed: what grows or comes above leaves the reader where they are. At
 * the end it stays at the end, until the reader goes elsewhere.
 *
 * <p>Not JavaFX's own list, which takes all cells down and hands them out again whenever one of them grows, and works out the styles of
 * that one from the ground: with four hundred lines of code in it 28 ms a frame (profile of {@code WindowBench}).
 */
public final class ChatList extends Region {
    /** What an arrow key moves, in pixels. */
    private static final double LINE = 48;
    /** What is seen again after a page, in pixels. */
    private static final double OVERLAP = 40;
    private static final double NEAR = 1;

    private final ScrollBar bar = new ScrollBar();
    private final Rectangle clip = new Rectangle();
    private final Heights heights = new Heights();
    private final Map<Integer, ChatCell> cells = new HashMap<>();
    private final SpareCells spare;
    private final ReadOnlyBooleanWrapper away = new ReadOnlyBooleanWrapper();
    private final ListChangeListener<ChatRow> listener = this::changed;
    private WeakListChangeListener<ChatRow> listening = new WeakListChangeListener<>(listener);
    private ObservableList<ChatRow> rows = FXCollections.observableArrayList();
    /** The first row on the screen, where its upper edge stands, and the row behind the last one. */
    private int first;
    private double top;
    private int end;
    private boolean atEnd = true;
    private boolean follow = true;
    /** Whether it was the reader who went somewhere; only that lets go of the end, or takes hold of it. */
    private boolean moved;
    private boolean placing;

    /** @param cells makes one for this list */
    ChatList(Function<ChatList, ChatCell> cells) {
        spare = new SpareCells(() -> {
            ChatCell cell = cells.apply(this);
            getChildren().add(0, cell);
            return cell;
        }, getChildren()::remove);
        setId("chat");
        getStyleClass().add("chat-list");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setMinSize(0, 0);
        setClip(clip);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setMax(1);
        bar.setFocusTraversable(false);
        bar.valueProperty().addListener((value, before, now) -> dragged(now.doubleValue()));
        getChildren().add(bar);
        addEventHandler(ScrollEvent.SCROLL, event -> {
            scrollBy(-event.getDeltaY());
            event.consume();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (pressed(event)) {
                event.consume();
            }
        });
    }

    /** Shows those rows from their end. */
    void use(ObservableList<ChatRow> others) {
        rows.removeListener(listening);
        cells.values().forEach(spare::put);
        cells.clear();
        heights.clear();
        rows = others;
        heights.insert(0, rows.size());
        listening = new WeakListChangeListener<>(listener);
        rows.addListener(listening);
        toEnd();
    }

    ObservableList<ChatRow> rows() {
        return rows;
    }

    /** All rows, on the screen or not. */
    public List<?> getItems() {
        return rows;
    }

    /** The first row that is on the screen. */
    public int firstShown() {
        return first;
    }

    /** Whether all of the last row is on the screen. */
    public boolean showsEnd() {
        return !isNeedsLayout() && !rows.isEmpty() && atEnd;
    }

    /** Whether the end is out of sight and not followed. */
    ReadOnlyBooleanProperty away() {
        return away.getReadOnlyProperty();
    }

    /** Goes to the end and stays there. */
    void toEnd() {
        follow = true;
        requestLayout();
    }

    /** Stays where it is, whatever comes. */
    void letGo() {
        follow = false;
    }

    /** The cell of a row that is on the screen. */
    Optional<ChatCell> cell(int row) {
        return row >= first && row < end ? Optional.ofNullable(cells.get(row)) : Optional.empty();
    }

    /** Shows a row at the upper edge. */
    public void scrollTo(int row) {
        follow = false;
        first = Math.clamp(row, 0, Math.max(0, rows.size() - 1));
        top = 0;
        requestLayout();
    }

    /** Moves the text by so many pixels; what is below comes up where it is more than 0. */
    public void scrollBy(double pixels) {
        if (pixels != 0) {
            follow = false;
            moved = true;
            top -= pixels;
            requestLayout();
        }
    }

    private boolean pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return false;
        }
        switch (event.getCode()) {
            case UP -> scrollBy(-LINE);
            case DOWN -> scrollBy(LINE);
            case PAGE_UP -> scrollBy(OVERLAP - getHeight());
            case PAGE_DOWN, SPACE -> scrollBy(getHeight() - OVERLAP);
            case HOME -> scrollTo(0);
            case END -> toEnd();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The reader has moved the bar. */
    private void dragged(double value) {
        if (placing) {
            return;
        }
        if (value >= 1) {
            toEnd();
            return;
        }
        double left = value * Math.max(0, heights.total() - getHeight());
        int row = 0;
        while (row < rows.size() - 1 && left >= heights.of(row)) {
            left -= heights.of(row++);
        }
        scrollTo(row);
        top = -left;
        moved = true;
    }

    /** The cell at a place of the scene, or nearest to it. */
    Optional<ChatCell> cellAt(double sceneY) {
        double y = Math.clamp(sceneToLocal(0, sceneY).getY(), 1, Math.max(1, getHeight() - 1));
        return cells.values().stream().filter(cell -> cell.getLayoutY() <= y).max(Comparator.comparingInt(ChatCell::index));
    }

    private void changed(ListChangeListener.Change<? extends ChatRow> change) {
        while (change.next()) {
            int at = change.getFrom();
            int removed = change.wasPermutated() ? change.getTo() - at : change.getRemovedSize();
            int added = change.wasPermutated() ? removed : change.getAddedSize();
            if (removed != added) {
                heights.remove(at, removed);
                heights.insert(at, added);
                shift(at, removed, added);
            }
            for (int i = at; i < at + added; i++) {
                ChatCell cell = cells.get(i);
                if (cell != null) {
                    cell.show(i); // at once: the pulse that follows styles only what is new
                }
            }
        }
        requestLayout();
    }

    /** What stood behind a change stands elsewhere; the reader does not. */
    private void shift(int at, int removed, int added) {
        Map<Integer, ChatCell> there = Map.copyOf(cells);
        cells.clear();
        there.forEach((index, cell) -> {
            if (index < at) {
                cells.put(index, cell);
            } else if (index < at + removed) {
                spare.put(cell);
            } else {
                cells.put(index - removed + added, cell);
                cell.index(index - removed + added);
            }
        });
        if (first >= at + removed) {
            first += added - removed;
        } else if (first >= at) {
            first = at;
            top = 0;
        }
    }

    @Override
    protected void layoutChildren() {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        double width = Math.max(0, getWidth() - bar.prefWidth(-1));
        place(width);
        cells.entrySet().removeIf(entry -> {
            boolean out = entry.getKey() < first || entry.getKey() >= end;
            if (out) {
                spare.put(entry.getValue());
            }
            return out;
        });
        double y = top;
        for (int i = first; i < end; i++) {
            cells.get(i).resizeRelocate(0, snapPositionY(y), width, heights.of(i));
            y += heights.of(i);
        }
        atEnd = end == rows.size() && y <= getHeight() + NEAR;
        if (moved) {
            moved = false;
            follow = atEnd;
        }
        away.set(!follow && !atEnd);
        placeBar(width);
    }

    /** Finds which rows are on the screen, and where: from where the reader is downwards, then upwards. */
    private void place(double width) {
        double room = getHeight();
        if (follow || first >= rows.size()) {
            first = rows.size();
            top = room;
        }
        end = first;
        double bottom = fillDown(top, width);
        if (bottom < room) {
            top += room - bottom; // nothing comes below the end
        }
        while (first > 0 && top > 0) {
            top -= height(--first, width);
        }
        if (top > 0) {
            top = 0; // nor above the beginning
            end = first;
            fillDown(top, width);
        }
        while (first < end - 1 && top + heights.of(first) <= 0) {
            top += heights.of(first++);
        }
    }

    /** @return where the last row ends that is on the screen, or the last of all */
    private double fillDown(double from, double width) {
        double bottom = from;
        while (end < rows.size() && bottom < getHeight()) {
            bottom += height(end++, width);
        }
        return bottom;
    }

    private double height(int row, double width) {
        ChatCell cell = cells.get(row);
        if (cell == null) {
            cell = spare.take(rows.get(row));
            cells.put(row, cell);
            cell.show(row);
            cell.applyCss(); // it has come after the pulse's own styles
        }
        double height = cell.prefHeight(width);
        heights.set(row, height);
        return height;
    }

    private void placeBar(double width) {
        double total = heights.total();
        boolean needed = total > getHeight() + NEAR;
        bar.setVisible(needed);
        bar.resizeRelocate(width, 0, getWidth() - width, getHeight());
        if (needed && !bar.isPressed()) {
            placing = true;
            bar.setVisibleAmount(getHeight() / total);
            bar.setValue(follow ? 1 : Math.clamp((heights.above(first) - top) / (total - getHeight()), 0, 1));
            bar.setBlockIncrement(Math.min(1, (getHeight() - OVERLAP) / (total - getHeight())));
            bar.setUnitIncrement(Math.min(1, LINE / (total - getHeight())));
            placing = false;
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ITEM_COUNT -> rows.size();
            case ITEM_AT_INDEX -> parameters.length > 0 && parameters[0] instanceof Integer index ? cells.get(index) : null;
            case VERTICAL_SCROLLBAR -> bar;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
