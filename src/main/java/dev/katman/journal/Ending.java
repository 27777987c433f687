package dev.katman.journal;

import dev.katman.catalog.DeploymentId;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.MessageId;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of a message.
 *
 * @param decision     under which it was taken up
 * @param message      the user's message
 * @param conversation where it belongs
 * @param state        of the message from now on
 * @param answer       what it got
 * @param thought      what was thought before it; may be empty
 * @param insteadOf    an earlier answer beside which this one is put
 * @param served       who answered
 * @param took         from the message to the end of the answer
 * @param parkedUntil  when it is tried again
 * @param at           when it ended
 */
public record Ending(DecisionId decision, MessageId message, ConversationId conversation, MessageRow.State state,
        Optional<MessageRow> answer, String thought, Optional<MessageId> insteadOf, Optional<DeploymentId> served, Duration took,
        Optional<Instant> parkedUntil, Instant at) {
    /** Without a thought. */
    public Ending(DecisionId decision, MessageId message, ConversationId conversation, MessageRow.State state, Optional<MessageRow> answer,
            Optional<MessageId> insteadOf, Optional<DeploymentId> served, Duration took, Optional<Instant> parkedUntil, Instant at) {
        this(decision, message, conversation, state, answer, "", insteadOf, served, took, parkedUntil, at);
    }
}
