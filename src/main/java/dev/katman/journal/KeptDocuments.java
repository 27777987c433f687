package dev.katman.journal;

import dev.katman.conversation.DocumentId;
import dev.katman.documents.Document;
import dev.katman.documents.Fragment;
import dev.katman.documents.Kind;
import org.jdbi.v3.core.Handle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The library: documents that are kept for any conversation, whatever becomes of those that they were used in. Throws {@link JournalException}
 * when the data folder fails. Safe for use by many threads.
 */
public final class KeptDocuments {
    private static final String THERE = "kept is not null and not taken_out";
    private static final String LET_GO = "update document set kept = null, taken_out = false where taken_out";

    private final Database database;

    KeptDocuments(Database database) {
        this.database = database;
    }

    /** All of them, the newest first. */
    public List<KeptDocument> all() {
        return database.read(handle -> handle.createQuery("select * from document where " + THERE + " order by kept desc, id desc")
                .map((row, context) -> new KeptDocument(new DocumentId(row.getString("id")), row.getString("name"),
                        Kind.valueOf(row.getString("kind")), row.getLong("bytes"), Rows.instant(row, "kept").orElseThrow())).list());
    }

    /** What one of them says; empty where it is not in the library, or not any more. */
    public Optional<Document> find(DocumentId id) {
        return database.read(handle -> handle.createQuery("select * from document where id = :id and " + THERE)
                .bind("id", id.value()).map((row, context) -> Document.of(row.getString("name"), Kind.valueOf(row.getString("kind")),
                        row.getLong("bytes"), fragments(handle, id))).findOne());
    }

    /** Whether a document is in the library. */
    public boolean holds(DocumentId id) {
        return database.read(handle -> handle.createQuery("select count(*) from document where id = :id and " + THERE)
                .bind("id", id.value()).mapTo(Integer.class).one()) > 0;
    }

    /** Puts documents into the library, all or none; one that is there already stays as it is. */
    public void keep(List<Volume> volumes, Instant at) {
        database.write(handle -> volumes.forEach(volume -> keep(handle, volume, at)));
    }

    /**
     * Puts a document that a conversation has into the library.
     *
     * @param copy by which it is known there, should it be kept apart: of a long text in a message a file of that text is kept
     * @return whether there is such a document
     */
    public boolean keep(DocumentId id, DocumentId copy, Instant at) {
        var there = new AtomicBoolean();
        database.write(handle -> handle.createQuery("select * from document where id = :id for update").bind("id", id.value())
                .map((row, context) -> new Volume(copy, row.getString("name"), Kind.valueOf(row.getString("kind")), row.getLong("bytes"),
                        row.getLong("tokens"), Rows.instant(row, "at").orElseThrow(), fragments(handle, id))).findOne().ifPresent(volume -> {
                    there.set(true);
                    if (volume.kind() != Kind.PASTED) { // the old ones have no digest, and would not be found as themselves
                        handle.createUpdate("update document set digest = :digest where id = :id").bind("digest", volume.digest())
                                .bind("id", id.value()).execute();
                    }
                    keep(handle, volume.kind() == Kind.PASTED ? volume.as(Kind.TEXT) : volume, at);
                }));
        return there.get();
    }

    private static void keep(Handle handle, Volume volume, Instant at) {
        handle.createUpdate("update document set kept = :at, taken_out = false where id = :id and (kept is null or taken_out)")
                .bind("at", Rows.time(at)).bind("id", DocumentTable.put(handle, volume).value()).execute();
    }

    private static List<Fragment> fragments(Handle handle, DocumentId id) {
        return DocumentTable.fragments(handle, id.value(), 0, Integer.MAX_VALUE);
    }

    /** Takes documents out of the library so that they can still be put back. Conversations that use one keep it. */
    public void remove(List<DocumentId> documents) {
        change(documents, "update document set taken_out = true where id in (<ids>) and kept is not null");
    }

    /** Puts back what was taken out. */
    public void putBack(List<DocumentId> documents) {
        change(documents, "update document set taken_out = false where id in (<ids>)");
    }

    /** Lets those of them go for good that were taken out and not put back. */
    public void erase(List<DocumentId> documents) {
        change(documents, LET_GO + " and id in (<ids>)");
        database.write(DocumentTable::sweep);
    }

    private void change(List<DocumentId> documents, String how) {
        if (!documents.isEmpty()) {
            database.write(handle -> handle.createUpdate(how).bindList("ids", documents.stream().map(DocumentId::value).toList()).execute());
        }
    }

    /** The time to put back what was taken out is over. */
    static void eraseAll(Handle handle) {
        handle.execute(LET_GO);
    }
}
