package dev.katman.ui.chat;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.MessageId;
import dev.katman.journal.Threads;
import dev.katman.ui.kit.Work;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** Messages that were deleted, for as long as that can be taken back. One at a time: with the next the one before is gone. Of the FX thread. */
final class Deletions {
    /** Long enough to read the line and reach for its button. */
    private static final Duration STAYS = Duration.ofSeconds(8);

    private final Threads threads;
    private final InstantSource clock;
    private final Work work;
    private final Consumer<ConversationId> changed;
    private final ReadOnlyObjectWrapper<Optional<Deleted>> last = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** @param changed hears of the conversation in which something went or came back */
    Deletions(Threads threads, InstantSource clock, Work work, Consumer<ConversationId> changed) {
        this.threads = threads;
        this.clock = clock;
        this.work = work;
        this.changed = changed;
    }

    /**
     * A message that is out of sight.
     *
     * @param head  the last message that was shown before
     * @param until when it is erased
     */
    record Deleted(ConversationId conversation, MessageId message, Optional<MessageId> head, Instant until) {
    }

    /** What can be taken back just now. */
    ReadOnlyObjectProperty<Optional<Deleted>> last() {
        return last.getReadOnlyProperty();
    }

    /** Takes a message and what followed it out of sight. */
    void delete(ConversationId conversation, MessageId message) {
        erase();
        work.run("delete a message", () -> new Deleted(conversation, message, threads.drop(message), clock.instant().plus(STAYS)), deleted -> {
            last.set(Optional.of(deleted));
            changed.accept(conversation);
        });
    }

    /** Brings back what was deleted last. */
    void undo() {
        last.get().ifPresent(deleted -> {
            last.set(Optional.empty());
            work.run("undo a deletion", () -> {
                threads.restore(deleted.message(), deleted.head());
                return deleted.conversation();
            }, changed);
        });
    }

    /** Called every second. */
    void look() {
        if (last.get().filter(deleted -> !deleted.until().isAfter(clock.instant())).isPresent()) {
            erase();
        }
    }

    /** What was deleted is gone for good. */
    void erase() {
        last.get().ifPresent(deleted -> {
            last.set(Optional.empty());
            work.run("erase a message", () -> {
                threads.erase(deleted.message());
                return deleted.conversation();
            }, changed);
        });
    }
}
