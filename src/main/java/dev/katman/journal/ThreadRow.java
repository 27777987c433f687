package dev.katman.journal;

import dev.katman.conversation.MessageId;

import java.util.List;

/**
 * A message of what is shown of a conversation.
 *
 * @param message  what was said
 * @param variants the messages that stand in the same place, itself among them, oldest first: a message that was edited, an answer that was
 *                 asked for again
 */
public record ThreadRow(MessageRow message, List<MessageId> variants) {
    public ThreadRow {
        variants = List.copyOf(variants);
        if (!variants.contains(message.id())) {
            throw new IllegalArgumentException("not one of its own variants: " + message.id());
        }
    }
}
