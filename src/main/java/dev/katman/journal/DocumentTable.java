package dev.katman.journal;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DocumentId;
import dev.katman.conversation.MessageId;
import dev.katman.documents.Fragment;
import dev.katman.documents.Kind;
import dev.katman.documents.Place;
import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Documents, as they are written: what one says stands there once, whatever it goes along with, and goes with the last of that. */
final class DocumentTable {
    private static final int BATCH = 500;
    private static final String BELONGS_TO_NOTHING = """
            d.kept is null and not exists (select 1 from enclosure e where e.document_id = d.id)
                and not exists (select 1 from attachment_document a where a.document_id = d.id)""";

    private DocumentTable() {
    }

    /**
     * Sees to it that a document is there. Whoever puts it says in the same transaction what it belongs to.
     *
     * @return by what it is known: where one that says the same, or itself, is there already, it is that one
     */
    static DocumentId put(Handle handle, Volume volume) {
        return findToUse(handle, volume.identity()).orElseGet(() -> insert(handle, volume));
    }

    /** One that says the same, or itself. */
    static Optional<DocumentId> find(Handle handle, DocumentIdentity document) {
        return find(handle, document, "");
    }

    /** As {@link #find}, and locked, so that nobody sweeps it away before it belongs to something else. */
    static Optional<DocumentId> findToUse(Handle handle, DocumentIdentity document) {
        return find(handle, document, " for update");
    }

    private static Optional<DocumentId> find(Handle handle, DocumentIdentity document, String lock) {
        Optional<String> there = handle.createQuery("select id from document where digest = :digest order by id limit 1" + lock)
                .bind("digest", document.digest()).mapTo(String.class).findFirst();
        if (there.isEmpty() && document.id().isPresent()) { // of the old ones no digest is known
            there = handle.createQuery("select id from document where id = :id" + lock).bind("id", document.id().get().value()).mapTo(String.class)
                    .findFirst();
        }
        return there.map(DocumentId::new);
    }

    private static DocumentId insert(Handle handle, Volume volume) {
        handle.createUpdate("""
                insert into document (id, name, kind, bytes, tokens, at, digest) values (:id, :name, :kind, :bytes, :tokens, :at, :digest)""")
                .bind("id", volume.id().value()).bind("name", volume.name()).bind("kind", volume.kind().name()).bind("bytes", volume.bytes())
                .bind("tokens", volume.tokens()).bind("at", Rows.time(volume.at())).bind("digest", volume.digest()).execute();
        for (int from = 0; from < volume.fragments().size(); from += BATCH) {
            var batch = handle.prepareBatch("insert into fragment values (:document, :number, :page, :line, :heading, :text)");
            for (Fragment fragment : volume.fragments().subList(from, Math.min(from + BATCH, volume.fragments().size()))) {
                batch.bind("document", volume.id().value()).bind("number", fragment.number()).bind("page", fragment.place().page())
                        .bind("line", fragment.place().line()).bind("heading", fragment.place().heading()).bind("text", fragment.text()).add();
            }
            batch.execute();
        }
        return volume.id();
    }

    /** Documents go along with a message; one that is there twice goes once. */
    static List<DocumentId> enclose(Handle handle, MessageRow message, List<Volume> volumes) {
        var ids = new LinkedHashSet<DocumentId>();
        volumes.forEach(volume -> ids.add(put(handle, volume)));
        int place = 0;
        for (DocumentId id : ids) {
            enclose(handle, message.id(), message.conversation(), id.value(), place++);
        }
        return List.copyOf(ids);
    }

    private static void enclose(Handle handle, MessageId message, ConversationId conversation, String document, int place) {
        handle.createUpdate("""
                merge into enclosure (message_id, document_id, conversation_id, place) key (message_id, document_id)
                values (:message, :document, :conversation, :place)""")
                .bind("message", message.value()).bind("document", document).bind("conversation", conversation.value())
                .bind("place", place).execute();
    }

    /**
     * What was sent into a conversation up to a message belongs to another one too.
     *
     * @param way    the messages up to there, oldest first
     * @param copies by which these are known there
     */
    static void copy(Handle handle, List<MessageRow> way, List<MessageId> copies, ConversationId to) {
        Map<String, MessageId> as = new HashMap<>();
        for (int i = 0; i < way.size(); i++) {
            as.put(way.get(i).id().value(), copies.get(i));
        }
        record Sent(String message, String document, int place) {
        }
        // Also what came with a message that was edited since: its document stays with the conversation.
        handle.createQuery("select * from enclosure where conversation_id = :id and message_id <= :last order by message_id, place")
                .bind("id", way.getLast().conversation().value()).bind("last", way.getLast().id().value())
                .map((row, context) -> new Sent(row.getString("message_id"), row.getString("document_id"), row.getInt("place"))).list()
                .forEach(sent -> enclose(handle, as.getOrDefault(sent.message(), copies.getFirst()), to, sent.document(), sent.place()));
    }

    /** Takes away what belongs to nothing any more: what was attached where no conversation is left, and documents that nothing needs. */
    static void sweep(Handle handle) {
        handle.execute("delete from attachment where conversation_id <> '' and conversation_id not in (select id from conversation)");
        List<String> loose = handle.createQuery("select d.id from document d where " + BELONGS_TO_NOTHING + " for update")
                .mapTo(String.class).list();
        if (!loose.isEmpty()) { // looked at once more: one of them may belong to something since, if its lock had to be waited for
            handle.createUpdate("delete from document d where d.id in (<ids>) and " + BELONGS_TO_NOTHING).bindList("ids", loose).execute();
        }
    }

    /** @param row of a document, with the message that it goes along with */
    static DocumentRow document(ResultSet row) throws SQLException {
        return new DocumentRow(new DocumentId(row.getString("id")), new ConversationId(row.getString("conversation_id")),
                new MessageId(row.getString("message_id")), row.getString("name"), Kind.valueOf(row.getString("kind")), row.getLong("bytes"),
                row.getLong("tokens"), Rows.instant(row, "at").orElseThrow());
    }

    static List<Fragment> fragments(Handle handle, String document, int first, int last) {
        return handle.createQuery("select * from fragment where document_id = :id and number between :first and :last order by number")
                .bind("id", document).bind("first", first).bind("last", last)
                .map((row, context) -> new Fragment(row.getInt("number"), place(row), row.getString("text"))).list();
    }

    static Place place(ResultSet row) throws SQLException {
        return new Place(row.getInt("page"), row.getInt("line"), row.getString("heading"));
    }
}
