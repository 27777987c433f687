package dev.katman.ui.chat;

import dev.katman.ui.kit.Block;
import dev.katman.ui.kit.BlockView;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;

import java.util.List;
import java.util.Optional;

/**
 * A row of the chat: a column of readable width in the middle of the list, as high as its content at that width. Own layout,
 * because the list's own cells cut the last line of text that wraps.
 */
final class ChatCell extends ListCell<ChatRow> {
    static final double COLUMN = 690;
    private static final double MARGIN = 24;
    private static final double BUBBLE = 580;
    private static final double END = 20;

    /** What a screen reader is told of a row at once. */
    private static final int MOST_SAID = 4_000;

    private final RowViews views;
    private final Selection selection;
    private final Sought sought;
    private final ChangeListener<Number> selected = (version, before, now) -> select();
    private final ChangeListener<Number> found = (version, before, now) -> mark();
    private Node content;
    private boolean selectionShown;
    private boolean marksShown;
    private double gapShown;
    private boolean lastShown;
    /** The height at a width, as long as nothing changes: the list asks for it many times a frame. */
    private double height;
    private double heightAt = -1;

    ChatCell(RowViews views, Selection selection, Sought sought) {
        this.views = views;
        this.selection = selection;
        this.sought = sought;
        sought.version().addListener(new WeakChangeListener<>(found));
        selection.version().addListener(new WeakChangeListener<>(selected));
        setMinWidth(0);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(ChatRow row, boolean empty) {
        ChatRow before = getItem();
        super.updateItem(row, empty);
        if (empty || row == null) {
            content = null;
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        boolean changed = content == null || !row.equals(before);
        if (changed) {
            Node now = views.view(row, content);
            if (now != content) {
                content = now;
                setGraphic(content); // not as a child: the skin, which may come later, throws out what it does not know
            }
            setAccessibleText(switch (row) {
                case ChatRow.Said said -> told(said.text());
                case ChatRow.Part part -> told(part.block().plain());
                case ChatRow other -> null; // these say it themselves
            });
        }
        select();
        mark();
        // The list hands every row on the screen to its cell again whenever one of them grows; a layout that is asked for then costs
        // the styles of all of them.
        if (changed || gap() != gapShown || isLast() != lastShown) {
            requestLayout();
        }
    }

    /** Whatever lies in it has changed its size, or its neighbours have changed. */
    @Override
    public void requestLayout() {
        heightAt = -1;
        super.requestLayout();
    }

    private static String told(String text) {
        return text.length() <= MOST_SAID ? text : text.substring(0, MOST_SAID) + "…";
    }

    private void select() {
        int from = selection.from(getIndex());
        int to = selection.to(getIndex());
        if (from < to || selectionShown) {
            words().ifPresent(view -> view.select(from, to));
            selectionShown = from < to;
        }
    }

    private void mark() {
        List<BlockView.Mark> marks = sought.marks(getIndex());
        if (!marks.isEmpty() || marksShown) {
            words().ifPresent(view -> view.mark(marks));
            marksShown = !marks.isEmpty();
        }
    }

    /** Where on the scene what was found is at which the reader is. */
    Optional<Bounds> here() {
        return words().flatMap(BlockView::here);
    }

    private Optional<BlockView> words() {
        return content instanceof ThoughtView thought ? Optional.of(thought.words())
                : content instanceof BlockView view ? Optional.of(view) : Optional.empty();
    }

    @Override
    public void updateIndex(int index) {
        super.updateIndex(index);
        select(); // the same row may stand elsewhere
        mark();
    }

    /** The place in its words that is nearest to a point of the scene. */
    int positionAt(double sceneX, double sceneY) {
        return words().map(view -> view.positionAt(sceneX, sceneY)).orElse(0);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0; // as wide as the list, never wider
    }

    @Override
    protected double computePrefHeight(double width) {
        if (content == null) {
            return 24; // the list fills its foot with empty cells, and would never be done with flat ones
        }
        double whole = width < 0 ? getWidth() : width;
        if (heightAt != whole) {
            gapShown = gap();
            lastShown = isLast();
            height = Math.ceil(gapShown + content.prefHeight(contentWidth(width(whole))) + (lastShown ? END : 0));
            heightAt = whole;
        }
        return height;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        if (content == null) {
            return;
        }
        double room = width(getWidth());
        double width = contentWidth(room);
        // In the middle of the list, not of what a scroll bar leaves of it: so the column stands over the composer.
        double left = snapPositionX(((getListView() == null ? getWidth() : getListView().getWidth()) - room) / 2);
        boolean mine = getItem() instanceof ChatRow.Said;
        content.resizeRelocate(mine ? left + room - width : left, gap(), width, content.prefHeight(width));
    }

    private static double width(double whole) {
        return Math.max(160, Math.min(COLUMN, whole - 2 * MARGIN));
    }

    private double contentWidth(double room) {
        return getItem() instanceof ChatRow.Said
                ? Math.ceil(Math.min(content.prefWidth(-1), Math.min(BUBBLE, room * 0.86))) : room;
    }

    private boolean isLast() {
        return getListView() != null && getIndex() == getListView().getItems().size() - 1;
    }

    /** The room above: what belongs together stands together. */
    private double gap() {
        ChatRow before = getListView() != null && getIndex() > 0 && getIndex() <= getListView().getItems().size()
                ? getListView().getItems().get(getIndex() - 1) : null;
        return switch (getItem()) {
            case ChatRow.Said said -> before == null ? 24 : 26;
            case ChatRow.Part part when !(before instanceof ChatRow.Part) -> before instanceof ChatRow.SaidTools ? 8 : 10;
            case ChatRow.Part part -> switch (part.block()) {
                case Block.Heading heading -> 20;
                case Block.ListItem item -> before instanceof ChatRow.Part(Block.ListItem above) ? 5 : 8;
                case Block.Quote quote -> before instanceof ChatRow.Part(Block.Quote above) ? 4 : 12;
                case Block.Note note -> before instanceof ChatRow.Part(Block.Note above) ? 4 : 16;
                case Block.Paragraph paragraph -> before instanceof ChatRow.Part(Block.Heading above) ? 8 : 12;
                case Block.Code code -> 12;
                case Block.Table table -> 12;
                case Block.Formula formula -> 12;
                case Block.Rule rule -> 18;
            };
            case ChatRow.SaidTools tools -> 2;
            case ChatRow.Served served -> 10;
            case ChatRow.Interrupted cut -> 12;
            case ChatRow.NotAgain not -> 10;
            case ChatRow.Open open -> 10;
            case ChatRow.FailedNow failed -> before instanceof ChatRow.SaidTools ? 10 : 8;
            case ChatRow.FailedThen failed -> before instanceof ChatRow.SaidTools ? 10 : 8;
            case ChatRow.Thought thought -> before instanceof ChatRow.SaidTools ? 10 : 8;
            case ChatRow.Waiting waiting -> before instanceof ChatRow.SaidTools ? 8 : 10;
            case ChatRow.Parked parked -> 10;
            case ChatRow.Unanswered unanswered -> before instanceof ChatRow.SaidTools ? 8 : 10;
            case ChatRow.Stopped stopped -> 8;
        };
    }
}
