package dev.katman.journal;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.conversation.Message;
import dev.katman.conversation.MessageId;
import dev.katman.conversation.Role;
import org.jdbi.v3.core.Handle;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/** Messages, as they are written. */
final class MessageTable {
    private static final int TITLE = 60;

    private MessageTable() {
    }

    /** @param before the message that it stands below */
    static void insert(Handle handle, MessageRow message, Optional<MessageId> before) {
        handle.createUpdate("""
                insert into message (id, conversation_id, role, text, at, state, decision_id, asked_tier, asked_model, parent_id)
                values (:id, :conversation, :role, :text, :at, :state, :decision, :tier, :model, :parent)""")
                .bind("id", message.id().value()).bind("conversation", message.conversation().value())
                .bind("role", message.role().name()).bind("text", message.text()).bind("at", Rows.time(message.at()))
                .bind("state", message.state().name()).bind("decision", message.decision().value())
                .bind("tier", message.askedTier().map(Tier::name).orElse(null)).bind("model", message.askedModel().orElse(null))
                .bind("parent", before.map(MessageId::value).orElse(null)).execute();
    }

    /** A message that has come in, at the end of what is shown or in another's stead. */
    static void accept(Handle handle, MessageRow message, Optional<String> ref, Optional<MessageId> insteadOf) {
        String conversation = message.conversation().value();
        int known = handle.createUpdate("update conversation set updated = :at where id = :id")
                .bind("at", Rows.time(message.at())).bind("id", conversation).execute();
        if (known == 0) {
            handle.createUpdate("insert into conversation (id, title, created, updated) values (:id, :title, :at, :at)")
                    .bind("id", conversation).bind("title", titleOf(message.text())).bind("at", Rows.time(message.at())).execute();
        }
        insert(handle, message, insteadOf.isPresent() ? insteadOf.flatMap(id -> MessageTree.parent(handle, id.value())).map(MessageId::new)
                : MessageTree.head(handle, conversation).map(MessageId::new));
        handle.createUpdate("update message set ref = :ref where id = :id").bind("ref", ref.orElse(null))
                .bind("id", message.id().value()).execute();
        MessageTree.head(handle, conversation, Optional.of(message.id().value()));
        DecisionTable.insert(handle, message.decision(), message.conversation(), message.id(), message.at());
    }

    /** What became of a message, and its answer where it got one. */
    static void finished(Handle handle, Ending end) {
        int there = handle.createUpdate("update message set state = :state where id = :id and dropped_by is null")
                .bind("state", end.state().name()).bind("id", end.message().value()).execute();
        Pieces.forget(handle, end.decision());
        if (there > 0) {
            Waiting.note(handle, end.message(), end.parkedUntil());
            end.answer().ifPresent(answer -> Pieces.below(handle, answer, end.thought(), end.message(), end.insteadOf()));
        }
        handle.createUpdate("update decision set served = :served, took_ms = :took, parked_until = :until where id = :id")
                .bind("served", end.served().map(DeploymentId::toString).orElse(null)).bind("took", end.took().toMillis())
                .bind("until", end.parkedUntil().map(Rows::time).orElse(null)).bind("id", end.decision().value()).execute();
        handle.createUpdate("update conversation set updated = :at where id = :id")
                .bind("at", Rows.time(end.at())).bind("id", end.conversation().value()).execute();
    }

    /** The last turns on the way to a message and with it, oldest first; what nobody answered and what is blank is none. */
    static List<Message> turns(Handle handle, Optional<String> upTo, int most) {
        var turns = new ArrayDeque<Message>();
        for (Optional<String> at = upTo; at.isPresent() && turns.size() < most; at = MessageTree.parent(handle, at.get())) {
            handle.createQuery("""
                    select role, text from message where id = :id and state in ('DONE', 'STOPPED', 'INTERRUPTED') and trim(text) <> ''""")
                    .bind("id", at.get()).map((row, context) -> new Message(Role.valueOf(row.getString("role")), row.getString("text")))
                    .findOne().ifPresent(turns::addFirst);
        }
        return List.copyOf(turns);
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
