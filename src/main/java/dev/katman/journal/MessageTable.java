package dev.katman.journal;

import dev.katman.catalog.Tier;
import dev.katman.conversation.Message;
import dev.katman.conversation.Role;
import org.jdbi.v3.core.Handle;

import java.util.List;
import java.util.Optional;

/** Messages, as they are written. */
final class MessageTable {
    private static final int TITLE = 60;

    private MessageTable() {
    }

    static void insert(Handle handle, MessageRow message) {
        handle.createUpdate("""
                insert into message (id, conversation_id, role, text, at, state, decision_id, asked_tier, asked_model)
                values (:id, :conversation, :role, :text, :at, :state, :decision, :tier, :model)""")
                .bind("id", message.id().value()).bind("conversation", message.conversation().value())
                .bind("role", message.role().name()).bind("text", message.text()).bind("at", Rows.time(message.at()))
                .bind("state", message.state().name()).bind("decision", message.decision().value())
                .bind("tier", message.askedTier().map(Tier::name).orElse(null)).bind("model", message.askedModel().orElse(null))
                .execute();
    }

    /**
     * The last turns of a conversation, oldest first; what nobody answered and what is blank is none.
     *
     * @param before only those before this message
     */
    static List<Message> turns(Handle handle, String conversation, Optional<String> before, int most) {
        return handle.createQuery("""
                select role, text from message where conversation_id = :conversation and id < :before and state in ('DONE', 'STOPPED')
                    and trim(text) <> '' order by id desc limit :most""").bind("conversation", conversation)
                .bind("before", before.orElse("~")).bind("most", most) // no identifier holds a sign that high
                .map((row, context) -> new Message(Role.valueOf(row.getString("role")), row.getString("text"))).list().reversed();
    }

    /** A conversation's first name: the first words said in it. */
    static String titleOf(String text) {
        String line = text.strip().lines().findFirst().orElse("").strip();
        if (line.codePointCount(0, line.length()) <= TITLE) {
            return line;
        }
        String cut = line.substring(0, line.offsetByCodePoints(0, TITLE));
        int space = cut.lastIndexOf(' ');
        return (space > TITLE / 2 ? cut.substring(0, space) : cut) + "…";
    }
}
