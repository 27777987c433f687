package dev.katman.ui.chat;

import dev.katman.catalog.DeploymentId;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.MessageId;
import dev.katman.documents.Document;
import dev.katman.exchange.Ask;
import dev.katman.journal.Draft;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

import java.util.List;
import java.util.Optional;

/** What is written in a conversation and not sent: the next message, or another one anew, and who is to answer. */
final class Unsent {
    private String next = "";
    private Optional<Draft.Edit> edit = Optional.empty();
    private Pin pin = Pin.NONE;
    private final ReadOnlyIntegerWrapper handedBack = new ReadOnlyIntegerWrapper();

    /** Grows when words that were on their way, or meant for a message that is gone, are there to be sent. */
    ReadOnlyIntegerProperty handedBack() {
        return handedBack.getReadOnlyProperty();
    }

    /** What stands where one writes: the message that is being written anew, else the next one. */
    String text() {
        return edit.map(Draft.Edit::text).orElse(next);
    }

    /** Something else stands there. */
    void write(String text) {
        edit.ifPresentOrElse(anew -> edit(anew.message(), text), () -> next = text);
    }

    /** The message that is being written anew. */
    Optional<MessageId> edited() {
        return edit.map(Draft.Edit::message);
    }

    /** A message is written anew, and says that by now. The next one waits. */
    void edit(MessageId message, String text) {
        edit = Optional.of(new Draft.Edit(message, text));
    }

    /** Nothing is written anew. */
    void leaveEdit() {
        edit = Optional.empty();
    }

    /** What the reader insists on here until further notice. */
    Pin pin() {
        return pin;
    }

    void pin(Pin other) {
        pin = other;
    }

    /**
     * A message as it would be sent from here.
     *
     * @param text      not blank
     * @param documents that go along
     */
    Ask ask(Optional<ConversationId> conversation, String text, List<Document> documents) {
        Ask plain = pin.ask(conversation, text).with(documents);
        return edited().map(plain::insteadOf).orElse(plain);
    }

    /** What stood where one writes is on its way. */
    void sent() {
        if (edit.isEmpty()) {
            next = "";
        }
        leaveEdit();
    }

    /**
     * It could not be sent, and is to be written on; what was written meanwhile stays.
     *
     * @param insteadOf the message that it is in place of
     */
    void back(Optional<MessageId> insteadOf, String text) {
        if (insteadOf.isPresent() && edit.isEmpty()) {
            edit(insteadOf.get(), text);
        } else {
            next = insteadOf.isPresent() ? Draft.together(next, text) : Draft.together(text, next);
        }
        handedBack.set(handedBack.get() + 1);
    }

    /** A message is no more. If it was being written anew, what it was to say stands with what is written for the next one. */
    void gone(MessageId message) {
        edit.filter(anew -> anew.message().equals(message)).ifPresent(anew -> {
            leaveEdit();
            next = Draft.together(next, anew.text());
            handedBack.set(handedBack.get() + 1);
        });
    }

    /** Whether there is nothing that is worth keeping. */
    boolean isEmpty() {
        return in(Optional.empty()).isEmpty();
    }

    /** All of it, to be kept. */
    Draft in(Optional<ConversationId> conversation) {
        return new Draft(conversation, next, edit, pin.tier(), pin.model().map(DeploymentId::toString));
    }

    /** All of it as it was kept. */
    void restore(Draft kept) {
        next = kept.text();
        edit = kept.edit();
        pin = new Pin(kept.model().isPresent() ? Optional.empty() : kept.tier(), kept.model().map(DeploymentId::parse));
    }
}
