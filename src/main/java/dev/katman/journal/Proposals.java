package dev.katman.journal;

import dev.katman.catalog.DeploymentId;
import dev.katman.conversation.Column;
import dev.katman.conversation.DocumentId;

import java.util.List;
import java.util.Optional;

/**
 * Columns that the worker proposed for tables of documents, the last ones of each: they were paid for, and go with the document. Throws
 * {@link JournalException} when the data folder fails. Safe for use by many threads.
 */
public final class Proposals {
    private final Database database;

    Proposals(Database database) {
        this.database = database;
    }

    /**
     * What was proposed.
     *
     * @param columns at least one
     * @param by      by whom
     */
    public record Proposed(List<Column> columns, DeploymentId by) {
        public Proposed {
            columns = List.copyOf(columns);
            if (columns.isEmpty()) {
                throw new IllegalArgumentException("no column is proposed");
            }
        }
    }

    /** What was proposed for a document; empty where nothing was, or nothing that says the same is kept. */
    public Optional<Proposed> find(DocumentIdentity document) {
        return database.read(handle -> DocumentTable.find(handle, document).flatMap(id -> handle
                .createQuery("select made_by from proposal where document_id = :id").bind("id", id.value()).mapTo(String.class).findOne()
                .map(by -> new Proposed(Columns.PROPOSED.of(handle, id.value()), DeploymentId.parse(by)))));
    }

    /** Keeps what was proposed in place of what was before; not where the document is not kept, for whatever conversation or message. */
    public void keep(DocumentIdentity document, Proposed proposed) {
        database.write(handle -> {
            Optional<DocumentId> there = DocumentTable.findToUse(handle, document);
            if (there.isEmpty()) {
                return;
            }
            String id = there.get().value();
            handle.createUpdate("delete from proposal where document_id = :id").bind("id", id).execute();
            handle.createUpdate("insert into proposal values (:id, :by)").bind("id", id).bind("by", proposed.by().toString()).execute();
            Columns.PROPOSED.insert(handle, id, proposed.columns());
        });
    }
}
