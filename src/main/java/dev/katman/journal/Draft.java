package dev.katman.journal;

import dev.katman.catalog.Tier;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.MessageId;

import java.util.Optional;

/**
 * What was written and not sent.
 *
 * @param conversation where; empty for one that has not begun
 * @param text         what was written
 * @param edit         a message that is being written anew
 * @param tier         the tier that the next message is to be answered by
 * @param model        likewise, by its name
 */
public record Draft(Optional<ConversationId> conversation, String text, Optional<Edit> edit, Optional<Tier> tier, Optional<String> model) {
    /**
     * A message in the middle of being changed.
     *
     * @param message which
     * @param text    what it says by now
     */
    public record Edit(MessageId message, String text) {
    }

    /** The message that was being changed is no more: what it was to say stands with what is written for the next one. */
    public Draft withoutEdit() {
        return new Draft(conversation, together(text, edit.map(Edit::text).orElse("")), Optional.empty(), tier, model);
    }

    /** Two texts that are to be one, neither of which may be lost. */
    public static String together(String first, String second) {
        return first.isBlank() ? second : second.isBlank() ? first : first + "\n\n" + second;
    }

    /** Whether there is nothing in it that is worth keeping. */
    public boolean isEmpty() {
        return text.isBlank() && edit.isEmpty() && tier.isEmpty() && model.isEmpty();
    }
}
