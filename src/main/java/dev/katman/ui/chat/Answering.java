package dev.katman.ui.chat;

import dev.katman.conversation.Cancellation;
import dev.katman.conversation.MessageId;
import dev.katman.exchange.Answer;
import dev.katman.exchange.ExchangeEvent;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ObservableList;

import java.util.List;
import java.util.Optional;

/** The answer under way in a conversation, if one is, from what it is wanted for to its end. It changes only the rows that really change. */
final class Answering {
    private final ObservableList<ChatRow> rows;
    private final Unsent unsent;
    private final LiveAnswer live;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Optional<Errand> errand = Optional.empty();

    Answering(ObservableList<ChatRow> rows, Unsent unsent) {
        this.rows = rows;
        this.unsent = unsent;
        live = new LiveAnswer(rows);
    }

    /** Whether one is under way. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** The reader has sent this; in place of the message that is being written anew, if one is. */
    void sent(String text, List<String> documents, Cancellation stop) {
        Optional<MessageId> insteadOf = unsent.edited().filter(message -> row(message) >= 0);
        int from = insteadOf.map(message -> row(message) - 1).orElse(rows.size()); // its words stand above the row that names it
        errand = Optional.of(new Errand.Said(List.copyOf(rows), stop, documents.isEmpty() ? from : from + 1, text, insteadOf));
        rows.remove(from, rows.size());
        if (!documents.isEmpty()) {
            rows.add(new ChatRow.Enclosed(documents, Optional.empty()));
        }
        rows.add(new ChatRow.Said(text));
        rows.add(new ChatRow.SaidTools(text, Optional.empty()));
        unsent.sent();
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
                errand = Optional.of(new Errand.Resumed(List.copyOf(rows), stop, i, message));
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
        errand = Optional.of(new Errand.Again(List.copyOf(rows), stop, end, answer));
        int from = rows.get(end) instanceof ChatRow.SaidTools ? end + 1 : end;
        while (from > 0 && isOfAnswer(rows.get(from - 1))) {
            from--;
        }
        rows.remove(from, rows.size());
        begin();
        return true;
    }

    private static boolean isOfAnswer(ChatRow row) {
        return row instanceof ChatRow.Part || row instanceof ChatRow.Thought || row instanceof ChatRow.FailedNow
                || row instanceof ChatRow.FailedThen || row instanceof ChatRow.Result;
    }

    private int row(MessageId message) {
        return new Whereabouts(rows).of(message);
    }

    /** Whether that message, or another answer in its stead, is what is under way here. */
    boolean resumes(MessageId message) {
        return errand.filter(now -> now.resumes(message)).isPresent();
    }

    /** Stops the answer that is under way, if one is. */
    void stop() {
        errand.ifPresent(now -> now.stop().cancel());
    }

    /** What happened, in order. */
    void on(List<Heard> heard) {
        for (Heard next : heard) {
            switch (next) {
                case Heard.Event(ExchangeEvent event) -> on(event);
                case Heard.Grown grown -> live.grown(grown);
                case Heard.Finished finished -> {
                    live.show();
                    finish(errand.orElseThrow(), finished);
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
            case ExchangeEvent.Accepted accepted -> errand.ifPresent(now -> now.accepted(rows, accepted.message()));
            case ExchangeEvent.Judged judged -> { } // the decision that follows says more
            case ExchangeEvent.Decided decided -> { }
            case ExchangeEvent.Asking asking -> live.asks(asking.deployment());
            case ExchangeEvent.AttemptFailed failed -> live.failed(failed);
            case ExchangeEvent.Text text -> throw new IllegalStateException("not read yet: " + text);
            case ExchangeEvent.Finished finished -> throw new IllegalStateException("not read yet: " + finished);
        }
    }

    /** It never got as far as an answer: the data folder, or a fault. The text is handed back, so that nothing is lost. */
    void failed() {
        errand.ifPresent(now -> {
            rows.setAll(now.before());
            now.handBack(unsent);
            end();
        });
    }

    private void finish(Errand now, Heard.Finished finished) {
        Answer answer = finished.answer();
        switch (answer.result()) {
            case ANSWERED -> served(now, finished);
            case STOPPED -> {
                if (answer.reply().isPresent()) {
                    served(now, finished);
                } else {
                    none(now, new ChatRow.Stopped(Optional.of(answer.id())));
                }
            }
            case PARKED -> none(now, new ChatRow.Parked(answer.record()));
            case UNANSWERED -> none(now, new ChatRow.Unanswered(answer.record()));
        }
        end();
    }

    private void served(Errand now, Heard.Finished finished) {
        Answer answer = finished.answer();
        live.settle(finished.blocks(), answer.reply());
        rows.add(new ChatRow.Served(answer.record(), answer.text(), answer.result() == Answer.Result.STOPPED, answer.reply().map(now::spot),
                Optional.empty()));
    }

    private void none(Errand now, ChatRow why) {
        live.clearAttempts();
        now.none(rows, why);
    }

    private void begin() {
        live.begin();
        rows.add(new ChatRow.Waiting(Optional.empty()));
        busy.set(true);
    }

    private void end() {
        errand = Optional.empty();
        live.begin();
        busy.set(false);
    }
}
