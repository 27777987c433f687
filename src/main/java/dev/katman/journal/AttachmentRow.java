package dev.katman.journal;

import dev.katman.conversation.AttachmentId;
import dev.katman.documents.Document;
import dev.katman.documents.Reading;

import java.util.List;

/**
 * A file or a folder that is attached to a message which is not sent yet.
 *
 * @param id        which
 * @param name      for people
 * @param documents what it holds
 * @param unread    what of it could not be read, and why
 */
public record AttachmentRow(AttachmentId id, String name, List<Document> documents, List<Reading.Unread> unread) {
    public AttachmentRow {
        documents = List.copyOf(documents);
        unread = List.copyOf(unread);
    }
}
