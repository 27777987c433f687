package dev.katman.exchange;

import dev.katman.conversation.DocumentId;
import dev.katman.conversation.Ids;
import dev.katman.documents.Document;
import dev.katman.journal.KeptDocument;
import dev.katman.journal.KeptDocuments;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Documents that the reader keeps for any conversation. One goes along with a message like any other, and what it says is kept once all the same.
 * Blocks, and throws {@link dev.katman.journal.JournalException} when the data folder fails. Safe for use by many threads.
 */
public final class Library {
    private final KeptDocuments kept;
    private final Binder binder;
    private final Ids ids;
    private final Clock clock;

    Library(KeptDocuments kept, Binder binder, Ids ids, Clock clock) {
        this.kept = kept;
        this.binder = binder;
        this.ids = ids;
        this.clock = clock;
    }

    /** All of them, the newest first. */
    public List<KeptDocument> all() {
        return kept.all();
    }

    /** One of them, to go along with a message; empty where it is not there any more. */
    public Optional<Document> find(DocumentId id) {
        return kept.find(id);
    }

    /** Whether a document of a conversation is in the library. */
    public boolean holds(DocumentId id) {
        return kept.holds(id);
    }

    /** Puts documents into the library; one that is there already stays as it is. */
    public void keep(List<Document> documents) {
        kept.keep(binder.bind(documents, clock.instant()), clock.instant());
    }

    /**
     * Puts a document of a conversation into the library.
     *
     * @return whether it is still there
     */
    public boolean keep(DocumentId id) {
        return kept.keep(id, ids.document(), clock.instant());
    }

    /**
     * Takes documents out of the library. Conversations that use one keep it. Until they are {@linkplain #erase erased}, at the latest with the end of
     * the program, they can be put back.
     */
    public void remove(List<DocumentId> documents) {
        kept.remove(documents);
    }

    /** Puts back what was taken out. */
    public void putBack(List<DocumentId> documents) {
        kept.putBack(documents);
    }

    /** Lets those of them go for good that were taken out and not put back. */
    public void erase(List<DocumentId> documents) {
        kept.erase(documents);
    }
}
