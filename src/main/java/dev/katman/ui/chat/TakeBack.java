package dev.katman.ui.chat;

import dev.katman.conversation.ConversationId;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What was deleted, a conversation or messages of one, for as long as that can be taken back. One at a time: with the next the one before is
 * gone for good. Of the FX thread.
 */
final class TakeBack {
    /** Long enough to read the line and reach for its button. */
    private static final Duration STAYS = Duration.ofSeconds(8);

    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Optional<Deleted>> last = new ReadOnlyObjectWrapper<>(Optional.empty());

    TakeBack(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Something that is out of sight.
     *
     * @param title of the conversation, where all of it is; empty where only messages of it are
     * @param until when it goes for good
     * @param undo  brings it back
     * @param erase lets it go for good
     */
    record Deleted(ConversationId conversation, Optional<String> title, Instant until, Runnable undo, Runnable erase) {
    }

    /** What can be taken back just now. */
    ReadOnlyObjectProperty<Optional<Deleted>> last() {
        return last.getReadOnlyProperty();
    }

    /** Whether it is of that conversation. */
    boolean holds(ConversationId conversation) {
        return last.get().filter(deleted -> deleted.conversation().equals(conversation)).isPresent();
    }

    /** Something was deleted. */
    void offer(ConversationId conversation, Optional<String> title, Runnable undo, Runnable erase) {
        erase();
        last.set(Optional.of(new Deleted(conversation, title, clock.instant().plus(STAYS), undo, erase)));
    }

    /** Brings back what was deleted last. */
    void undo() {
        take().ifPresent(deleted -> deleted.undo().run());
    }

    /** Called every second. */
    void look() {
        if (last.get().filter(deleted -> !deleted.until().isAfter(clock.instant())).isPresent()) {
            erase();
        }
    }

    /** What was deleted is gone for good. */
    void erase() {
        take().ifPresent(deleted -> deleted.erase().run());
    }

    private Optional<Deleted> take() {
        Optional<Deleted> deleted = last.get();
        last.set(Optional.empty());
        return deleted;
    }
}
