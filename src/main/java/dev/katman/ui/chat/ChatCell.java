package dev.katman.ui.chat;

import dev.katman.ui.kit.Block;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;

/**
 * A row of the chat: a column of readable width in the middle of the list, as high as its content at that width. Own layout,
 * because the list's own cells cut the last line of text that wraps.
 */
final class ChatCell extends ListCell<ChatRow> {
    static final double COLUMN = 690;
    private static final double MARGIN = 24;
    private static final double BUBBLE = 580;
    private static final double END = 20;

    private final RowViews views;
    private Node content;

    ChatCell(RowViews views) {
        this.views = views;
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
        setAccessibleText(switch (row) {
            case ChatRow.Said said -> said.text();
            case ChatRow.Part part -> part.block().plain();
            case ChatRow other -> null; // these say it themselves
        });
        if (content == null || !row.equals(before)) {
            Node now = views.view(row, content);
            if (now != content) {
                content = now;
                setGraphic(content); // not as a child: the skin, which may come later, throws out what it does not know
            }
        }
        requestLayout();
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
        double room = width(width < 0 ? getWidth() : width);
        return Math.ceil(gap() + content.prefHeight(contentWidth(room)) + (isLast() ? END : 0));
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
                case Block.Paragraph paragraph -> before instanceof ChatRow.Part(Block.Heading above) ? 8 : 12;
                case Block.Code code -> 12;
                case Block.Table table -> 12;
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
