package dev.katman.journal;

import dev.katman.conversation.MessageId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A conversation with everything that was said in it.
 *
 * @param messages oldest first
 * @param before   the message below which each of them stands; none for a first one
 * @param thoughts what was thought before answers
 * @param head     the last one that is shown
 */
public record KeptConversation(ConversationRow conversation, List<MessageRow> messages, Map<MessageId, MessageId> before,
        Map<MessageId, String> thoughts, Optional<MessageId> head) {
    public KeptConversation {
        messages = List.copyOf(messages);
        before = Map.copyOf(before);
        thoughts = Map.copyOf(thoughts);
    }

    /** What is shown of it, oldest first. */
    public List<MessageRow> shown() {
        var rows = new HashMap<MessageId, MessageRow>();
        messages.forEach(message -> rows.put(message.id(), message));
        var shown = new ArrayList<MessageRow>();
        for (MessageId at = head.orElse(null); at != null && rows.containsKey(at); at = before.get(at)) {
            shown.add(rows.get(at));
        }
        return shown.reversed();
    }

    /** One in which each message follows the one before it. */
    public static KeptConversation inOrder(ConversationRow conversation, List<MessageRow> messages) {
        var before = new HashMap<MessageId, MessageId>();
        for (int i = 1; i < messages.size(); i++) {
            before.put(messages.get(i).id(), messages.get(i - 1).id());
        }
        return new KeptConversation(conversation, messages, before, Map.of(), messages.stream().reduce((a, b) -> b).map(MessageRow::id));
    }
}
