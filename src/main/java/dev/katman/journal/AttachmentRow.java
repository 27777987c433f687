package dev.katman.journal;

import dev.katman.conversation.AttachmentId;
import dev.katman.documents.Document;
import dev.katman.documents.Reading;

import java.util.List;
import java.util.Optional;

/**
 * A file or a folder that is attached to a message which is not sent yet.
 *
 * @param id        which
 * @param name      for people
 * @param documents what it holds
 * @param unread    what of it could not be read, and why
 * @param from      where it is still to be read from, as its machine writes that; empty once it was read
 */
public record AttachmentRow(AttachmentId id, String name, List<Document> documents, List<Reading.Unread> unread, Optional<String> from) {
    public AttachmentRow {
        documents = List.copyOf(documents);
        unread = List.copyOf(unread);
        if (from.isPresent() && !(documents.isEmpty() && unread.isEmpty())) {
            throw new IllegalArgumentException("what is still to be read holds nothing yet: " + name);
        }
    }
}
