package dev.katman.ui.chat;

import dev.katman.conversation.Cancellation;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.Folded;
import dev.katman.conversation.MessageId;
import dev.katman.exchange.Answer;
import dev.katman.exchange.ExchangeEvent;
import dev.katman.journal.DecisionRecord;
import dev.katman.journal.Draft;
import dev.katman.journal.Fitting;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * One conversation as rows. It is fed the exchange's events, a frame's worth at a time, and changes only the rows that really
 * changed. Knows no scene. Of one thread, which in the window is the FX thread.
 */
final class ChatModel {
    private final ObservableList<ChatRow> rows = FXCollections.observableArrayList();
    private final LiveAnswer live = new LiveAnswer(rows);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper handedBack = new ReadOnlyIntegerWrapper();
    private Optional<ConversationId> conversation;
    private Optional<Errand> errand = Optional.empty();
    private String draft = "";
    private Optional<Draft.Edit> edit = Optional.empty();
    private Pin pin = Pin.NONE;
    private boolean whole;

    /** What an answer is under way for. */
    private enum Kind { SAID, EDITED, RESUMED, AGAIN }

    /**
     * An answer under way.
     *
     * @param before  the rows as they were
     * @param at      where the message or the end of the answer stands, or stood, that it is about
     * @param message the message that had waited, or the answer in whose stead another is wanted, or the message that was edited
     * @param text    what was said
     */
    private record Errand(Kind kind, Cancellation stop, List<ChatRow> before, int at, Optional<MessageId> message, String text) {
        /** What stands in the place that the newest variant takes. */
        Optional<Spot> earlier() {
            return switch (kind) {
                case SAID, RESUMED -> Optional.empty();
                case EDITED -> before.get(row(before, message.orElseThrow())).spot();
                case AGAIN -> before.get(at) instanceof ChatRow.SaidTools ? Optional.empty() : before.get(at).spot();
            };
        }
    }

    ChatModel(Optional<ConversationId> conversation) {
        this.conversation = conversation;
        whole = conversation.isEmpty();
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

    /** The message that is being written anew, and what it says by now. */
    Optional<Draft.Edit> edit() {
        return edit;
    }

    void edit(Optional<Draft.Edit> now) {
        edit = now;
    }

    /** Grows when words that were on their way are unsent again. */
    ReadOnlyIntegerProperty handedBack() {
        return handedBack.getReadOnlyProperty();
    }

    /** A message is no more. If it was being edited, what it was to say stands with what is written for the next one. */
    void gone(MessageId message) {
        if (edit.filter(e -> e.message().equals(message)).isPresent()) {
            handBack(unsent().withoutEdit().text(), Optional.empty());
        }
    }

    private void handBack(String text, Optional<Draft.Edit> edited) {
        draft = text;
        edit = edited;
        handedBack.set(handedBack.get() + 1);
    }

    /** What the reader insists on here until further notice. */
    Pin pin() {
        return pin;
    }

    void pin(Pin other) {
        pin = other;
    }

    /** Everything of it that is not sent. */
    Draft unsent() {
        return new Draft(conversation, draft, edit, pin.tier(), pin.model().map(Object::toString));
    }

    /** What the reader said last, once it is in the journal. */
    Optional<ChatRow.SaidTools> lastSaid() {
        return rows.reversed().stream().filter(ChatRow.SaidTools.class::isInstance).map(ChatRow.SaidTools.class::cast)
                .filter(row -> row.spot().isPresent()).findFirst();
    }

    /** Something was said of a decision: the line under its answer says so. */
    void taught(DecisionRecord record) {
        rows.replaceAll(row -> row instanceof ChatRow.Served served && served.record().id().equals(record.id())
                ? new ChatRow.Served(record, served.text(), served.stopped(), served.spot(), served.prepared()) : row);
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

    /** Shows what went along with a question, or folds it to a line. */
    void turn(ChatRow.Sources sources) {
        replace(sources, new ChatRow.Sources(sources.record(), sources.fitting(), !sources.open()));
    }

    /** Tells what went along with the question of an answer that is there. */
    void went(ChatRow.Sources sources) {
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

    /** Where the message of that decision stands among the rows; -1 where it is not there. */
    int place(DecisionId decision) {
        int said = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof ChatRow.Said) {
                said = i;
            }
            if (decided(rows.get(i)).filter(r -> r.id().equals(decision)).isPresent()) {
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
                case ChatRow.Result row -> row.prepared().table().map(TableText::of).orElse("");
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

    private static Optional<DecisionRecord> decided(ChatRow row) {
        return switch (row) {
            case ChatRow.Served served -> Optional.of(served.record());
            case ChatRow.Interrupted cut -> Optional.of(cut.record());
            case ChatRow.FailedThen failed -> Optional.of(failed.record());
            case ChatRow.Parked parked -> Optional.of(parked.record());
            case ChatRow.Unanswered unanswered -> Optional.of(unanswered.record());
            case ChatRow.NotAgain not -> Optional.of(not.record());
            case ChatRow.Said said -> Optional.empty();
            case ChatRow.SaidTools tools -> Optional.empty();
            case ChatRow.Enclosed enclosed -> Optional.empty();
            case ChatRow.Sources sources -> Optional.empty();
            case ChatRow.Thought thought -> Optional.empty();
            case ChatRow.Part part -> Optional.empty();
            case ChatRow.FailedNow failed -> Optional.empty();
            case ChatRow.Waiting waiting -> Optional.empty();
            case ChatRow.Stopped stopped -> Optional.empty();
            case ChatRow.Preparation preparation -> Optional.empty();
            case ChatRow.Result result -> Optional.empty();
            case ChatRow.Open open -> Optional.empty();
        };
    }

    /** Whether something here waits for its time, or is being answered by somebody who does not tell us. */
    boolean waits() {
        return rows.stream().anyMatch(row -> row instanceof ChatRow.Parked || row instanceof ChatRow.Waiting && !busy.get());
    }

    /** Whether a document is or was being prepared here: its result may have come while nobody read. */
    boolean prepares() {
        return rows.stream().anyMatch(ChatRow.Preparation.class::isInstance);
    }

    /** Whether a document was sent here. */
    boolean encloses() {
        return rows.stream().anyMatch(ChatRow.Enclosed.class::isInstance);
    }

    /** Whether an answer stands beside a part of one that the journal has in the same place. */
    boolean showsTwice(Answer answer) {
        return rows.stream().anyMatch(row -> row instanceof ChatRow.Interrupted cut && cut.record().message().equals(answer.id()));
    }

    /** Shows what the journal tells. While an answer is under way the rows know more than the journal, and stay. */
    void history(History history) {
        if (!busy.get()) {
            become(unfolded(history.rows()));
            whole = history.whole();
        }
    }

    /** What the journal tells knows nothing of folds: what the reader has unfolded stays so, and a thought that is here is not read again. */
    private List<ChatRow> unfolded(List<ChatRow> told) {
        var open = new HashSet<DecisionId>();
        var thoughts = new HashMap<MessageId, ChatRow>();
        for (ChatRow row : rows) {
            if (row instanceof ChatRow.Sources sources && sources.open()) {
                open.add(sources.record().id());
            } else if (row instanceof ChatRow.Thought thought && thought.words().isPresent()) {
                thought.answer().ifPresent(answer -> thoughts.put(answer, thought));
            }
        }
        return open.isEmpty() && thoughts.isEmpty() ? told : told.stream().<ChatRow>map(row -> switch (row) {
            case ChatRow.Sources sources when open.contains(sources.record().id()) -> new ChatRow.Sources(sources.record(), sources.fitting(), true);
            case ChatRow.Thought thought -> thought.answer().map(thoughts::get).orElse(thought);
            case ChatRow other -> other;
        }).toList();
    }

    /** Whether all that was said is among the rows. */
    boolean whole() {
        return whole;
    }

    /** Changes only what is not the same: the rest stays on the screen as it is. */
    private void become(List<ChatRow> now) {
        int same = 0;
        while (same < Math.min(rows.size(), now.size()) && rows.get(same).equals(now.get(same))) {
            same++;
        }
        int tail = 0;
        while (tail < Math.min(rows.size(), now.size()) - same && rows.get(rows.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        rows.remove(same, rows.size() - tail);
        rows.addAll(same, now.subList(same, now.size() - tail));
    }

    /** The reader has sent this; in place of the message that is being edited, if one is. */
    void sent(String text, List<String> documents, Cancellation stop) {
        int edited = edit.map(Draft.Edit::message).map(this::row).orElse(0) - 1; // its words stand above the row that names it
        int at = (edited < 0 ? rows.size() : edited) + (documents.isEmpty() ? 0 : 1);
        errand = Optional.of(new Errand(edited < 0 ? Kind.SAID : Kind.EDITED, stop, List.copyOf(rows), at, edit.map(Draft.Edit::message), text));
        if (edited >= 0) {
            rows.remove(edited, rows.size());
        }
        edit = Optional.empty();
        if (!documents.isEmpty()) {
            rows.add(new ChatRow.Enclosed(documents, Optional.empty()));
        }
        rows.add(new ChatRow.Said(text));
        rows.add(new ChatRow.SaidTools(text, Optional.empty()));
        begin();
    }

    /**
     * A message that has no answer here is being answered, and what happens will be told.
     *
     * @return whether it is shown: not where it is not here, or where another answer is under way
     */
    boolean resumed(MessageId message, Cancellation stop) {
        for (int i = 0; i < rows.size() && !busy.get(); i++) {
            if (unheard(rows.get(i)).filter(message::equals).isPresent()) {
                errand = Optional.of(new Errand(Kind.RESUMED, stop, List.copyOf(rows), i, Optional.of(message), ""));
                rows.remove(i);
                begin();
                return true;
            }
        }
        return false;
    }

    private static Optional<MessageId> unheard(ChatRow row) {
        return switch (row) {
            case ChatRow.Parked parked -> Optional.of(parked.record().message());
            case ChatRow.Unanswered unanswered -> Optional.of(unanswered.record().message());
            case ChatRow.Stopped stopped -> stopped.message();
            case ChatRow other -> Optional.empty();
        };
    }

    /**
     * Another answer is wanted in that one's stead, or one to a message whose answer is gone. What followed is out of sight from now on.
     *
     * @return whether it is shown, as for {@link #resumed}
     */
    boolean again(MessageId answer, Cancellation stop) {
        int end = row(answer);
        if (end < 0 || busy.get()) {
            return false;
        }
        errand = Optional.of(new Errand(Kind.AGAIN, stop, List.copyOf(rows), end, Optional.of(answer), ""));
        int begin = rows.get(end) instanceof ChatRow.SaidTools ? end + 1 : end;
        while (begin > 0 && isOfAnswer(rows.get(begin - 1))) {
            begin--;
        }
        rows.remove(begin, rows.size());
        begin();
        return true;
    }

    private static boolean isOfAnswer(ChatRow row) {
        return row instanceof ChatRow.Part || row instanceof ChatRow.Thought || row instanceof ChatRow.FailedNow
                || row instanceof ChatRow.FailedThen || row instanceof ChatRow.Result;
    }

    /** The row that shows a message, or ends it; -1 where there is none. */
    private int row(MessageId message) {
        return row(rows, message);
    }

    private static int row(List<ChatRow> rows, MessageId message) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).spot().filter(spot -> spot.message().equals(message)).isPresent()) {
                return i;
            }
        }
        return -1;
    }

    /** Whether that message, or another answer in its stead, is what is under way here. */
    boolean resumes(MessageId message) {
        return errand.filter(e -> e.kind() == Kind.RESUMED || e.kind() == Kind.AGAIN).flatMap(Errand::message).filter(message::equals).isPresent();
    }

    /** Stops the answer that is under way, if one is. */
    void stop() {
        errand.ifPresent(e -> e.stop().cancel());
    }

    /** What happened, in order. */
    void on(List<Heard> heard) {
        for (Heard next : heard) {
            switch (next) {
                case Heard.Event(ExchangeEvent event) -> on(event);
                case Heard.Grown grown -> live.grown(grown);
                case Heard.Finished finished -> {
                    live.show();
                    finish(finished);
                }
            }
        }
        if (busy.get()) {
            live.show();
        }
    }

    private void on(ExchangeEvent event) {
        if (!(event instanceof ExchangeEvent.Thinking)) {
            live.show();
        }
        switch (event) {
            case ExchangeEvent.Thinking piece -> live.thinking(piece.delta());
            case ExchangeEvent.Accepted accepted -> accepted(accepted);
            case ExchangeEvent.Judged judged -> { } // the decision that follows says more
            case ExchangeEvent.Decided decided -> { }
            case ExchangeEvent.Asking asking -> live.asks(asking.deployment());
            case ExchangeEvent.AttemptFailed failed -> live.failed(failed);
            case ExchangeEvent.Text text -> throw new IllegalStateException("not read yet: " + text);
            case ExchangeEvent.Finished finished -> throw new IllegalStateException("not read yet: " + finished);
        }
    }

    private void accepted(ExchangeEvent.Accepted accepted) {
        conversation = Optional.of(accepted.conversation());
        errand.filter(e -> e.kind() == Kind.SAID || e.kind() == Kind.EDITED).ifPresent(e -> {
            MessageId id = accepted.message();
            if (e.at() > 0 && rows.get(e.at() - 1) instanceof ChatRow.Enclosed(var names, var before) && before.isEmpty()) {
                rows.set(e.at() - 1, new ChatRow.Enclosed(names, Optional.of(id)));
            }
            rows.set(e.at() + 1, new ChatRow.SaidTools(e.text(), Optional.of(e.earlier().map(spot -> spot.with(id)).orElseGet(() -> Spot.alone(id)))));
        });
    }

    /** It never got as far as an answer: the data folder, or a fault. The text is handed back, so that nothing is lost. */
    void failed() {
        errand.ifPresent(e -> {
            rows.setAll(e.before());
            end();
            switch (e.kind()) {
                case SAID -> handBack(Draft.together(e.text(), draft), edit); // by now there may be more
                case EDITED -> {
                    if (edit.isEmpty()) {
                        handBack(draft, e.message().map(message -> new Draft.Edit(message, e.text())));
                    } else {
                        handBack(Draft.together(draft, e.text()), edit);
                    }
                }
                case RESUMED, AGAIN -> { }
            }
        });
    }

    private void begin() {
        live.begin();
        rows.add(new ChatRow.Waiting(Optional.empty()));
        busy.set(true);
    }

    private void finish(Heard.Finished finished) {
        Answer answer = finished.answer();
        DecisionRecord record = answer.record();
        Errand sent = errand.orElseThrow();
        switch (answer.result()) {
            case ANSWERED -> served(sent, finished, false);
            case STOPPED -> {
                if (answer.reply().isPresent()) {
                    served(sent, finished, true);
                } else if (sent.kind() == Kind.AGAIN) {
                    rows.setAll(sent.before());
                } else {
                    live.clearAttempts();
                    addState(sent, new ChatRow.Stopped(Optional.of(answer.id())));
                }
            }
            case PARKED -> {
                live.clearAttempts();
                addState(sent, new ChatRow.Parked(record));
            }
            case UNANSWERED -> {
                if (sent.kind() == Kind.AGAIN) {
                    rows.setAll(sent.before());
                    rows.add(sent.at() + 1, new ChatRow.NotAgain(record));
                } else {
                    live.clearAttempts();
                    addState(sent, new ChatRow.Unanswered(record));
                }
            }
        }
        conversation = Optional.of(answer.conversation());
        end();
    }

    private void served(Errand sent, Heard.Finished finished, boolean stopped) {
        Answer answer = finished.answer();
        live.settle(finished.blocks(), answer.reply());
        Optional<Spot> beside = sent.kind() == Kind.AGAIN ? sent.earlier() : Optional.empty(); // an edited message's spot is its own
        rows.add(new ChatRow.Served(answer.record(), answer.text(), stopped,
                answer.reply().map(id -> beside.map(spot -> spot.with(id)).orElseGet(() -> Spot.alone(id))), Optional.empty()));
    }

    /** Under the message, as the journal tells it; what was said after a message that had waited stands below. */
    private void addState(Errand sent, ChatRow row) {
        rows.add(sent.kind() == Kind.RESUMED ? sent.at() : rows.size(), row);
    }

    private void end() {
        errand = Optional.empty();
        live.begin();
        busy.set(false);
    }
}
