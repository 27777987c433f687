package dev.katman.journal;

import dev.katman.conversation.ConversationId;

import java.time.Instant;
import java.util.Optional;

/**
 * A conversation, for a list.
 *
 * @param id      which
 * @param title   for people; the first message's first words until somebody names it
 * @param created when it began
 * @param updated when something was last said in it
 * @param pinned  whether the reader wants it on top
 * @param folder  where the reader keeps it; a folder is there as long as something is in it
 */
public record ConversationRow(ConversationId id, String title, Instant created, Instant updated, boolean pinned,
        Optional<String> folder) {
}
