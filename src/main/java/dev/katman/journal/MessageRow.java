package dev.katman.journal;

import dev.katman.catalog.Tier;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.MessageId;
import dev.katman.conversation.Role;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that was said.
 *
 * @param id           which
 * @param conversation where
 * @param role         by whom
 * @param text         in Markdown; of an answer that was broken off, what had come
 * @param at           when it was sent, or when the answer began
 * @param state        what became of it
 * @param decision     the decision that it led to (a user's message) or came from (an answer)
 * @param askedTier    the tier that the reader chose for it
 * @param askedModel   the model that the reader chose for it, by its short name or as {@code model@provider}
 */
public record MessageRow(MessageId id, ConversationId conversation, Role role, String text, Instant at, State state,
        DecisionId decision, Optional<Tier> askedTier, Optional<String> askedModel) {
    /** A message for which nothing was chosen. */
    public MessageRow(MessageId id, ConversationId conversation, Role role, String text, Instant at, State state, DecisionId decision) {
        this(id, conversation, role, text, at, state, decision, Optional.empty(), Optional.empty());
    }

    /**
     * The same in a conversation that branches off.
     *
     * @param next what follows it there: a message that was answered more than once is copied with the answer that is
     */
    MessageRow copied(MessageId as, ConversationId to, Optional<MessageRow> next) {
        boolean waits = state == State.PENDING || state == State.PARKED;
        DecisionId led = next.filter(n -> role == Role.USER && n.role() == Role.ASSISTANT).map(MessageRow::decision).orElse(decision);
        return new MessageRow(as, to, role, text, at, waits ? State.STOPPED : state, led, askedTier, askedModel);
    }

    /** What became of a message. */
    public enum State {
        /** A user's message that waits for its answer, also across a crash. */
        PENDING,
        /** Said, or answered. */
        DONE,
        /** A user's message that nobody could answer yet: it has a time. */
        PARKED,
        /** Nobody could answer, and waiting would not help. */
        UNANSWERED,
        /** The reader stopped the answer. */
        STOPPED,
        /** An answer that the end of the program cut off: what had come of it. */
        INTERRUPTED
    }
}
