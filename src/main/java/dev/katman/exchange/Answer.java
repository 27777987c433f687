package dev.katman.exchange;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.MessageId;
import dev.katman.journal.DecisionRecord;

import java.util.Optional;

/**
 * What became of a message.
 *
 * @param id           the user's message
 * @param conversation where it belongs
 * @param reply        what was answered, as it stands in the journal; empty where nothing was
 * @param text         the answer; of one that the reader stopped, what had come; else empty
 * @param result       how it ended
 * @param record       the decision, and every call that was made
 */
public record Answer(MessageId id, ConversationId conversation, Optional<MessageId> reply, String text, Result result, DecisionRecord record) {
    /** How a message ended. */
    public enum Result {
        ANSWERED,
        /** Nobody has room now; {@link DecisionRecord#parkedUntil} says when. */
        PARKED,
        /** Nobody can answer, and waiting does not help: no key, too large, or all failed. */
        UNANSWERED,
        /** The reader stopped it. */
        STOPPED
    }
}
