package dev.katman.ui.chat;

import dev.katman.conversation.ConversationId;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The conversation that is open, and those in which an answer is under way; no others are held. Of the FX thread. */
final class Desk {
    private final Drafts drafts;
    private final Map<ConversationId, ChatModel> models = new HashMap<>();
    private final ReadOnlyObjectWrapper<ChatModel> current = new ReadOnlyObjectWrapper<>(new ChatModel(Optional.empty()));
    private final ReadOnlyObjectWrapper<Optional<ConversationId>> openId = new ReadOnlyObjectWrapper<>(Optional.empty());

    Desk(Drafts drafts) {
        this.drafts = drafts;
    }

    ReadOnlyObjectProperty<ChatModel> current() {
        return current.getReadOnlyProperty();
    }

    /** The open conversation; empty while it is a new one. */
    ReadOnlyObjectProperty<Optional<ConversationId>> openId() {
        return openId.getReadOnlyProperty();
    }

    /** Opens a new conversation. */
    void begin() {
        show(new ChatModel(Optional.empty()));
    }

    /** Opens a conversation. */
    ChatModel open(ConversationId id) {
        ChatModel model = models.computeIfAbsent(id, key -> new ChatModel(Optional.of(key)));
        show(model);
        return model;
    }

    private void show(ChatModel model) {
        drafts.restore(model);
        current.set(model);
        openId.set(model.conversation());
        // What is neither shown nor busy can be read again; kept, it would only grow. What is written there is among the drafts.
        models.values().removeIf(other -> other != model && !other.busy().get());
    }

    /** Something happened to a model; it may have got its conversation only now. */
    void heard(ChatModel model) {
        model.conversation().ifPresent(id -> models.putIfAbsent(id, model));
        openId.set(current.get().conversation());
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

    /** A conversation is no more. */
    void gone(ConversationId conversation) {
        models.remove(conversation);
        if (isOpen(conversation)) {
            begin();
        }
    }

    /** Stops every answer that is under way. */
    void stop() {
        current.get().answering().stop();
        models.values().forEach(model -> model.answering().stop());
    }
}
