package dev.katman.exchange;

import dev.katman.conversation.MessageId;

import java.util.Optional;

/**
 * Where a message stands in its conversation.
 *
 * @param after     the message before it; empty for the first one
 * @param insteadOf the answer that it has got already, or a part of one, beside which the next is put
 * @param onceMore  whether it has been seen to and only another answer is wanted: then it does not wait, and keeps what it has
 */
record Place(Optional<MessageId> after, Optional<MessageId> insteadOf, boolean onceMore) {
    /** Of a message that is said for the first time. */
    static Place after(Optional<MessageId> message) {
        return new Place(message, Optional.empty(), false);
    }
}
