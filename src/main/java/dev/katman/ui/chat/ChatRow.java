package dev.katman.ui.chat;

import dev.katman.catalog.DeploymentId;
import dev.katman.conversation.MessageId;
import dev.katman.exchange.ExchangeEvent;
import dev.katman.exchange.Prepared;
import dev.katman.journal.CallRecord;
import dev.katman.journal.DecisionRecord;
import dev.katman.journal.Fitting;
import dev.katman.journal.Source;
import dev.katman.ui.kit.Block;
import dev.katman.ui.kit.Citation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One row of a chat. Values only: the words for them are found when they are drawn, in the language of that moment. */
sealed interface ChatRow {
    /** @return the message that the row shows, or ends */
    default Optional<Spot> spot() {
        return Optional.empty();
    }

    /** A row that tells of a decision. */
    sealed interface Decided extends ChatRow {
        DecisionRecord record();
    }

    /** What the reader said. */
    record Said(String text) implements ChatRow {
    }

    /**
     * Documents that went along with what the reader said; it stands below them.
     *
     * @param message which that is; empty until it is in the journal
     */
    record Enclosed(List<String> names, Optional<MessageId> message) implements ChatRow {
        public Enclosed {
            names = List.copyOf(names);
        }
    }

    /**
     * Under what the reader said: what can be done with it.
     *
     * @param text what was said
     * @param spot empty until it is in the journal
     */
    record SaidTools(String text, Optional<Spot> spot) implements ChatRow {
    }

    /**
     * What a model thought before it answered.
     *
     * @param answer before which it stands; empty while that is not in the journal
     * @param words  empty while nobody has asked the journal for them
     * @param live   whether more is coming
     * @param open   whether the words are shown, and not folded away
     */
    record Thought(Optional<MessageId> answer, Optional<String> words, boolean live, boolean open) implements ChatRow {
        public Thought {
            if (words.isEmpty() && (open || answer.isEmpty())) {
                throw new IllegalArgumentException("nobody has the words of it");
            }
        }

        /** What is there of one under way. */
        Thought(String words, boolean live, boolean open) {
            this(Optional.empty(), Optional.of(words), live, open);
        }

        /** One of which the journal has the words. */
        Thought(MessageId answer) {
            this(Optional.of(answer), Optional.empty(), false, false);
        }

        /** Shown, or folded away. */
        Thought open(boolean now) {
            return new Thought(answer, words, live, now);
        }

        /** The words, as they are to be read; empty as long as they are not here. */
        String text() {
            return words.orElse("").strip();
        }
    }

    /**
     * A block of an answer.
     *
     * @param sources what went along with the question, where the block names something of it
     */
    record Part(Block block, Optional<Fitting> sources) implements ChatRow {
        Part(Block block) {
            this(block, Optional.empty());
        }

        /** The same block, where that is what went along. */
        Part citing(Fitting fitting) {
            Set<Integer> numbers = fitting.sources().stream().map(Source::number).collect(Collectors.toSet());
            return new Part(block, Optional.of(fitting).filter(went -> Citation.isIn(block, numbers)));
        }
    }

    /** A candidate that did not answer, as it happens. */
    record FailedNow(ExchangeEvent.AttemptFailed event) implements ChatRow {
    }

    /** A candidate that did not answer, as the journal tells of it. */
    record FailedThen(CallRecord call, DecisionRecord record) implements Decided {
    }

    /** @param asked who is being asked; empty while the message is judged */
    record Waiting(Optional<DeploymentId> asked) implements ChatRow {
    }

    /**
     * The quiet line under an answer.
     *
     * @param text     the whole answer, to copy
     * @param stopped  whether the reader stopped it
     * @param prepared the document, where the answer is what that was prepared to
     */
    record Served(DecisionRecord record, String text, boolean stopped, Optional<Spot> spot, Optional<Prepared> prepared) implements Decided {
        /** The same line, where something else is known of the decision. */
        Served with(DecisionRecord other) {
            return new Served(other, text, stopped, spot, prepared);
        }
    }

    /**
     * Under an answer: what of documents and of older messages went along with the question, and what did not.
     *
     * @param open whether it is shown, and not folded to a line
     */
    record Sources(DecisionRecord record, Fitting fitting, boolean open) implements Decided {
        /** Shown, or folded to a line. */
        Sources open(boolean now) {
            return new Sources(record, fitting, now);
        }
    }

    /**
     * Under an answer that the end of the program cut off.
     *
     * @param text what had come
     */
    record Interrupted(DecisionRecord record, String text, Optional<Spot> spot) implements Decided {
    }

    /** Nobody has room yet: it answers itself later. */
    record Parked(DecisionRecord record) implements Decided {
    }

    /** Nobody could answer. */
    record Unanswered(DecisionRecord record) implements Decided {
    }

    /** Nobody could give another answer to a message; it keeps the one that it has. */
    record NotAgain(DecisionRecord record) implements Decided {
    }

    /**
     * The reader stopped it before anything had come, or it was never known why there is no answer.
     *
     * @param message which; empty until it is in the journal
     */
    record Stopped(Optional<MessageId> message) implements ChatRow {
    }

    /** Under a message that asks for a document to be prepared: how far that is. */
    record Preparation(Prepared prepared) implements ChatRow {
    }

    /** What came of such a message: the table, where one was wanted, and what it took. */
    record Result(Prepared prepared) implements ChatRow {
    }

    /** A message whose answer was deleted. */
    record Open(MessageId message) implements ChatRow {
    }
}
