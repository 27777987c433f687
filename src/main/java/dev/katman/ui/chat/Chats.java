package dev.katman.ui.chat;

import dev.katman.catalog.Tier;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.MessageId;
import dev.katman.exchange.Answer;
import dev.katman.exchange.ExchangeEvent;
import dev.katman.journal.ConversationRow;
import dev.katman.journal.DecisionRecord;
import dev.katman.ui.kit.Services;
import dev.katman.ui.kit.Work;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The conversations of the window and the one that is open. An answer goes on while another conversation is looked at. Outlives the
 * pages, so that a change of language loses nothing. Of the FX thread.
 */
public final class Chats implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Chats.class);

    /** The journal is written a moment after the levels change, so it is read a few times more. */
    private static final int SETTLING = 3;

    private final Services services;
    private final Work work;
    private final Consumer<RuntimeException> onFault;
    private final Runnable queueChanged;
    private final ObservableList<ConversationRow> conversations = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<ChatModel> current = new ReadOnlyObjectWrapper<>(new ChatModel(Optional.empty()));
    private final Map<ConversationId, ChatModel> models = new HashMap<>();
    private final Shelving shelving;
    private final Map<MessageId, Resuming> resuming = new HashMap<>();
    private final Set<ConversationId> unread = new HashSet<>();
    private final ReadOnlyIntegerWrapper marks = new ReadOnlyIntegerWrapper();
    private Pin pin = Pin.NONE;
    private long seenVersion = -1;
    private int settling;

    /** A message that had waited and is being answered because the reader said so. */
    private record Resuming(ConversationId conversation, Cancellation stop) {
    }

    /**
     * @param onFault      told, on the FX thread, when a message could not be taken
     * @param queueChanged told, on the FX thread, when a message has left the queue or come back to it
     */
    public Chats(Services services, Work work, Consumer<RuntimeException> onFault, Runnable queueChanged) {
        this.services = services;
        this.work = work;
        this.onFault = onFault;
        this.queueChanged = queueChanged;
        shelving = new Shelving(services.journal().shelf(), services.clock(), work, new Shelving.Window() {
            @Override
            public void changed() {
                refresh();
                queueChanged.run();
            }

            @Override
            public boolean leave(ConversationId id) {
                return Chats.this.leave(id);
            }

            @Override
            public void open(ConversationId id) {
                Chats.this.open(id);
            }
        });
    }

    ObservableList<ConversationRow> conversations() {
        return conversations;
    }

    ReadOnlyObjectProperty<ChatModel> current() {
        return current.getReadOnlyProperty();
    }

    /** Whether an answer is under way there. */
    boolean busy(ConversationId id) {
        return Optional.ofNullable(models.get(id)).filter(model -> model.busy().get()).isPresent()
                || resuming.values().stream().anyMatch(r -> r.conversation().equals(id));
    }

    /** Whether an answer has come there that was not looked at. */
    boolean unread(ConversationId id) {
        return unread.contains(id);
    }

    /** Grows when {@link #busy} or {@link #unread} may say something else of a conversation. */
    ReadOnlyIntegerProperty marks() {
        return marks.getReadOnlyProperty();
    }

    private void marksChanged() {
        work.pulse().post(() -> marks.set(marks.get() + 1)); // later: it may be the list itself that asks, in mid-selection
    }

    /** Reads the list anew. */
    public void refresh() {
        work.run("read conversations", services.journal()::conversations, rows -> {
            if (!rows.equals(conversations)) {
                conversations.setAll(rows);
            }
        });
    }

    /** What the reader does with whole conversations. */
    Shelving shelving() {
        return shelving;
    }

    /** @return whether it was the open one */
    private boolean leave(ConversationId id) {
        Optional.ofNullable(models.remove(id)).ifPresent(ChatModel::stop);
        boolean open = isOpen(id);
        if (open) {
            current.get().stop();
            show(new ChatModel(Optional.empty()));
        }
        return open;
    }

    /** Begins a new conversation; one that is new and empty already stays. */
    public void fresh() {
        if (current.get().conversation().isPresent() || current.get().busy().get()) {
            show(new ChatModel(Optional.empty()));
        }
    }

    /** Opens a conversation. */
    public void open(ConversationId id) {
        if (isOpen(id)) {
            return;
        }
        if (unread.remove(id)) {
            marksChanged();
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

    /** What the reader insists on until further notice. */
    Pin pin() {
        return pin;
    }

    void pin(Pin other) {
        pin = other;
    }

    /** The reader says which tier a message should have been. */
    void teach(DecisionId decision, Tier tier) {
        work.run("teach", () -> {
            services.exchange().teach(decision, tier);
            return services.journal().decision(decision);
        }, this::told);
    }

    /** The reader has said something of a decision elsewhere: its line says so too. */
    public void taught(DecisionId decision) {
        work.run("read decision", () -> services.journal().decision(decision), this::told);
    }

    private void told(Optional<DecisionRecord> record) {
        record.ifPresent(r -> model(r.conversation()).ifPresent(model -> model.taught(r)));
    }

    /** Sends the text in the open conversation. */
    void send(String text) {
        ChatModel model = current.get();
        var stop = new Cancellation();
        model.draft("");
        model.sent(text, stop);
        Consumer<ExchangeEvent> feed = work.pulse().batched(events -> heard(model, events));
        var ask = pin.ask(model.conversation(), text);
        work.go("send", () -> {
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
        events.stream().filter(ExchangeEvent.Finished.class::isInstance).map(ExchangeEvent.Finished.class::cast)
                .forEach(finished -> over(finished.answer()));
    }

    /** What became of a message: the dot in the list, where nobody looks, and the queue. */
    private void over(Answer answer) {
        if (answer.result() == Answer.Result.ANSWERED && !isOpen(answer.conversation())) {
            unread.add(answer.conversation());
        }
        marksChanged();
        queueChanged.run();
    }

    /** A message that had waited was answered, by itself. */
    public void answered(Answer answer) {
        over(answer);
        reread(answer.conversation());
    }

    /**
     * Asks for an answer to a message that waits, now. It is shown as it comes where its conversation is open.
     *
     * @param message waits in that conversation; one that is on its way already is left alone
     */
    public void sendNow(MessageId message, ConversationId conversation) {
        var stop = new Cancellation();
        if (resuming.putIfAbsent(message, new Resuming(conversation, stop)) != null) {
            return;
        }
        Optional<ChatModel> live = model(conversation).filter(model -> model.resumed(message, stop));
        Consumer<ExchangeEvent> feed = live.map(model -> work.pulse().<ExchangeEvent>batched(events -> heard(model, events)))
                .orElse(event -> { });
        marksChanged();
        work.go("send now", () -> {
            try {
                Answer answer = services.exchange().resume(message, true, feed, stop);
                work.pulse().post(() -> {
                    boolean told = live.isPresent() && answer.result() != Answer.Result.STOPPED && !live.get().resumes(message);
                    resumed(message, conversation, live);
                    if (!told) { // or it had its answer already, and nothing happened that could be told
                        answered(answer);
                    }
                });
            } catch (IllegalStateException e) {
                LOG.debug("somebody else is answering it", e); // and will say so
                work.pulse().post(() -> resumed(message, conversation, live));
            } catch (RuntimeException e) {
                LOG.warn("a message that waits could not be sent now", e);
                work.pulse().post(() -> {
                    resumed(message, conversation, live);
                    onFault.accept(e);
                });
            }
        });
    }

    private void resumed(MessageId message, ConversationId conversation, Optional<ChatModel> live) {
        resuming.remove(message);
        marksChanged();
        queueChanged.run();
        live.filter(model -> model.resumes(message)).ifPresent(model -> {
            model.failed();
            reread(conversation);
        });
    }

    /** Takes a message out of the queue. It stays in its conversation. */
    public void cancel(MessageId message, ConversationId conversation) {
        work.run("cancel a message that waits", () -> {
            services.exchange().cancelParked(message);
            return conversation;
        }, id -> {
            reread(id);
            queueChanged.run();
        });
    }

    /** What the journal tells of a conversation now, where it is open, and the list. */
    private void reread(ConversationId conversation) {
        model(conversation).ifPresent(this::read);
        refresh();
    }

    private Optional<ChatModel> model(ConversationId conversation) {
        return isOpen(conversation) ? Optional.of(current.get()) : Optional.ofNullable(models.get(conversation));
    }

    private boolean isOpen(ConversationId conversation) {
        return current.get().conversation().filter(conversation::equals).isPresent();
    }

    /** Stops every answer that is under way; what had come of each is kept. */
    @Override
    public void close() {
        current.get().stop();
        models.values().forEach(ChatModel::stop);
        resuming.values().forEach(r -> r.stop().cancel());
        shelving.erase();
    }
}
