package dev.katman.journal;

import java.util.List;

/**
 * A conversation with everything that was said in it.
 *
 * @param messages oldest first
 */
public record KeptConversation(ConversationRow conversation, List<MessageRow> messages) {
    public KeptConversation {
        messages = List.copyOf(messages);
    }
}
