package dev.katman.ui.chat;

import dev.katman.conversation.ConversationId;
import dev.katman.journal.Journal;
import dev.katman.ui.kit.Work;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The conversation that is open, and those in which an answer is under way; no others are held. Of the FX thread; knows no scene. */
final class Desk {
    private final Journal journal;
    private final Work work;
    private final HistoryFeed feed;
    private final SideModel side;
    private final Drafts drafts;
    private final Attachments attachments;
    private final Map<ConversationId, ChatModel> models = new HashMap<>();
    private final ReadOnlyObjectWrapper<ChatModel> current = new ReadOnlyObjectWrapper<>(new ChatModel(Optional.empty()));
    private final ReadOnlyObjectWrapper<Optional<ConversationId>> openId = new ReadOnlyObjectWrapper<>(Optional.empty());
    /** Whether the reader has asked for a new conversation since the last one was to be opened again. */
    private boolean wentSomewhere;

    Desk(Journal journal, Work work, HistoryFeed feed, SideModel side, Drafts drafts, Attachments attachments) {
        this.journal = journal;
        this.work = work;
        this.feed = feed;
        this.side = side;
        this.drafts = drafts;
        this.attachments = attachments;
        drafts.read(() -> drafts.restore(current.get()));
        attachments.read(() -> attachments.open(current.get().conversation()));
    }

    ReadOnlyObjectProperty<ChatModel> current() {
        return current.getReadOnlyProperty();
    }

    /** The open conversation; empty while it is a new one. */
    ReadOnlyObjectProperty<Optional<ConversationId>> openId() {
        return openId.getReadOnlyProperty();
    }

    /** Begins a new conversation; one that is new and empty already stays. */
    void fresh() {
        wentSomewhere = true;
        if (current.get().conversation().isPresent() || current.get().busy().get()) {
            begin();
        }
    }

    private void begin() {
        show(new ChatModel(Optional.empty()));
    }

    /** Opens a conversation. */
    void open(ConversationId id) {
        if (!isOpen(id)) {
            ChatModel model = models.computeIfAbsent(id, key -> new ChatModel(Optional.of(key)));
            show(model);
            feed.read(model);
            side.looked(id);
        }
    }

    /** Opens the conversation that was open when the program ended last; not where the reader has begun something else by then. */
    void reopen(ConversationId id) {
        wentSomewhere = false;
        work.run("look for a conversation", () -> journal.exists(id), there -> {
            ChatModel model = current.get();
            if (there && !wentSomewhere && model.conversation().isEmpty() && model.rows().isEmpty()) { // what is unsent there stays among the drafts
                open(id);
            }
        });
    }

    private void show(ChatModel model) {
        drafts.restore(model);
        attachments.open(model.conversation());
        current.set(model);
        openId.set(model.conversation());
        // What is neither shown nor busy can be read again; kept, it would only grow. What is written there is among the drafts.
        models.values().removeIf(other -> other != model && !other.busy().get());
    }

    /**
     * Something happened to the message under way of a model.
     *
     * @return whether its conversation has begun only now
     */
    boolean heard(ChatModel model, List<Heard> heard) {
        boolean wasNew = model.conversation().isEmpty();
        model.on(heard);
        model.conversation().ifPresent(id -> models.putIfAbsent(id, model));
        openId.set(current.get().conversation());
        boolean begun = wasNew && model.conversation().isPresent();
        if (begun) {
            drafts.begun(model);
            model.conversation().filter(this::isOpen).ifPresent(attachments::begun);
        }
        return begun;
    }

    /** What the journal tells of a conversation now, where it is held, and the list. */
    void reread(ConversationId conversation) {
        model(conversation).ifPresent(feed::read);
        side.refresh();
    }

    /** The model of a conversation, if it is held. */
    Optional<ChatModel> model(ConversationId conversation) {
        return isOpen(conversation) ? Optional.of(current.get()) : Optional.ofNullable(models.get(conversation));
    }

    /** Each that is held. */
    void each(Consumer<ChatModel> what) {
        if (!models.containsValue(current.get())) {
            what.accept(current.get());
        }
        models.values().forEach(what);
    }

    boolean isOpen(ConversationId conversation) {
        return current.get().conversation().filter(conversation::equals).isPresent();
    }

    /**
     * A conversation goes: what is under way in it stops, and it is held no longer.
     *
     * @return whether it was the open one
     */
    boolean leave(ConversationId conversation) {
        boolean open = isOpen(conversation);
        model(conversation).ifPresent(model -> model.answering().stop());
        gone(conversation);
        return open;
    }

    /** A conversation is no more. */
    void gone(ConversationId conversation) {
        models.remove(conversation);
        if (isOpen(conversation)) {
            begin();
        }
    }

    /** Stops every answer that is under way. */
    void stop() {
        each(model -> model.answering().stop());
    }
}
