package dev.katman.journal;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.MessageId;
import org.jdbi.v3.core.Handle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The queue of messages that wait for room. */
final class Waiting {
    private Waiting() {
    }

    /** Outer joins, as they are taken in this order: the other way round every message ever said would be read, once a second. */
    static List<ParkedRow> all(Handle handle) {
        return handle.createQuery("""
                select m.id, m.conversation_id, m.text, p.until, p.place from parked p left join message m on m.id = p.message_id
                    left join conversation c on c.id = m.conversation_id
                where m.state = 'PARKED' and m.dropped_by is null and not c.gone order by p.place, m.id""")
                .map((row, context) -> new ParkedRow(new MessageId(row.getString("id")),
                        new ConversationId(row.getString("conversation_id")), row.getString("text"),
                        Rows.instant(row, "until").orElseThrow(), row.getInt("place"))).list();
    }

    /** A message waits until then, at the place it had or at the end; or it waits no longer. */
    static void note(Handle handle, MessageId message, Optional<Instant> until) {
        if (until.isEmpty()) {
            handle.createUpdate("delete from parked where message_id = :id").bind("id", message.value()).execute();
            return;
        }
        int known = handle.createUpdate("update parked set until = :until where message_id = :id")
                .bind("until", Rows.time(until.get())).bind("id", message.value()).execute();
        if (known == 0) {
            handle.createUpdate("insert into parked select :id, coalesce(max(place), -1) + 1, :until from parked")
                    .bind("id", message.value()).bind("until", Rows.time(until.get())).execute();
        }
    }

    static void move(Handle handle, MessageId message, int place) {
        var order = new ArrayList<>(all(handle).stream().map(ParkedRow::message).toList());
        if (order.remove(message)) {
            order.add(Math.clamp(place, 0, order.size()), message);
            for (int i = 0; i < order.size(); i++) {
                handle.createUpdate("update parked set place = :place where message_id = :id")
                        .bind("place", i).bind("id", order.get(i).value()).execute();
            }
        }
    }
}
