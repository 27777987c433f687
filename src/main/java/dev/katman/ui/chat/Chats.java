package dev.katman.ui.chat;

import dev.katman.catalog.Tier;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.ConversationId;
import dev.katman.exchange.Ask;
import dev.katman.exchange.ExchangeEvent;
import dev.katman.journal.ConversationRow;
import dev.katman.ui.kit.Services;
import dev.katman.ui.kit.Work;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The conversations of the window and the one that is open. An answer goes on while another conversation is looked at. Outlives the
 * pages, so that a change of language loses nothing. Of the FX thread.
 */
public final class Chats {
    private static final Logger LOG = LoggerFactory.getLogger(Chats.class);

    /** The journal is written a moment after the levels change, so it is read a few times more. */
    private static final int SETTLING = 3;

    private final Services services;
    private final Work work;
    private final Consumer<RuntimeException> onFault;
    private final ObservableList<ConversationRow> conversations = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<ChatModel> current = new ReadOnlyObjectWrapper<>(new ChatModel(Optional.empty()));
    private final Map<ConversationId, ChatModel> models = new HashMap<>();
    private long seenVersion = -1;
    private int settling;

    /** @param onFault told, on the FX thread, when a message could not be taken */
    public Chats(Services services, Work work, Consumer<RuntimeException> onFault) {
        this.services = services;
        this.work = work;
        this.onFault = onFault;
    }

    ObservableList<ConversationRow> conversations() {
        return conversations;
    }

    ReadOnlyObjectProperty<ChatModel> current() {
        return current.getReadOnlyProperty();
    }

    /** Whether an answer is under way there. */
    boolean busy(ConversationId id) {
        return Optional.ofNullable(models.get(id)).filter(model -> model.busy().get()).isPresent();
    }

    /** Reads the list anew. */
    public void refresh() {
        work.run("read conversations", services.journal()::conversations, rows -> {
            if (!rows.equals(conversations)) {
                conversations.setAll(rows);
            }
        });
    }

    /** Begins a new conversation; one that is new and empty already stays. */
    public void fresh() {
        if (current.get().conversation().isPresent() || current.get().busy().get()) {
            show(new ChatModel(Optional.empty()));
        }
    }

    /** Opens a conversation. */
    public void open(ConversationId id) {
        if (current.get().conversation().filter(id::equals).isPresent()) {
            return;
        }
        ChatModel model = models.computeIfAbsent(id, key -> new ChatModel(Optional.of(key)));
        show(model);
        read(model);
    }

    private void show(ChatModel model) {
        current.set(model);
        // What is neither shown nor busy nor holds a draft can be read again; kept, it would only grow.
        models.values().removeIf(other -> other != model && !other.busy().get() && other.draft().isBlank());
    }

    private void read(ChatModel model) {
        model.conversation().ifPresent(id -> work.run("read conversation",
                () -> ChatModel.History.of(services.journal().messages(id), services.journal().decisionsOf(id)), model::history));
    }

    /** Called every second: a parked message is answered by the exchange, not by the window, and the window must see it. */
    public void look() {
        long version = services.ledger().version();
        settling = version != seenVersion ? SETTLING : settling - 1;
        seenVersion = version;
        ChatModel model = current.get();
        if (settling >= 0 && !model.busy().get() && model.waits()) {
            read(model);
            refresh();
        }
    }

    /** Sends the text in the open conversation. */
    void send(String text, Optional<Tier> tier) {
        ChatModel model = current.get();
        var stop = new Cancellation();
        model.draft("");
        model.sent(text, stop);
        Consumer<ExchangeEvent> feed = work.pulse().batched(events -> heard(model, events));
        var ask = new Ask(model.conversation(), text, tier, Optional.empty());
        Thread.ofVirtual().name("send").start(() -> {
            try {
                services.exchange().send(ask, feed, stop);
            } catch (RuntimeException e) {
                LOG.warn("a message was not taken", e);
                work.pulse().post(() -> {
                    model.failed();
                    onFault.accept(e);
                });
            }
        });
    }

    private void heard(ChatModel model, List<ExchangeEvent> events) {
        boolean wasNew = model.conversation().isEmpty();
        model.on(events);
        model.conversation().ifPresent(id -> models.putIfAbsent(id, model));
        if (wasNew && model.conversation().isPresent() || !model.busy().get()) {
            refresh();
        }
    }

    void rename(ConversationId id, String title) {
        work.run("rename conversation", () -> {
            services.journal().rename(id, title);
            return services.journal().conversations();
        }, conversations::setAll);
    }

    void delete(ConversationId id) {
        Optional.ofNullable(models.remove(id)).ifPresent(ChatModel::stop);
        if (current.get().conversation().filter(id::equals).isPresent()) {
            current.get().stop();
            show(new ChatModel(Optional.empty()));
        }
        work.run("delete conversation", () -> {
            services.journal().delete(id);
            return services.journal().conversations();
        }, conversations::setAll);
    }
}
