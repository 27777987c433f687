package dev.katman.journal;

import dev.katman.conversation.DocumentId;
import dev.katman.documents.Kind;

import java.time.Instant;

/**
 * A document of the library.
 *
 * @param id    which
 * @param name  for people
 * @param kind  what it is
 * @param bytes of its file
 * @param since when it was put there
 */
public record KeptDocument(DocumentId id, String name, Kind kind, long bytes, Instant since) {
}
