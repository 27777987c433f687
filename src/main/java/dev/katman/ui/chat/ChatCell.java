package dev.katman.ui.chat;

import dev.katman.ui.kit.Block;
import dev.katman.ui.kit.BlockView;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;

import java.util.List;
import java.util.Optional;

/**
 * A row of the chat: a column in the middle of the list, as high as its content at that width. The column is as wide as the stylesheet says,
 * which grows with the letters, so that a line stays readable.
 */
final class ChatCell extends Region {
    private static final double MARGIN = 24;
    /** What was said, of the column's width. */
    private static final double BUBBLE = 0.84;
    private static final double END = 20;

    /** What a screen reader is told of a row at once. */
    private static final int MOST_SAID = 4_000;

    private final ChatList list;
    private final RowViews views;
    private final Selection selection;
    private final Sought sought;
    private final ChangeListener<Number> selected = (version, before, now) -> select();
    private final ChangeListener<Number> found = (version, before, now) -> mark();
    private int index = -1;
    private ChatRow row;
    private Node content;
    private boolean selectionShown;
    private boolean marksShown;
    private double gapShown;
    private boolean lastShown;
    /** The height at a width, as long as nothing changes. */
    private double height;
    private double heightAt = -1;

    ChatCell(ChatList list, RowViews views, Selection selection, Sought sought) {
        this.list = list;
        this.views = views;
        this.selection = selection;
        this.sought = sought;
        sought.version().addListener(new WeakChangeListener<>(found));
        selection.version().addListener(new WeakChangeListener<>(selected));
        getStyleClass().add("chat-cell");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setMinWidth(0);
    }

    /** Shows the row at that place of the list. */
    void show(int at) {
        ChatRow now = list.rows().get(at);
        index = at;
        if (!now.equals(row)) {
            row = now;
            Node view = views.view(row, content);
            if (view != content) {
                content = view;
                selectionShown = false;
                marksShown = false;
                getChildren().setAll(content);
            }
            setAccessibleText(switch (row) {
                case ChatRow.Said said -> told(said.text());
                case ChatRow.Part part -> told(part.block().beginning(MOST_SAID + 1));
                case ChatRow other -> null; // these say it themselves
            });
            requestLayout();
        }
        select();
        mark();
    }

    int index() {
        return index;
    }

    /** The same row stands elsewhere. */
    void index(int other) {
        index = other;
        select();
        mark();
    }

    /** What it shows, or has shown last. */
    ChatRow row() {
        return row;
    }

    /** Whatever lies in it has changed its size. */
    @Override
    public void requestLayout() {
        heightAt = -1;
        super.requestLayout();
    }

    private static String told(String text) {
        return text.length() <= MOST_SAID ? text : text.substring(0, MOST_SAID) + "…";
    }

    private void select() {
        if (!isVisible()) {
            return;
        }
        int from = selection.from(index);
        int to = selection.to(index);
        if (from < to || selectionShown) {
            words().ifPresent(view -> view.select(from, to));
            selectionShown = from < to;
        }
    }

    private void mark() {
        if (!isVisible()) {
            return;
        }
        List<BlockView.Mark> marks = sought.marks(index);
        if (!marks.isEmpty() || marksShown) {
            words().ifPresent(view -> view.mark(marks));
            if (content instanceof ResultView result) {
                result.mark(marks);
            }
            marksShown = !marks.isEmpty();
        }
    }

    /** Where on the scene what was found is at which the reader is. */
    Optional<Bounds> here() {
        return content instanceof ResultView result ? result.here() : words().flatMap(BlockView::here);
    }

    /** Scrolls to the side where that is out of sight. */
    void reveal() {
        words().ifPresent(BlockView::reveal);
    }

    private Optional<BlockView> words() {
        return content instanceof ThoughtView thought ? Optional.of(thought.words())
                : content instanceof BlockView view ? Optional.of(view) : Optional.empty();
    }

    /** The place in its words that is nearest to a point of the scene. */
    int positionAt(double sceneX, double sceneY) {
        return words().map(view -> view.positionAt(sceneX, sceneY)).orElse(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        if (heightAt != width || gapShown != gap() || lastShown != isLast()) {
            gapShown = gap();
            lastShown = isLast();
            height = Math.ceil(gapShown + content.prefHeight(contentWidth(room(width))) + (lastShown ? END : 0));
            heightAt = width;
        }
        return height;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double room = room(getWidth());
        double width = contentWidth(room);
        // In the middle of the list, not of what a scroll bar leaves of it: so the column stands over the composer.
        double left = snapPositionX((list.getWidth() - room) / 2);
        content.resizeRelocate(row instanceof ChatRow.Said ? left + room - width : left, gapShown, width, content.prefHeight(width));
    }

    private double room(double whole) {
        double beside = whole - 2 * MARGIN;
        return Math.max(160, getMaxWidth() > 0 ? Math.min(getMaxWidth(), beside) : beside);
    }

    private double contentWidth(double room) {
        return row instanceof ChatRow.Said ? Math.ceil(Math.min(content.prefWidth(-1), room * BUBBLE)) : room;
    }

    private boolean isLast() {
        return index == list.rows().size() - 1;
    }

    /** The room above: what belongs together stands together. */
    private double gap() {
        ChatRow before = index > 0 ? list.rows().get(index - 1) : null;
        return switch (row) {
            case ChatRow.Enclosed enclosed -> before == null ? 24 : 26;
            case ChatRow.Said said -> before == null ? 24 : before instanceof ChatRow.Enclosed ? 6 : 26;
            case ChatRow.Part part when before instanceof ChatRow.Thought thought -> thought.open() ? 18 : 10; // both may begin with a quotation
            case ChatRow.Part part when !(before instanceof ChatRow.Part) -> before instanceof ChatRow.SaidTools ? 8 : 10;
            case ChatRow.Part part -> switch (part.block()) {
                case Block.Heading heading -> 20;
                case Block.ListItem item -> before instanceof ChatRow.Part(Block.ListItem above, var sources) ? 5 : 8;
                case Block.Quote quote -> before instanceof ChatRow.Part(Block.Quote above, var sources) ? 4 : 12;
                case Block.Note note -> before instanceof ChatRow.Part(Block.Note above, var sources) ? 4 : 16;
                case Block.Paragraph paragraph -> before instanceof ChatRow.Part(Block.Heading above, var sources) ? 8 : 12;
                case Block.Code code -> 12;
                case Block.Table table -> 12;
                case Block.Formula formula -> 12;
                case Block.Rule rule -> 18;
            };
            case ChatRow.SaidTools tools -> 2;
            case ChatRow.Served served -> 10;
            case ChatRow.Sources sources -> 2;
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
            case ChatRow.Preparation preparation -> 8;
            case ChatRow.Result result -> 10;
        };
    }
}
