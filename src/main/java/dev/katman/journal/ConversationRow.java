package dev.katman.journal;

import dev.katman.conversation.ConversationId;

import java.time.Instant;

/**
 * A conversation, for a list.
 *
 * @param id      which
 * @param title   for people; the first message's first words until somebody names it
 * @param created when it began
 * @param updated when something was last said in it
 */
public record ConversationRow(ConversationId id, String title, Instant created, Instant updated) {
}
