package dev.katman.journal;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.MessageId;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What models thought before they answered. It is no part of what was said: it goes to no model and is not searched, and it is read only
 * where somebody wants to see it. As {@link Journal}, of which it is a part, in everything else.
 */
public final class Thoughts {
    private final Database database;

    Thoughts(Database database) {
        this.database = database;
    }

    /** The answers of a conversation before which something was thought. */
    public Set<MessageId> of(ConversationId conversation) {
        return database.read(handle -> new HashSet<>(handle.createQuery("""
                select t.message_id from message m join thought t on t.message_id = m.id where m.conversation_id = :id""")
                .bind("id", conversation.value()).mapTo(String.class).map(MessageId::new).list()));
    }

    /** Those of the messages before which something was thought. */
    public Set<MessageId> among(Collection<MessageId> messages) {
        return messages.isEmpty() ? Set.of() : database.read(handle -> new HashSet<>(handle.createQuery(
                "select message_id from thought where message_id in (<ids>)").bindList("ids", messages.stream().map(MessageId::value).toList())
                .mapTo(String.class).map(MessageId::new).list()));
    }

    /** What was thought before an answer; empty where nothing was, or where the answer was erased. */
    public Optional<String> before(MessageId answer) {
        return database.read(handle -> handle.createQuery("select text from thought where message_id = :id").bind("id", answer.value())
                .mapTo(String.class).findOne());
    }
}
