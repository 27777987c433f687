package dev.katman.journal;

import dev.katman.conversation.DecisionId;
import dev.katman.conversation.MessageId;
import org.jdbi.v3.core.Handle;

import java.util.List;
import java.util.Optional;

/**
 * What has come of answers that are under way. Each piece is written once, so that what is written grows with the answer; only after a
 * crash are they read.
 */
final class Pieces {
    private Pieces() {
    }

    static void add(Handle handle, Piece piece) {
        handle.createUpdate("insert into piece (message_id, place, decision_id, text, thought) values (:id, :place, :decision, :text, :thought)")
                .bind("id", piece.answer().value()).bind("place", piece.place()).bind("decision", piece.decision().value())
                .bind("text", piece.text()).bind("thought", piece.thought()).execute();
    }

    static void forget(Handle handle, DecisionId decision) {
        handle.createUpdate("delete from piece where decision_id = :id").bind("id", decision.value()).execute();
    }

    /** An answer that was cut off. */
    private record Cut(MessageRow answer, String thought) {
        boolean isBlank() {
            return thought.isBlank() && answer.text().isBlank();
        }
    }

    /** Makes of the pieces that a crash left an answer that says so, each below its message, and lets the message have it. */
    static void gather(Handle handle) {
        List<Cut> cut = handle.createQuery("""
                select p.message_id id, m.conversation_id, 'ASSISTANT' role, d.at, 'INTERRUPTED' state, p.decision_id,
                    listagg(p.text, '') within group (order by p.place) text,
                    coalesce(listagg(p.thought, '') within group (order by p.place), '') thought, null asked_tier, null asked_model
                from piece p join decision d on d.id = p.decision_id join message m on m.id = d.message_id
                group by p.message_id, m.conversation_id, d.at, p.decision_id order by p.message_id""")
                .map((row, context) -> new Cut(Rows.message(row), row.getString("thought"))).filter(one -> !one.isBlank()).list();
        for (Cut one : cut) {
            MessageRow answer = one.answer();
            String message = handle.createQuery("select message_id from decision where id = :id").bind("id", answer.decision().value())
                    .mapTo(String.class).one();
            below(handle, answer, one.thought(), new MessageId(message), insteadOf(handle, message));
            handle.createUpdate("update message set state = 'STOPPED' where id = :id and state = 'PENDING'").bind("id", message).execute();
        }
        handle.execute("delete from piece");
    }

    private static Optional<MessageId> insteadOf(Handle handle, String message) {
        return handle.createQuery("""
                select max(a.id) from message a join decision d on d.id = a.decision_id
                where d.message_id = :id and a.role = 'ASSISTANT' and a.conversation_id = d.conversation_id and a.dropped_by is null""")
                .bind("id", message).mapTo(String.class).findOne().map(MessageId::new);
    }

    /** Puts an answer where it belongs, with what was thought before it, and shows it if the reader is there. */
    static void below(Handle handle, MessageRow answer, String thought, MessageId message, Optional<MessageId> insteadOf) {
        String conversation = answer.conversation().value();
        MessageTree.Spot spot = MessageTree.spot(handle, conversation, message, insteadOf);
        MessageTable.insert(handle, answer, Optional.of(new MessageId(spot.parent())));
        ThoughtTable.keep(handle, answer.id(), thought);
        if (spot.onShown()) {
            MessageTree.head(handle, conversation, Optional.of(answer.id().value()));
        }
    }
}
