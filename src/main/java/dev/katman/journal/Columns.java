package dev.katman.journal;

import dev.katman.conversation.Column;
import org.jdbi.v3.core.Handle;

import java.util.List;

/** The columns of tables, in the order in which they stand: those of preparations, and those that were proposed. */
enum Columns {
    PREPARED("preparation_column", "message_id"),
    PROPOSED("proposal_column", "document_id");

    private final String table;
    private final String owner;

    Columns(String table, String owner) {
        this.table = table;
        this.owner = owner;
    }

    List<Column> of(Handle handle, String id) {
        return handle.createQuery("select name, kind from " + table + " where " + owner + " = :id order by place").bind("id", id)
                .map((row, context) -> new Column(row.getString("name"), Column.Kind.valueOf(row.getString("kind")))).list();
    }

    void insert(Handle handle, String id, List<Column> columns) {
        for (int place = 0; place < columns.size(); place++) {
            handle.createUpdate("insert into " + table + " (" + owner + ", place, name, kind) values (:id, :place, :name, :kind)").bind("id", id)
                    .bind("place", place).bind("name", columns.get(place).name()).bind("kind", columns.get(place).kind().name()).execute();
        }
    }
}
