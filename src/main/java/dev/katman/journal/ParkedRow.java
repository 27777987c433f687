package dev.katman.journal;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.MessageId;

import java.time.Instant;

/**
 * A message that waits for room.
 *
 * @param message      which
 * @param conversation where it belongs
 * @param text         what it says
 * @param until        when somebody is expected to have room
 * @param place        its place in the queue, from 0
 */
public record ParkedRow(MessageId message, ConversationId conversation, String text, Instant until, int place) {
}
