package dev.katman.journal;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.Ids;
import dev.katman.conversation.MessageId;
import org.jdbi.v3.core.Handle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The threads of a conversation: messages that were edited and answers that were asked for again stand side by side, and one way through
 * them is shown. As {@link Journal}, of which it is a part, in everything else.
 */
public final class Threads {
    private final Database database;
    private final Deletions deletions;

    Threads(Database database, Deletions deletions) {
        this.database = database;
        this.deletions = deletions;
    }

    /** What is shown of a conversation, oldest first. */
    public List<ThreadRow> shown(ConversationId conversation) {
        return database.read(handle -> {
            Optional<String> head = MessageTree.head(handle, conversation.value());
            return head.isEmpty() ? List.of() : upTo(handle, conversation.value(), head.get());
        });
    }

    /** The end of what {@link #shown} is: so many messages, or all where there are fewer. As quick, however long the whole is. */
    public List<ThreadRow> lastShown(ConversationId conversation, int most) {
        return database.read(handle -> {
            Optional<String> head = MessageTree.head(handle, conversation.value());
            return head.isEmpty() ? List.of() : MessageTree.end(handle, conversation.value(), head.get(), most);
        });
    }

    /** The way to a message, itself included, oldest first; nothing where there is no such message. */
    public List<MessageRow> upTo(MessageId message) {
        return database.read(handle -> conversation(handle, message).stream()
                .flatMap(conversation -> upTo(handle, conversation, message.value()).stream()).map(ThreadRow::message).toList());
    }

    private static List<ThreadRow> upTo(Handle handle, String conversation, String message) {
        Map<String, MessageRow> rows = new HashMap<>();
        Map<String, String> parents = new HashMap<>();
        Map<String, List<MessageId>> variants = new HashMap<>();
        handle.createQuery("select * from message where conversation_id = :id and dropped_by is null order by id").bind("id", conversation)
                .map((row, context) -> {
                    MessageRow one = Rows.message(row);
                    String parent = row.getString("parent_id");
                    parents.put(one.id().value(), parent);
                    variants.computeIfAbsent(parent, id -> new ArrayList<>()).add(one.id());
                    return rows.put(one.id().value(), one);
                }).list();
        return MessageTree.upTo(parents, message).stream().filter(rows::containsKey)
                .map(id -> new ThreadRow(rows.get(id), variants.get(parents.get(id)))).toList();
    }

    private static Optional<String> conversation(Handle handle, MessageId message) {
        return handle.createQuery("select conversation_id from message where id = :id and dropped_by is null").bind("id", message.value())
                .mapTo(String.class).findOne();
    }

    /** The last message that is shown of a conversation. */
    public Optional<MessageId> head(ConversationId conversation) {
        return database.read(handle -> MessageTree.head(handle, conversation.value())).map(MessageId::new);
    }

    /** The message before that one. */
    public Optional<MessageId> before(MessageId message) {
        return database.read(handle -> MessageTree.parent(handle, message.value())).map(MessageId::new);
    }

    /** The newest answer to a message, whole or not. */
    public Optional<MessageRow> answerTo(MessageId message) {
        return database.read(handle -> handle.createQuery("""
                select a.* from message a join decision d on d.id = a.decision_id
                where d.message_id = :id and a.conversation_id = d.conversation_id and a.role = 'ASSISTANT' and a.dropped_by is null
                order by a.id desc limit 1""")
                .bind("id", message.value()).map((row, context) -> Rows.message(row)).findOne());
    }

    /** What a decision led to. */
    public Optional<MessageRow> answerFrom(DecisionId decision) {
        return database.read(handle -> handle.createQuery("""
                select * from message where decision_id = :id and role = 'ASSISTANT' and dropped_by is null order by id limit 1""")
                .bind("id", decision.value()).map((row, context) -> Rows.message(row)).findFirst());
    }

    /** Shows the way through that message, and below it the newest. */
    public void show(MessageId message) {
        database.write(handle -> conversation(handle, message).ifPresent(conversation ->
                MessageTree.head(handle, conversation, Optional.of(MessageTree.leaf(handle, message.value())))));
    }

    /** Sees to it that what a decision was about, and what it led to, is shown. */
    public void show(DecisionId decision) {
        database.write(handle -> handle.createQuery("""
                select m.id, m.conversation_id from message m where m.dropped_by is null
                    and (m.decision_id = :id or m.id = (select d.message_id from decision d where d.id = :id))
                order by m.decision_id = :id desc, m.role, m.id limit 1""").bind("id", decision.value())
                .map((row, context) -> Map.entry(row.getString("id"), row.getString("conversation_id"))).findFirst().ifPresent(found -> {
                    if (!MessageTree.leadsTo(handle, MessageTree.head(handle, found.getValue()), found.getKey())) {
                        MessageTree.head(handle, found.getValue(), Optional.of(MessageTree.leaf(handle, found.getKey())));
                    }
                }));
    }

    /**
     * Begins a conversation with a copy of the way to a message, with what was thought on it; the documents that had been sent by then are
     * its own too. What was decided and spent is not copied: the copies tell of the same decisions. A message that waits does not wait twice.
     *
     * @param as  the new conversation
     * @param ids for the copies
     * @throws IllegalArgumentException if there is no such message
     */
    public void branch(MessageId upTo, ConversationId as, String title, Ids ids, Instant at) {
        List<MessageRow> way = upTo(upTo);
        if (way.isEmpty()) {
            throw new IllegalArgumentException("no such message: " + upTo);
        }
        List<MessageId> copies = way.stream().map(row -> ids.message()).toList();
        database.write(handle -> {
            handle.createUpdate("insert into conversation (id, title, created, updated) values (:id, :title, :at, :at)")
                    .bind("id", as.value()).bind("title", MessageTable.titleOf(title)).bind("at", Rows.time(at)).execute();
            for (int i = 0; i < way.size(); i++) {
                MessageRow copy = way.get(i).copied(copies.get(i), as, i + 1 < way.size() ? Optional.of(way.get(i + 1)) : Optional.empty());
                MessageTable.insert(handle, copy, i > 0 ? Optional.of(copies.get(i - 1)) : Optional.empty());
            }
            MessageTree.head(handle, as.value(), Optional.of(copies.getLast().value()));
            DocumentTable.copy(handle, way, copies, as);
            ThoughtTable.copy(handle, way, copies);
        });
    }

    /**
     * Takes a message and all that followed it out of sight; another variant in its place is shown, if there is one. {@link #restore} takes
     * it back, {@link #erase} does not; what was out of sight before is no part of it. What it cost stays: the levels are counted from it.
     *
     * @return the message that was the last one shown before, for {@link #restore}; empty where the message is out of sight already
     */
    public Optional<MessageId> drop(MessageId message) {
        var last = new ArrayList<MessageId>();
        database.write(handle -> conversation(handle, message).ifPresent(conversation -> {
            Optional<String> head = MessageTree.head(handle, conversation);
            head.map(MessageId::new).ifPresent(last::add);
            boolean shown = MessageTree.leadsTo(handle, head, message.value());
            Optional<String> parent = MessageTree.parent(handle, message.value());
            var mark = handle.prepareBatch("update message set dropped_by = :root where id = :id and dropped_by is null");
            MessageTree.below(MessageTree.parents(handle, conversation), message.value())
                    .forEach(id -> mark.bind("root", message.value()).bind("id", id).add());
            mark.execute();
            if (shown) {
                MessageTree.head(handle, conversation, newest(handle, conversation, parent)
                        .map(beside -> MessageTree.leaf(handle, beside)).or(() -> parent));
            }
        }));
        deletions.outOfSight();
        return last.stream().findFirst();
    }

    private static Optional<String> newest(Handle handle, String conversation, Optional<String> parent) {
        return handle.createQuery("""
                select max(id) from message where conversation_id = :conversation and dropped_by is null
                    and parent_id is not distinct from :parent""").bind("conversation", conversation).bind("parent", parent.orElse(null))
                .mapTo(String.class).findOne();
    }

    /** Brings back what {@link #drop} took, with the head that there was. */
    public void restore(MessageId message, Optional<MessageId> head) {
        database.write(handle -> {
            handle.createUpdate("update message set dropped_by = null where dropped_by = :root").bind("root", message.value()).execute();
            conversation(handle, message).ifPresent(conversation ->
                    MessageTree.head(handle, conversation, head.map(MessageId::value)));
        });
    }

    /** Erases for good what {@link #drop} took; a conversation in which nothing is left goes with it. */
    public void erase(MessageId message) {
        database.write(handle -> erase(handle, Optional.of(message)));
        deletions.forGood();
    }

    /** @param message empty for all that was dropped */
    static void erase(Handle handle, Optional<MessageId> message) {
        List<String> conversations = handle.createQuery("""
                select distinct conversation_id from message where dropped_by is not null and (:root is null or dropped_by = :root)""")
                .bind("root", message.map(MessageId::value).orElse(null)).mapTo(String.class).list();
        // What was summed up of a conversation up to a message holds that message's words, and those before it.
        handle.createUpdate("""
                delete from summary where through_message in (
                    select id from message where dropped_by is not null and (:root is null or dropped_by = :root))""")
                .bind("root", message.map(MessageId::value).orElse(null)).execute();
        handle.createUpdate("delete from message where dropped_by is not null and (:root is null or dropped_by = :root)")
                .bind("root", message.map(MessageId::value).orElse(null)).execute();
        for (String conversation : conversations) {
            handle.createUpdate("""
                    delete from conversation where id = :id and not exists (select 1 from message m where m.conversation_id = :id)""")
                    .bind("id", conversation).execute();
        }
        DocumentTable.sweep(handle);
    }
}
