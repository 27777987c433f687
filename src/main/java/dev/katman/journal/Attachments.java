package dev.katman.journal;

import dev.katman.conversation.AttachmentId;
import dev.katman.conversation.ConversationId;
import dev.katman.documents.Document;
import dev.katman.documents.Kind;
import dev.katman.documents.Reading;
import org.jdbi.v3.core.Handle;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is attached to messages that are not sent yet. Throws {@link JournalException} when the data folder fails. Safe for use by many threads.
 */
public final class Attachments {
    private final Database database;

    Attachments(Database database) {
        this.database = database;
    }

    /**
     * Something is about to be read for the next message of a conversation. Should the program end before it was, it is known where from.
     *
     * @param conversation empty for one that has not begun
     * @param from         as this machine writes it
     */
    public void begin(Optional<ConversationId> conversation, AttachmentId id, String name, String from) {
        database.write(handle -> put(handle, conversation, id, name, from));
    }

    /**
     * Keeps what is attached to the next message of a conversation; what is kept already, in whichever, is of this one from now on.
     *
     * @param conversation empty for one that has not begun
     * @param volumes      of the attachment's documents, in their order
     */
    public void keep(Optional<ConversationId> conversation, AttachmentRow attachment, List<Volume> volumes) {
        String id = attachment.id().value();
        database.write(handle -> {
            int known = handle.createUpdate("update attachment set conversation_id = :conversation where id = :id and path is null")
                    .bind("conversation", key(conversation)).bind("id", id).execute();
            if (known > 0) {
                return;
            }
            put(handle, conversation, attachment.id(), attachment.name(), null);
            for (int place = 0; place < volumes.size(); place++) {
                handle.createUpdate("insert into attachment_document values (:id, :place, :document)").bind("id", id).bind("place", place)
                        .bind("document", DocumentTable.put(handle, volumes.get(place)).value()).execute();
            }
            for (int place = 0; place < attachment.unread().size(); place++) {
                Reading.Unread unread = attachment.unread().get(place);
                handle.createUpdate("insert into attachment_unread values (:id, :place, :name, :reason, :figure)").bind("id", id)
                        .bind("place", place).bind("name", Volume.shortened(unread.name())).bind("reason", unread.reason().name())
                        .bind("figure", unread.figure()).execute();
            }
        });
    }

    /** @param from null once it was read */
    private static void put(Handle handle, Optional<ConversationId> conversation, AttachmentId id, String name, String from) {
        handle.createUpdate("merge into attachment (id, conversation_id, name, path) key (id) values (:id, :conversation, :name, :path)")
                .bind("id", id.value()).bind("conversation", key(conversation)).bind("name", Volume.shortened(name)).bind("path", from).execute();
    }

    /** They are attached to the next message of that conversation from now on. */
    public void move(List<AttachmentId> attachments, ConversationId conversation) {
        each(attachments, "update attachment set conversation_id = :conversation where id in (<ids>)", Optional.of(conversation));
    }

    /** They were sent, or left out. */
    public void remove(List<AttachmentId> attachments) {
        each(attachments, "delete from attachment where id in (<ids>)", Optional.empty());
    }

    private void each(List<AttachmentId> attachments, String change, Optional<ConversationId> conversation) {
        if (!attachments.isEmpty()) {
            database.write(handle -> {
                var update = handle.createUpdate(change).bindList("ids", attachments.stream().map(AttachmentId::value).toList());
                conversation.ifPresent(id -> update.bind("conversation", id.value()));
                update.execute();
                DocumentTable.sweep(handle);
            });
        }
    }

    /** The conversations where something is attached; empty for the one that has not begun. */
    public Set<Optional<ConversationId>> conversations() {
        return database.read(handle -> handle.createQuery("select distinct conversation_id from attachment").mapTo(String.class).stream()
                .map(id -> id.isEmpty() ? Optional.<ConversationId>empty() : Optional.of(new ConversationId(id))).collect(Collectors.toSet()));
    }

    /** What is attached to the next message of a conversation, the oldest first. */
    public List<AttachmentRow> of(Optional<ConversationId> conversation) {
        return database.read(handle -> handle.createQuery("select * from attachment where conversation_id = :id order by id")
                .bind("id", key(conversation)).map((row, context) -> {
                    String id = row.getString("id");
                    return new AttachmentRow(new AttachmentId(id), row.getString("name"), documents(handle, id), unread(handle, id),
                            Optional.ofNullable(row.getString("path")));
                }).list());
    }

    private static List<Document> documents(Handle handle, String attachment) {
        return handle.createQuery("""
                select d.* from attachment_document a join document d on d.id = a.document_id
                where a.attachment_id = :id order by a.place""").bind("id", attachment)
                .map((row, context) -> Document.of(row.getString("name"), Kind.valueOf(row.getString("kind")), row.getLong("bytes"),
                        DocumentTable.fragments(handle, row.getString("id"), 0, Integer.MAX_VALUE))).list();
    }

    private static List<Reading.Unread> unread(Handle handle, String attachment) {
        return handle.createQuery("select * from attachment_unread where attachment_id = :id order by place").bind("id", attachment)
                .map((row, context) -> new Reading.Unread(row.getString("name"), Reading.Reason.valueOf(row.getString("reason")),
                        row.getLong("figure"))).list();
    }

    private static String key(Optional<ConversationId> conversation) {
        return conversation.map(ConversationId::value).orElse("");
    }
}
