package dev.katman.journal;

import dev.katman.catalog.Tier;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.MessageId;
import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Drafts, as they are written and read. */
final class DraftTable {
    private DraftTable() {
    }

    static void keep(Handle handle, Draft draft) {
        String conversation = draft.conversation().map(ConversationId::value).orElse("");
        if (draft.isEmpty()) {
            handle.createUpdate("delete from draft where conversation_id = :id").bind("id", conversation).execute();
            return;
        }
        handle.createUpdate("""
                merge into draft (conversation_id, text, edited_id, edited_text, tier, model) key (conversation_id)
                values (:id, :text, :edited, :editedText, :tier, :model)""")
                .bind("id", conversation).bind("text", draft.text())
                .bind("edited", draft.edit().map(e -> e.message().value()).orElse(null))
                .bind("editedText", draft.edit().map(Draft.Edit::text).orElse(null))
                .bind("tier", draft.tier().map(Tier::name).orElse(null)).bind("model", draft.model().orElse(null)).execute();
    }

    /** Those whose conversation is gone are gone too; where the message that was being changed is gone, its new words are not. */
    static List<Draft> all(Handle handle) {
        return handle.createQuery("""
                select d.*, m.id is not null as there from draft d left join message m on m.id = d.edited_id and m.dropped_by is null
                where d.conversation_id = '' or d.conversation_id in (select id from conversation)""")
                .map((row, context) -> row.getBoolean("there") ? draft(row) : draft(row).withoutEdit()).list();
    }

    private static Draft draft(ResultSet row) throws SQLException {
        String conversation = row.getString("conversation_id");
        String edited = row.getString("edited_id");
        return new Draft(conversation.isEmpty() ? Optional.empty() : Optional.of(new ConversationId(conversation)), row.getString("text"),
                edited == null ? Optional.empty() : Optional.of(new Draft.Edit(new MessageId(edited), row.getString("edited_text"))),
                Optional.ofNullable(row.getString("tier")).map(Tier::valueOf), Optional.ofNullable(row.getString("model")));
    }
}
