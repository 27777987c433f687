package dev.katman.exchange;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.MessageId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that was said and holds what was looked for.
 *
 * @param conversation where
 * @param message      which message; empty where it is the title that holds it
 * @param title        of the conversation
 * @param line         of the text, around what was found
 * @param marks        the words that were found in the line, in order
 * @param at           when it was said; of a title, when something was last said under it
 */
public record SearchHit(ConversationId conversation, Optional<MessageId> message, String title, String line, List<Mark> marks, Instant at) {
    public SearchHit {
        marks = List.copyOf(marks);
    }

    /** @param to no longer part of it */
    public record Mark(int from, int to) {
    }
}
