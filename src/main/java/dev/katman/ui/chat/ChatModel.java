package dev.katman.ui.chat;

import dev.katman.catalog.DeploymentId;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.Folded;
import dev.katman.conversation.MessageId;
import dev.katman.conversation.Outcome;
import dev.katman.conversation.Role;
import dev.katman.exchange.Answer;
import dev.katman.exchange.ExchangeEvent;
import dev.katman.journal.CallRecord;
import dev.katman.journal.DecisionRecord;
import dev.katman.journal.MessageRow;
import dev.katman.ui.kit.Block;
import dev.katman.ui.kit.Markdown;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One conversation as rows. It is fed the exchange's events, a frame's worth at a time, and changes only the rows that really
 * changed. Knows no scene. Of one thread, which in the window is the FX thread.
 */
final class ChatModel {
    private final ObservableList<ChatRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Optional<ConversationId> conversation;
    private Optional<Cancellation> cancellation = Optional.empty();
    private String draft = "";
    private String lastSaid = "";

    /** The message that had waited and is being answered now, and where it stood among the rows. */
    private Optional<ChatRow.Parked> resumed = Optional.empty();
    private int resumedAt;

    /** Where the answer under way begins among the rows, and what of it is there. */
    private int answerAt;
    private int parts;
    private Markdown markdown = new Markdown();
    private final StringBuilder thinking = new StringBuilder();
    private int thoughtAt = -1;

    ChatModel(Optional<ConversationId> conversation) {
        this.conversation = conversation;
    }

    ObservableList<ChatRow> rows() {
        return rows;
    }

    /** Empty until the first message is in the journal. */
    Optional<ConversationId> conversation() {
        return conversation;
    }

    /** Whether an answer is under way. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** What was typed here and not sent. */
    String draft() {
        return draft;
    }

    void draft(String text) {
        draft = text;
    }

    /** What the reader said last; empty if nothing. */
    String lastSaid() {
        return lastSaid;
    }

    /** Something was said of a decision: the line under its answer says so. */
    void taught(DecisionRecord record) {
        rows.replaceAll(row -> row instanceof ChatRow.Served served && served.record().id().equals(record.id())
                ? new ChatRow.Served(record, served.text(), served.stopped()) : row);
    }

    /** Where the message of that decision stands among the rows; -1 where it is not there. */
    int place(DecisionId decision) {
        int said = 0;
        for (int i = 0; i < rows.size(); i++) {
            Optional<DecisionRecord> record = switch (rows.get(i)) {
                case ChatRow.Served row -> Optional.of(row.record());
                case ChatRow.FailedThen row -> Optional.of(row.record());
                case ChatRow.Parked row -> Optional.of(row.record());
                case ChatRow.Unanswered row -> Optional.of(row.record());
                case ChatRow.Said row -> {
                    said = i;
                    yield Optional.empty();
                }
                case ChatRow.Thought row -> Optional.empty();
                case ChatRow.Part row -> Optional.empty();
                case ChatRow.FailedNow row -> Optional.empty();
                case ChatRow.Waiting row -> Optional.empty();
                case ChatRow.Stopped row -> Optional.empty();
            };
            if (record.filter(r -> r.id().equals(decision)).isPresent()) {
                return said;
            }
        }
        return -1;
    }

    /**
     * Where words stand that were said in the message of that decision, or in its answer; where the message stands, if they are not seen
     * as they were written. What came from elsewhere has no decision here, and is found by its words alone.
     *
     * @param words none for the message itself
     * @return -1 where nothing of it is there
     */
    int place(DecisionId decision, List<String> words) {
        int said = place(decision);
        if (words.isEmpty()) {
            return said;
        }
        List<String> wanted = words.stream().map(Folded::of).toList();
        int some = -1;
        for (int i = Math.max(0, said); i < rows.size(); i++) {
            String text = Folded.of(switch (rows.get(i)) {
                case ChatRow.Said row -> row.text();
                case ChatRow.Part row -> row.block().plain();
                case ChatRow other -> "";
            });
            if (wanted.stream().allMatch(text::contains)) {
                return i;
            }
            if (some < 0 && wanted.stream().anyMatch(text::contains)) {
                some = i;
            }
        }
        return some < 0 ? said : some;
    }

    /** Whether something here waits for its time, or is being answered by somebody who does not tell us. */
    boolean waits() {
        return rows.stream().anyMatch(row -> row instanceof ChatRow.Parked || row instanceof ChatRow.Waiting && !busy.get());
    }

    /**
     * What the journal tells of a conversation, as rows. Reading a long one takes a while: this is for another thread than the
     * window's.
     *
     * @param lastSaid what the reader said last; empty if nothing
     */
    record History(List<ChatRow> rows, String lastSaid) {
        static History of(List<MessageRow> messages, Map<DecisionId, DecisionRecord> decisions) {
            var told = new ArrayList<ChatRow>();
            String last = "";
            Set<DecisionId> answered = messages.stream().filter(m -> m.role() == Role.ASSISTANT)
                    .map(MessageRow::decision).collect(Collectors.toSet());
            for (MessageRow message : messages) {
                Optional<DecisionRecord> record = Optional.ofNullable(decisions.get(message.decision()));
                if (message.role() == Role.USER) {
                    last = message.text();
                    told.add(new ChatRow.Said(last));
                    if (!answered.contains(message.decision())) {
                        told.addAll(state(message.state(), record));
                    }
                } else if (message.role() == Role.ASSISTANT) {
                    record.ifPresent(r -> r.attempts().stream().filter(ChatModel::broken)
                            .forEach(call -> told.add(new ChatRow.FailedThen(call, r))));
                    Markdown.parse(message.text()).forEach(block -> told.add(new ChatRow.Part(block)));
                    boolean stopped = message.state() == MessageRow.State.STOPPED;
                    record.ifPresent(r -> told.add(new ChatRow.Served(r, message.text(), stopped)));
                }
            }
            return new History(told, last);
        }
    }

    /** Shows what the journal tells. While an answer is under way the rows know more than the journal, and stay. */
    void history(History history) {
        if (!busy.get()) {
            lastSaid = history.lastSaid();
            if (!history.rows().equals(rows)) {
                rows.setAll(history.rows());
            }
        }
    }

    private static boolean broken(CallRecord call) {
        return call.outcome().filter(o -> o != Outcome.OK && o != Outcome.CANCELLED).isPresent();
    }

    private static List<ChatRow> state(MessageRow.State state, Optional<DecisionRecord> record) {
        return switch (state) {
            case DONE -> List.of();
            case PENDING -> List.of(new ChatRow.Waiting(Optional.empty()));
            case PARKED -> record.<List<ChatRow>>map(r -> List.of(new ChatRow.Parked(r))).orElse(List.of());
            case UNANSWERED -> record.<List<ChatRow>>map(r -> List.of(new ChatRow.Unanswered(r)))
                    .orElse(List.of(new ChatRow.Stopped()));
            case STOPPED -> List.of(new ChatRow.Stopped());
        };
    }

    /** The reader has sent this. */
    void sent(String text, Cancellation stop) {
        lastSaid = text;
        cancellation = Optional.of(stop);
        busy.set(true);
        rows.add(new ChatRow.Said(text));
        begin();
        rows.add(new ChatRow.Waiting(Optional.empty()));
    }

    /**
     * A message that waits here is being answered, and what happens will be told.
     *
     * @return whether it is shown: not where it does not wait here, or where another answer is under way
     */
    boolean resumed(MessageId message, Cancellation stop) {
        for (int i = 0; i < rows.size() && !busy.get(); i++) {
            if (rows.get(i) instanceof ChatRow.Parked parked && parked.record().message().equals(message)) {
                resumed = Optional.of(parked);
                resumedAt = i;
                cancellation = Optional.of(stop);
                busy.set(true);
                rows.remove(i);
                begin();
                rows.add(new ChatRow.Waiting(Optional.empty()));
                return true;
            }
        }
        return false;
    }

    /** Whether that message, which had waited, is being answered here. */
    boolean resumes(MessageId message) {
        return resumed.filter(parked -> parked.record().message().equals(message)).isPresent();
    }

    /** Stops the answer that is under way, if one is. */
    void stop() {
        cancellation.ifPresent(Cancellation::cancel);
    }

    /** What happened, in order. Pieces of text that came together are read together. */
    void on(List<ExchangeEvent> events) {
        var text = new StringBuilder();
        boolean thought = false;
        for (ExchangeEvent event : events) {
            if (!(event instanceof ExchangeEvent.Text)) {
                write(text);
            }
            switch (event) {
                case ExchangeEvent.Text piece -> text.append(piece.delta());
                case ExchangeEvent.Thinking piece -> {
                    thinking.append(piece.delta());
                    thought = true;
                }
                case ExchangeEvent.Accepted accepted -> conversation = Optional.of(accepted.conversation());
                case ExchangeEvent.Judged judged -> { } // the decision that follows says more
                case ExchangeEvent.Decided decided -> { }
                case ExchangeEvent.Asking asking -> ask(asking.deployment());
                case ExchangeEvent.AttemptFailed failed -> fail(failed);
                case ExchangeEvent.Finished finished -> finish(finished.answer());
            }
        }
        write(text);
        if (thought && busy.get()) {
            think(parts == 0);
        }
    }

    /** It never got as far as an answer: the data folder, or a fault. The text is handed back, so that nothing is lost. */
    void failed() {
        if (!busy.get()) {
            return;
        }
        clearAttempts();
        if (resumed.isPresent()) {
            rows.add(resumedAt, resumed.get());
        } else if (conversation.isEmpty() || rows.getLast() instanceof ChatRow.Said) {
            rows.removeLast();
            draft = lastSaid;
        }
        end();
    }

    private void begin() {
        answerAt = rows.size();
        parts = 0;
        markdown = new Markdown();
        thinking.setLength(0);
        thoughtAt = -1;
    }

    private void ask(DeploymentId deployment) {
        clearAnswer();
        begin();
        rows.add(new ChatRow.Waiting(Optional.of(deployment)));
    }

    private void fail(ExchangeEvent.AttemptFailed failed) {
        clearAnswer();
        rows.add(new ChatRow.FailedNow(failed));
        begin();
        rows.add(new ChatRow.Waiting(Optional.empty()));
    }

    private void clearAnswer() {
        rows.remove(thoughtAt >= 0 ? thoughtAt : answerAt, rows.size());
    }

    /** Where nobody answered, one sentence says so for all of them. */
    private void clearAttempts() {
        clearAnswer();
        while (rows.getLast() instanceof ChatRow.FailedNow) {
            rows.removeLast();
        }
    }

    private void think(boolean live) {
        var row = new ChatRow.Thought(thinking.toString(), live);
        if (thoughtAt >= 0) {
            rows.set(thoughtAt, row);
        } else {
            thoughtAt = answerAt;
            rows.add(answerAt++, row);
        }
    }

    private void write(StringBuilder text) {
        if (text.isEmpty()) {
            return;
        }
        markdown.append(text.toString());
        text.setLength(0);
        show(markdown.blocks());
        if (thoughtAt >= 0 && parts > 0 && rows.get(thoughtAt) instanceof ChatRow.Thought thought && thought.live()) {
            think(false);
        }
    }

    private void show(List<Block> blocks) {
        if (blocks.isEmpty()) {
            return;
        }
        if (parts == 0 && rows.getLast() instanceof ChatRow.Waiting) {
            rows.removeLast();
        }
        for (int i = 0; i < blocks.size(); i++) {
            var part = new ChatRow.Part(blocks.get(i));
            if (i >= parts) {
                rows.add(answerAt + i, part);
            } else if (!rows.get(answerAt + i).equals(part)) {
                rows.set(answerAt + i, part);
            }
        }
        if (blocks.size() < parts) {
            rows.remove(answerAt + blocks.size(), answerAt + parts);
        }
        parts = blocks.size();
    }

    private void finish(Answer answer) {
        DecisionRecord record = answer.record();
        switch (answer.result()) {
            case ANSWERED -> {
                show(Markdown.parse(answer.text())); // once more and whole, for links whose address stands below them
                dropWaiting();
                settleThought();
                rows.add(new ChatRow.Served(record, answer.text(), false));
            }
            case STOPPED -> {
                dropWaiting();
                settleThought();
                rows.add(answer.text().isEmpty() ? new ChatRow.Stopped() : new ChatRow.Served(record, answer.text(), true));
            }
            case PARKED -> {
                clearAttempts();
                addState(new ChatRow.Parked(record));
            }
            case UNANSWERED -> {
                clearAttempts();
                addState(new ChatRow.Unanswered(record));
            }
        }
        conversation = Optional.of(answer.conversation());
        end();
    }

    /** Under the message, as the journal tells it; what was said after a message that had waited stands below. */
    private void addState(ChatRow row) {
        rows.add(resumed.isPresent() ? resumedAt : rows.size(), row);
    }

    private void settleThought() {
        if (!thinking.isEmpty()) {
            think(false);
        }
    }

    private void dropWaiting() {
        if (rows.getLast() instanceof ChatRow.Waiting) {
            rows.removeLast();
        }
    }

    private void end() {
        cancellation = Optional.empty();
        resumed = Optional.empty();
        begin();
        busy.set(false);
    }
}
