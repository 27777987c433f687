package dev.katman.exchange;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.classify.Assessment;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.MessageId;
import dev.katman.provider.Failure;
import dev.katman.routing.Decision;

/** What happens to a message, in order. Published on the thread that sends; listeners must be quick. */
public sealed interface ExchangeEvent {
    /** The message is in the journal; from here on nothing can lose it. */
    record Accepted(ConversationId conversation, MessageId message) implements ExchangeEvent {
    }

    /** Tier 0 has spoken. */
    record Judged(Assessment assessment) implements ExchangeEvent {
    }

    /** It is known who will be asked. */
    record Decided(Decision decision) implements ExchangeEvent {
    }

    /** A candidate is asked. An answer starts afresh: what an earlier attempt wrote is void. */
    record Asking(DeploymentId deployment, Tier tier) implements ExchangeEvent {
    }

    /** A piece of the answer. */
    record Text(String delta) implements ExchangeEvent {
    }

    /** A piece of the reasoning before it. */
    record Thinking(String delta) implements ExchangeEvent {
    }

    /**
     * A candidate did not answer; the next one is asked, if there is one.
     *
     * @param deployment who failed
     * @param failure    why
     * @param started    whether some of its answer had been shown
     * @param tokens     how many completion tokens of it had come, by our count
     */
    record AttemptFailed(DeploymentId deployment, Failure failure, boolean started, long tokens) implements ExchangeEvent {
    }

    /** It is over; the same value is returned to the sender. */
    record Finished(Answer answer) implements ExchangeEvent {
    }
}
