package dev.katman.journal;

import dev.katman.catalog.DeploymentId;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.MessageId;
import org.jdbi.v3.core.Handle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Conversations as a whole, to be taken elsewhere and brought from there. Every method throws {@link JournalException} when the data folder
 * fails. Safe for use by many threads.
 */
public final class Archive {
    private final Database database;

    Archive(Database database) {
        this.database = database;
    }

    /** The conversations that can be taken along, the oldest first. */
    public List<ConversationId> conversations() {
        return database.read(handle -> handle.createQuery("select id from conversation where not gone order by created, id")
                .mapTo(String.class).list()).stream().map(ConversationId::new).toList();
    }

    /** One of them; empty if it was deleted meanwhile. */
    public Optional<KeptConversation> find(ConversationId id) {
        return database.read(handle -> handle.createQuery("select * from conversation where id = :id and not gone").bind("id", id.value())
                .map((row, context) -> Rows.conversation(row)).findOne()
                .map(row -> kept(handle, row)));
    }

    private static KeptConversation kept(Handle handle, ConversationRow row) {
        var before = new HashMap<MessageId, MessageId>();
        List<MessageRow> messages = handle.createQuery("select * from message where conversation_id = :id and dropped_by is null order by id")
                .bind("id", row.id().value()).map((message, context) -> {
                    MessageRow one = Rows.message(message);
                    Optional.ofNullable(message.getString("parent_id")).map(MessageId::new).ifPresent(parent -> before.put(one.id(), parent));
                    return one;
                }).list();
        return new KeptConversation(row, messages, before, ThoughtTable.of(handle, row.id().value()),
                MessageTree.head(handle, row.id().value()).map(MessageId::new));
    }

    /** Who answered in a conversation, by decision. */
    public Map<DecisionId, DeploymentId> served(ConversationId id) {
        return database.read(handle -> handle.createQuery(
                        "select id, served from decision where conversation_id = :id and served is not null")
                .bind("id", id.value())
                .map((row, context) -> Map.entry(new DecisionId(row.getString("id")), DeploymentId.parse(row.getString("served"))))
                .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /**
     * What was taken in.
     *
     * @param conversations that were not there before
     * @param messages      likewise, also those of conversations that were
     * @param known         conversations that were there already
     */
    public record Taken(int conversations, int messages, int known) {
        Taken and(Taken other) {
            return new Taken(conversations + other.conversations, messages + other.messages, known + other.known);
        }
    }

    /**
     * Takes conversations in, all of them or, if anything fails, none. What is there already by its name stays as it is; of a conversation
     * that is there only what is missing is added.
     *
     * @param source hands over one conversation after the other
     */
    public Taken take(Consumer<Consumer<KeptConversation>> source) {
        var taken = new AtomicReference<>(new Taken(0, 0, 0));
        database.write(handle -> {
            source.accept(one -> taken.set(taken.get().and(take(handle, one))));
            DocumentTable.sweep(handle);
        });
        return taken.get();
    }

    private static Taken take(Handle handle, KeptConversation one) {
        ConversationRow row = one.conversation();
        String id = row.id().value();
        handle.createUpdate("delete from conversation where id = :id and gone").bind("id", id).execute(); // it is wanted after all
        boolean known = handle.createQuery("select count(*) from conversation where id = :id").bind("id", id).mapTo(Integer.class).one() > 0;
        if (!known) {
            handle.createUpdate("""
                    insert into conversation (id, title, created, updated, pinned, folder, named_by)
                    values (:id, :title, :created, :updated, :pinned, :folder, 'READER')""")
                    .bind("id", id).bind("title", MessageTable.titleOf(row.title())).bind("created", Rows.time(row.created()))
                    .bind("updated", Rows.time(row.updated())).bind("pinned", row.pinned()).bind("folder", row.folder().orElse(null))
                    .execute();
        }
        Set<String> there = present(handle, one.messages());
        var messages = one.messages().stream().filter(message -> !there.contains(message.id().value())).toList();
        messages.forEach(message -> {
            MessageTable.insert(handle, message, Optional.ofNullable(one.before().get(message.id())));
            ThoughtTable.keep(handle, message.id(), one.thoughts().getOrDefault(message.id(), ""));
        });
        if (!messages.isEmpty()) { // what was shown when it was written
            MessageTree.head(handle, id, one.head().map(MessageId::value));
        }
        return new Taken(known ? 0 : 1, messages.size(), known ? 1 : 0);
    }

    private static Set<String> present(Handle handle, List<MessageRow> messages) {
        return messages.isEmpty() ? Set.of() : new HashSet<>(handle.createQuery("select id from message where id in (<ids>)")
                .bindList("ids", messages.stream().map(message -> message.id().value()).toList()).mapTo(String.class).list());
    }
}
