package dev.katman.journal;

import dev.katman.conversation.MessageId;

import java.time.Instant;
import java.util.Optional;

/**
 * A document that is or was prepared.
 *
 * @param message  that asked for it; its answer, once there is one, is the result
 * @param document which
 * @param goal     what is made of it; of a table, with its columns once they are known
 * @param finished when it was done; empty while pieces are missing
 */
public record PreparationRow(MessageId message, DocumentRow document, PreparationGoal goal, Optional<Instant> finished) {
}
