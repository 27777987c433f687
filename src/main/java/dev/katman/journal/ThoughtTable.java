package dev.katman.journal;

import dev.katman.conversation.MessageId;
import org.jdbi.v3.core.Handle;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What models thought, as it is written; where there was nothing there is no row. */
final class ThoughtTable {
    private ThoughtTable() {
    }

    static void keep(Handle handle, MessageId answer, String thought) {
        if (!thought.isBlank()) {
            handle.createUpdate("insert into thought (message_id, text) values (:id, :text)").bind("id", answer.value()).bind("text", thought)
                    .execute();
        }
    }

    /** @param copies of those messages, in the same order */
    static void copy(Handle handle, List<MessageRow> messages, List<MessageId> copies) {
        var copy = handle.prepareBatch("insert into thought (message_id, text) select :copy, text from thought where message_id = :id");
        for (int i = 0; i < messages.size(); i++) {
            copy.bind("copy", copies.get(i).value()).bind("id", messages.get(i).id().value()).add();
        }
        copy.execute();
    }

    /** All of a conversation, by answer. */
    static Map<MessageId, String> of(Handle handle, String conversation) {
        return handle.createQuery("""
                select t.message_id, t.text from message m join thought t on t.message_id = m.id
                where m.conversation_id = :id and m.dropped_by is null""").bind("id", conversation)
                .map((row, context) -> Map.entry(new MessageId(row.getString("message_id")), row.getString("text"))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
