package dev.katman.ui.chat;

import dev.katman.catalog.DeploymentId;
import dev.katman.conversation.MessageId;
import dev.katman.exchange.ExchangeEvent;
import dev.katman.ui.kit.Block;
import javafx.collections.ObservableList;

import java.util.List;
import java.util.Optional;

/** The answer under way, at the end of the rows: changes only those that really changed. */
final class LiveAnswer {
    private final ObservableList<ChatRow> rows;
    /** Where it begins among the rows, and what of it is there. */
    private int at;
    private int parts;
    /** How many of its parts never change again. */
    private int settled;
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
        settled = 0;
        thinking.setLength(0);
        thoughtAt = -1;
        thoughtGrew = false;
    }

    /** The answer has grown. */
    void grown(Heard.Grown grown) {
        show(grown.blocks(), settled);
        settled = grown.finished();
        if (thoughtAt >= 0 && parts > 0 && rows.get(thoughtAt) instanceof ChatRow.Thought thought && thought.live()) {
            think(false, Optional.empty());
        }
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

    /** Shows what of the reasoning has come since the last time. */
    void show() {
        if (thoughtGrew) {
            thoughtGrew = false;
            think(parts == 0, Optional.empty());
        }
    }

    /**
     * Nothing more comes.
     *
     * @param answer as it stands in the journal
     */
    void settle(List<Block> whole, Optional<MessageId> answer) {
        show(whole, 0);
        if (rows.getLast() instanceof ChatRow.Waiting) {
            rows.removeLast();
        }
        if (!thinking.isEmpty()) {
            think(false, answer);
        }
    }

    private void think(boolean live, Optional<MessageId> answer) {
        boolean open = thoughtAt >= 0 && rows.get(thoughtAt) instanceof ChatRow.Thought before && before.open();
        var row = new ChatRow.Thought(answer, Optional.of(thinking.toString()), live, open);
        if (thoughtAt >= 0) {
            rows.set(thoughtAt, row);
        } else {
            thoughtAt = at;
            rows.add(at++, row);
        }
    }

    /** @param from the first that may not be on the screen as it is */
    private void show(List<Block> blocks, int from) {
        if (blocks.isEmpty()) {
            return;
        }
        if (parts == 0 && rows.getLast() instanceof ChatRow.Waiting) {
            rows.removeLast();
        }
        for (int i = from; i < blocks.size(); i++) {
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
