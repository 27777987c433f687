package dev.katman.ui.chat;

import dev.katman.catalog.DeploymentId;
import dev.katman.exchange.ExchangeEvent;
import dev.katman.journal.CallRecord;
import dev.katman.journal.DecisionRecord;
import dev.katman.ui.kit.Block;

import java.util.Optional;

/** One row of a chat. Values only: the words for them are found when they are drawn, in the language of that moment. */
sealed interface ChatRow {
    /** What the reader said. */
    record Said(String text) implements ChatRow {
    }

    /**
     * What a model thought before it answered.
     *
     * @param live whether more is coming
     */
    record Thought(String text, boolean live) implements ChatRow {
    }

    /** A block of an answer. */
    record Part(Block block) implements ChatRow {
    }

    /** A candidate that did not answer, as it happens. */
    record FailedNow(ExchangeEvent.AttemptFailed event) implements ChatRow {
    }

    /** A candidate that did not answer, as the journal tells of it. */
    record FailedThen(CallRecord call, DecisionRecord record) implements ChatRow {
    }

    /** @param asked who is being asked; empty while the message is judged */
    record Waiting(Optional<DeploymentId> asked) implements ChatRow {
    }

    /**
     * The quiet line under an answer.
     *
     * @param text    the whole answer, to copy
     * @param stopped whether the reader stopped it
     */
    record Served(DecisionRecord record, String text, boolean stopped) implements ChatRow {
    }

    /** Nobody has room yet: it answers itself later. */
    record Parked(DecisionRecord record) implements ChatRow {
    }

    /** Nobody could answer. */
    record Unanswered(DecisionRecord record) implements ChatRow {
    }

    /** The reader stopped it before anything had come, or it was never known why there is no answer. */
    record Stopped() implements ChatRow {
    }
}
