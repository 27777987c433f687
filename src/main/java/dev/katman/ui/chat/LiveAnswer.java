package dev.katman.ui.chat;

import dev.katman.catalog.DeploymentId;
import dev.katman.exchange.ExchangeEvent;
import dev.katman.ui.kit.Block;
import dev.katman.ui.kit.Markdown;
import javafx.collections.ObservableList;

import java.util.List;
import java.util.Optional;

/** The answer under way, at the end of the rows: changes only those that really changed. */
final class LiveAnswer {
    private final ObservableList<ChatRow> rows;
    /** Where it begins among the rows, and what of it is there. */
    private int at;
    private int parts;
    private Markdown markdown = new Markdown();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder thinking = new StringBuilder();
    private int thoughtAt = -1;
    private boolean thoughtGrew;

    LiveAnswer(ObservableList<ChatRow> rows) {
        this.rows = rows;
    }

    /** Begins below what there is. */
    void begin() {
        at = rows.size();
        parts = 0;
        markdown = new Markdown();
        text.setLength(0);
        thinking.setLength(0);
        thoughtAt = -1;
        thoughtGrew = false;
    }

    /** More text; shown by {@link #show}. */
    void text(String delta) {
        text.append(delta);
    }

    /** More of the reasoning; shown by {@link #show}. */
    void thinking(String delta) {
        thinking.append(delta);
        thoughtGrew = true;
    }

    /** Somebody is asked: what an earlier one wrote is void. */
    void asks(DeploymentId deployment) {
        clear();
        begin();
        rows.add(new ChatRow.Waiting(Optional.of(deployment)));
    }

    /** Whoever was asked has failed. */
    void failed(ExchangeEvent.AttemptFailed failed) {
        clear();
        rows.add(new ChatRow.FailedNow(failed));
        begin();
        rows.add(new ChatRow.Waiting(Optional.empty()));
    }

    /** Takes away what has come. */
    void clear() {
        rows.remove(thoughtAt >= 0 ? thoughtAt : at, rows.size());
    }

    /** Takes away also who failed: where nobody answered, one sentence says so for all of them. */
    void clearAttempts() {
        clear();
        while (!rows.isEmpty() && rows.getLast() instanceof ChatRow.FailedNow) {
            rows.removeLast();
        }
    }

    /** Shows what has come since the last time; pieces that came together are read together. */
    void show() {
        if (!text.isEmpty()) {
            int settled = markdown.finished(); // they are on the screen since the last time
            markdown.append(text.toString());
            text.setLength(0);
            show(markdown.blocks(), settled);
            if (thoughtAt >= 0 && parts > 0 && rows.get(thoughtAt) instanceof ChatRow.Thought thought && thought.live()) {
                think(false);
            }
        }
        if (thoughtGrew) {
            thoughtGrew = false;
            think(parts == 0);
        }
    }

    /** Nothing more comes: the whole text is read once more, for links whose address stands below them. */
    void settle(String whole) {
        if (!whole.isEmpty()) {
            show(markdown.whole(whole), 0);
        }
        if (rows.getLast() instanceof ChatRow.Waiting) {
            rows.removeLast();
        }
        if (!thinking.isEmpty()) {
            think(false);
        }
    }

    private void think(boolean live) {
        boolean open = thoughtAt >= 0 && rows.get(thoughtAt) instanceof ChatRow.Thought before && before.open();
        var row = new ChatRow.Thought(thinking.toString(), live, open);
        if (thoughtAt >= 0) {
            rows.set(thoughtAt, row);
        } else {
            thoughtAt = at;
            rows.add(at++, row);
        }
    }

    /** @param settled how many of them are on the screen for good */
    private void show(List<Block> blocks, int settled) {
        if (blocks.isEmpty()) {
            return;
        }
        if (parts == 0 && rows.getLast() instanceof ChatRow.Waiting) {
            rows.removeLast();
        }
        for (int i = settled; i < blocks.size(); i++) {
            var part = new ChatRow.Part(blocks.get(i));
            if (i >= parts) {
                rows.add(at + i, part);
            } else if (!rows.get(at + i).equals(part)) {
                rows.set(at + i, part);
            }
        }
        if (blocks.size() < parts) {
            rows.remove(at + blocks.size(), at + parts);
        }
        parts = blocks.size();
    }
}
