package dev.katman.ui.chat;

import dev.katman.conversation.Cancellation;
import dev.katman.conversation.MessageId;
import javafx.collections.ObservableList;

import java.util.List;
import java.util.Optional;

/** What an answer is under way for, and how the rows of the conversation change for it. */
sealed interface Errand {
    /** The rows as they were. */
    List<ChatRow> before();

    /** Ends it. */
    Cancellation stop();

    /** Whether that message, or another answer in its stead, is what it is about. */
    boolean resumes(MessageId message);

    /** The message is in the journal. */
    default void accepted(ObservableList<ChatRow> rows, MessageId message) {
    }

    /** Which message the answer is, once that is in the journal. */
    default Spot spot(MessageId answer) {
        return Spot.alone(answer);
    }

    /** There is no answer; a row says why, in the place where the journal tells it. */
    void none(ObservableList<ChatRow> rows, ChatRow why);

    /** It never got as far as an answer: what was said is unsent again. */
    default void handBack(Unsent unsent) {
    }

    /**
     * Something is said.
     *
     * @param at        where it stands
     * @param insteadOf the message that it takes the place of
     */
    record Said(List<ChatRow> before, Cancellation stop, int at, String text, Optional<MessageId> insteadOf) implements Errand {
        @Override
        public boolean resumes(MessageId message) {
            return false;
        }

        @Override
        public void accepted(ObservableList<ChatRow> rows, MessageId message) {
            if (at > 0 && rows.get(at - 1) instanceof ChatRow.Enclosed(var names, var unknown) && unknown.isEmpty()) {
                rows.set(at - 1, new ChatRow.Enclosed(names, Optional.of(message)));
            }
            Optional<Spot> earlier = insteadOf.flatMap(other -> before.get(new Whereabouts(before).of(other)).spot());
            rows.set(at + 1, new ChatRow.SaidTools(text, Optional.of(Spot.beside(earlier, message))));
        }

        @Override
        public void none(ObservableList<ChatRow> rows, ChatRow why) {
            rows.add(why);
        }

        @Override
        public void handBack(Unsent unsent) {
            unsent.back(insteadOf, text);
        }
    }

    /**
     * A message has no answer as yet.
     *
     * @param at where the row stood that said so; what was said since stands below
     */
    record Resumed(List<ChatRow> before, Cancellation stop, int at, MessageId message) implements Errand {
        @Override
        public boolean resumes(MessageId other) {
            return message.equals(other);
        }

        @Override
        public void none(ObservableList<ChatRow> rows, ChatRow why) {
            rows.add(at, why);
        }
    }

    /**
     * Another answer is wanted.
     *
     * @param at      where the one ends in whose stead it is, or the message whose answer is gone
     * @param message which that is
     */
    record Again(List<ChatRow> before, Cancellation stop, int at, MessageId message) implements Errand {
        @Override
        public boolean resumes(MessageId other) {
            return message.equals(other);
        }

        @Override
        public Spot spot(MessageId answer) {
            ChatRow end = before.get(at);
            return Spot.beside(end instanceof ChatRow.SaidTools ? Optional.empty() : end.spot(), answer);
        }

        /** The answer that there was is there again. */
        @Override
        public void none(ObservableList<ChatRow> rows, ChatRow why) {
            switch (why) {
                case ChatRow.Stopped stopped -> back(rows);
                case ChatRow.Unanswered(var record) -> {
                    back(rows);
                    rows.add(at + 1, new ChatRow.NotAgain(record));
                }
                case ChatRow other -> rows.add(other);
            }
        }

        private void back(ObservableList<ChatRow> rows) {
            rows.setAll(before);
        }
    }
}
