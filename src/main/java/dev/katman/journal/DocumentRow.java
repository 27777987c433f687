package dev.katman.journal;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DocumentId;
import dev.katman.conversation.MessageId;
import dev.katman.documents.Kind;

import java.time.Instant;

/**
 * A document that was sent into a conversation.
 *
 * @param id           which
 * @param conversation where
 * @param message      with which message
 * @param name         for people
 * @param kind         what it is
 * @param bytes        of its file
 * @param tokens       of its text, by the count of o200k
 * @param at           when
 */
public record DocumentRow(DocumentId id, ConversationId conversation, MessageId message, String name, Kind kind, long bytes, long tokens,
        Instant at) {
}
