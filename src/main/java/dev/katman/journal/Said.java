package dev.katman.journal;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.MessageId;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that was said, for whoever keeps it in another form and has to follow: what is new or changed is told by its stamp, what is
 * gone by its absence. Every method throws {@link JournalException} when the data folder fails. Safe for use by many threads.
 */
public final class Said {
    private final Database database;

    Said(Database database) {
        this.database = database;
    }

    /**
     * A conversation's title.
     *
     * @param gone whether the reader has just deleted it: nothing of it counts, until it comes back
     */
    public record Title(ConversationRow conversation, boolean gone) {
    }

    /**
     * A message.
     *
     * @param gone whether the reader has just deleted it: it does not count, until it comes back
     */
    public record Told(MessageRow message, boolean gone) {
    }

    /** Messages that are new or changed since that stamp, or that were deleted or came back, in the order of their stamps. */
    public List<Stamped<Told>> messages(long after, int most) {
        return database.read(handle -> handle.createQuery("""
                select m.* from message m join conversation c on c.id = m.conversation_id
                where m.stamp > :after and not c.gone order by m.stamp limit :most""").bind("after", after).bind("most", most)
                .map((row, context) -> new Stamped<>(row.getLong("stamp"),
                        new Told(Rows.message(row), row.getString("dropped_by") != null))).list());
    }

    /** Titles that are new or changed since that stamp, or whose conversation was removed or came back, in the order of their stamps. */
    public List<Stamped<Title>> titles(long after, int most) {
        return database.read(handle -> handle.createQuery("select * from conversation where stamp > :after order by stamp limit :most")
                .bind("after", after).bind("most", most)
                .map((row, context) -> new Stamped<>(row.getLong("stamp"),
                        new Title(Rows.conversation(row), row.getBoolean("gone")))).list());
    }

    /** All messages of a conversation, also those that another stands before. */
    public List<MessageRow> of(ConversationId conversation) {
        return database.read(handle -> handle.createQuery("select * from message where conversation_id = :id and dropped_by is null order by id")
                .bind("id", conversation.value()).map((row, context) -> Rows.message(row)).list());
    }

    /** Those of the messages that are there. */
    public List<MessageRow> those(Collection<MessageId> ids) {
        return database.read(handle -> handle.createQuery("select * from message where id in (<ids>) and dropped_by is null order by id")
                .bindList("ids", ids.stream().map(MessageId::value).toList()).map((row, context) -> Rows.message(row)).list());
    }

    /** The names of all messages that count. */
    public Set<String> messageIds() {
        return ids("select m.id from message m join conversation c on c.id = m.conversation_id where not c.gone and m.dropped_by is null");
    }

    /** The names of all conversations that count. */
    public Set<String> conversationIds() {
        return ids("select id from conversation where not gone");
    }

    /** Conversations by their names; those that are gone are left out. */
    public List<ConversationRow> conversations(Collection<ConversationId> ids) {
        return database.read(handle -> handle.createQuery("select * from conversation where id in (<ids>) and not gone")
                .bindList("ids", ids.stream().map(ConversationId::value).toList()).map((row, context) -> Rows.conversation(row)).list());
    }

    private Set<String> ids(String query) {
        return database.read(handle -> new HashSet<>(handle.createQuery(query).mapTo(String.class).list()));
    }
}
