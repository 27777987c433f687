package dev.katman.ui.chat;

import dev.katman.conversation.ConversationId;
import dev.katman.exchange.Answer;
import dev.katman.journal.DecisionRecord;
import dev.katman.journal.Draft;
import dev.katman.journal.Fitting;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One conversation as rows: what the journal tells of it, the answer that is under way, and what is not sent. It changes only the rows that
 * really changed. Knows no scene. Of one thread, which in the window is the FX thread.
 */
final class ChatModel {
    private final ObservableList<ChatRow> rows = FXCollections.observableArrayList();
    private final Unsent unsent = new Unsent();
    private final Answering answering = new Answering(rows, unsent);
    private Optional<ConversationId> conversation;
    private boolean whole;
    private long asked;
    private long shown;
    /** The last reading that may know too little of what was answered here. */
    private long outdated;
    /** Comes among the rows once nothing is under way below, which counts its own from the first. */
    private final List<ChatRow.Sources> held = new ArrayList<>();

    ChatModel(Optional<ConversationId> conversation) {
        this.conversation = conversation;
        whole = conversation.isEmpty();
        busy().addListener((busy, was, now) -> {
            outdated = asked;
            if (!now) {
                List.copyOf(held).forEach(this::went);
                held.clear();
            }
        });
    }

    /** A look into the journal. It takes its time, and several that are under way may come back in any order. */
    final class Reading {
        private final long number = ++asked;

        /**
         * Shows what it has told, unless more is known by now: from a later one, or because an answer has come in the meantime.
         *
         * @return whether nobody has looked since that answer, so that it must be read once more
         */
        boolean show(History told) {
            if (number < shown || busy().get()) {
                return false;
            }
            if (number <= outdated) {
                return asked <= outdated;
            }
            shown = number;
            history(told);
            return false;
        }
    }

    /** The journal is about to be read. */
    Reading reading() {
        return new Reading();
    }

    ObservableList<ChatRow> rows() {
        return rows;
    }

    /** Empty until the first message is in the journal. */
    Optional<ConversationId> conversation() {
        return conversation;
    }

    /** What is written here and not sent. */
    Unsent unsent() {
        return unsent;
    }

    /** The same, to be kept. */
    Draft draft() {
        return unsent.in(conversation);
    }

    /** The answer that is under way. */
    Answering answering() {
        return answering;
    }

    /** Whether an answer is under way. */
    ReadOnlyBooleanProperty busy() {
        return answering.busy();
    }

    /** What happened to the message under way, in order, a frame's worth at a time. */
    void on(List<Heard> heard) {
        heard.stream().flatMap(next -> next.conversation().stream()).findFirst().ifPresent(id -> conversation = Optional.of(id));
        answering.on(heard);
    }

    /** Shows what the journal tells. While an answer is under way the rows know more than the journal, and stay. */
    void history(History history) {
        if (!busy().get()) {
            become(Unfolded.of(rows).in(history.rows()));
            whole = history.whole();
        }
    }

    /** Changes only what is not the same: the rest stays on the screen as it is. */
    private void become(List<ChatRow> now) {
        Common same = Common.of(rows, now);
        rows.remove(same.head(), rows.size() - same.tail());
        rows.addAll(same.head(), now.subList(same.head(), now.size() - same.tail()));
    }

    /** Whether all that was said is among the rows. */
    boolean whole() {
        return whole;
    }

    /** What the reader said last, once it is in the journal. */
    Optional<ChatRow.SaidTools> lastSaid() {
        return rows.reversed().stream().filter(ChatRow.SaidTools.class::isInstance).map(ChatRow.SaidTools.class::cast)
                .filter(row -> row.spot().isPresent()).findFirst();
    }

    /** Whether a document was sent here. */
    boolean encloses() {
        return rows.stream().anyMatch(ChatRow.Enclosed.class::isInstance);
    }

    /** Whether something here waits for its time, or is being answered by somebody who does not tell us. */
    boolean waits() {
        return rows.stream().anyMatch(row -> row instanceof ChatRow.Parked || row instanceof ChatRow.Waiting && !busy().get());
    }

    /** Whether the journal tells more than is shown when that answer has come: what was said before, what was prepared, what was but a part. */
    boolean lags(Answer answer) {
        return !whole || rows.stream().anyMatch(row -> row instanceof ChatRow.Preparation
                || row instanceof ChatRow.Interrupted cut && cut.record().message().equals(answer.id()));
    }

    /** Something was said of a decision: the line under its answer says so. */
    void taught(DecisionRecord record) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof ChatRow.Served served && served.record().id().equals(record.id())) {
                rows.set(i, served.with(record));
            }
        }
    }

    /** Tells what went along with the question of an answer that is there. */
    void went(ChatRow.Sources sources) {
        if (busy().get()) {
            held.add(sources);
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof ChatRow.Served served && served.record().id().equals(sources.record().id())
                    && (i + 1 == rows.size() || !(rows.get(i + 1) instanceof ChatRow.Sources))) {
                cite(i, sources.fitting());
                rows.add(i + 1, sources);
                return;
            }
        }
    }

    /** Where the answer that ends at that row names what went along, it leads there. */
    private void cite(int end, Fitting fitting) {
        for (int i = end - 1; i >= 0 && rows.get(i) instanceof ChatRow.Part part; i--) {
            ChatRow.Part citing = part.citing(fitting);
            if (!citing.equals(part)) {
                rows.set(i, citing);
            }
        }
    }

    /** Shows what went along with a question, or folds it to a line. */
    void turn(ChatRow.Sources sources) {
        replace(sources, sources.open(!sources.open()));
    }

    /** Shows a thought whose words are here, or folds it away. */
    void turn(ChatRow.Thought thought) {
        replace(thought, thought.open(!thought.open()));
    }

    /** The words of a thought have been read, so that it can be shown. */
    void read(ChatRow.Thought thought, String words) {
        replace(thought, new ChatRow.Thought(thought.answer(), Optional.of(words), false, true));
    }

    private void replace(ChatRow row, ChatRow other) {
        int at = rows.indexOf(row);
        if (at >= 0) {
            rows.set(at, other);
        }
    }
}
