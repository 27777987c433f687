package dev.katman.journal;

import dev.katman.conversation.MessageId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which message stands where: parents, children, and the head of a conversation. What the reader has deleted is not part of it. */
final class MessageTree {
    /** So many messages, from one back to the first. */
    private static final String WAY = """
            with recursive way (id, parent_id, step) as (
                select id, parent_id, 1 from message where id = :message
                union all
                select m.id, m.parent_id, w.step + 1 from way w join message m on m.id = w.parent_id where w.step < :most)
            """;

    private MessageTree() {
    }

    static Optional<String> head(Handle handle, String conversation) {
        return handle.createQuery("select head_id from conversation where id = :id and head_id is not null").bind("id", conversation)
                .mapTo(String.class).findOne();
    }

    static void head(Handle handle, String conversation, Optional<String> head) {
        handle.createUpdate("update conversation set head_id = :head where id = :id").bind("head", head.orElse(null))
                .bind("id", conversation).execute();
    }

    static Optional<String> parent(Handle handle, String message) {
        return handle.createQuery("select parent_id from message where id = :id and parent_id is not null").bind("id", message)
                .mapTo(String.class).findOne();
    }

    /** The way to a message, itself included, oldest first, or as much of its end as that; in few statements, however much that is. */
    static List<ThreadRow> end(Handle handle, String conversation, String message, int most) {
        Map<String, List<MessageId>> variants = new HashMap<>();
        along(handle, message, most, """
                select c.parent_id, c.id from way w join message c on c.parent_id = w.parent_id where c.dropped_by is null order by c.id""")
                .map((row, context) -> variants.computeIfAbsent(row.getString("parent_id"), id -> new ArrayList<>())
                        .add(new MessageId(row.getString("id")))).list();
        return along(handle, message, most, "select m.* from way w join message m on m.id = w.id order by w.step desc")
                .map((row, context) -> new ThreadRow(Rows.message(row), Optional.ofNullable(row.getString("parent_id")).map(variants::get)
                        .orElseGet(() -> beginnings(handle, conversation)))).list();
    }

    /** @param query of the way's messages, {@code way}, each so many steps before that one */
    private static Query along(Handle handle, String message, int most, String query) {
        return handle.createQuery(WAY + query).bind("message", message).bind("most", most);
    }

    /** What stands at the very beginning, oldest first. */
    private static List<MessageId> beginnings(Handle handle, String conversation) {
        return handle.createQuery("select id from message where parent_id is null and conversation_id = :id and dropped_by is null order by id")
                .bind("id", conversation).mapTo(String.class).map(MessageId::new).list();
    }

    /** Whether the message stands on the way from there back to the first one. */
    static boolean leadsTo(Handle handle, Optional<String> from, String message) {
        for (Optional<String> at = from; at.isPresent(); at = parent(handle, at.get())) {
            if (at.get().equals(message)) {
                return true;
            }
        }
        return false;
    }

    /** The end of the thread below a message: at every fork the newest way is taken. */
    static String leaf(Handle handle, String message) {
        String at = message;
        for (Optional<String> next = Optional.of(at); next.isPresent(); next = newestChild(handle, at)) {
            at = next.get();
        }
        return at;
    }

    private static Optional<String> newestChild(Handle handle, String message) {
        return handle.createQuery("select max(id) from message where parent_id = :id and dropped_by is null").bind("id", message)
                .mapTo(String.class).findOne();
    }

    /**
     * Where the answer to a message belongs, and whether the reader is to see it: at the end of what is shown, where the message is part of
     * that; else at the end of the message's own thread, out of sight.
     *
     * @param parent  what it stands below
     * @param onShown whether it becomes the head
     */
    record Spot(String parent, boolean onShown) {
    }

    /** @param insteadOf the answer beside which the new one is put */
    static Spot spot(Handle handle, String conversation, MessageId message, Optional<MessageId> insteadOf) {
        Optional<String> head = head(handle, conversation);
        boolean shown = leadsTo(handle, head, message.value());
        String end = shown ? head.orElseThrow() : leaf(handle, message.value());
        return new Spot(insteadOf.flatMap(id -> parent(handle, id.value())).orElse(end), shown);
    }

    /** All messages of a conversation with their parents; null where there is none. */
    static Map<String, String> parents(Handle handle, String conversation) {
        Map<String, String> parents = new HashMap<>();
        handle.createQuery("select id, parent_id from message where conversation_id = :id and dropped_by is null").bind("id", conversation)
                .map((row, context) -> parents.put(row.getString("id"), row.getString("parent_id"))).list();
        return parents;
    }

    /** A message and everything below it. */
    static List<String> below(Map<String, String> parents, String message) {
        Map<String, List<String>> children = new HashMap<>();
        parents.forEach((child, parent) -> children.computeIfAbsent(parent, id -> new ArrayList<>()).add(child));
        var found = new ArrayList<String>();
        var open = new ArrayDeque<>(List.of(message));
        while (!open.isEmpty()) {
            String next = open.pop();
            found.add(next);
            open.addAll(children.getOrDefault(next, List.of()));
        }
        return found;
    }

    /** From the first message to that one. */
    static List<String> upTo(Map<String, String> parents, String message) {
        var path = new ArrayList<String>();
        for (String at = message; at != null; at = parents.get(at)) {
            path.add(at);
        }
        Collections.reverse(path);
        return path;
    }
}
