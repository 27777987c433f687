package dev.katman.ui.chat;

import dev.katman.conversation.ConversationId;
import dev.katman.journal.ConversationRow;
import dev.katman.journal.Shelf;
import dev.katman.ui.kit.Work;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** What the reader does with whole conversations. One that was deleted can be brought back for a while. Of the FX thread. */
final class Shelving {
    /** Long enough to read the line and reach for its button. */
    private static final Duration STAYS = Duration.ofSeconds(8);

    private final Shelf shelf;
    private final InstantSource clock;
    private final Work work;
    private final Window window;
    private final ReadOnlyObjectWrapper<Optional<Removed>> removed = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** What follows elsewhere. */
    interface Window {
        /** The list is not as it was. */
        void changed();

        /**
         * A conversation goes: what is under way in it stops, and it is shown no longer.
         *
         * @return whether it was the open one
         */
        boolean leave(ConversationId id);

        void open(ConversationId id);
    }

    /**
     * A conversation that is out of sight.
     *
     * @param wasOpen whether it is opened again when it comes back
     * @param until   when it goes for good
     */
    record Removed(ConversationRow row, boolean wasOpen, Instant until) {
    }

    Shelving(Shelf shelf, InstantSource clock, Work work, Window window) {
        this.shelf = shelf;
        this.clock = clock;
        this.work = work;
        this.window = window;
    }

    /** What can be brought back just now. */
    ReadOnlyObjectProperty<Optional<Removed>> removed() {
        return removed.getReadOnlyProperty();
    }

    void rename(ConversationId id, String title) {
        change("rename conversation", () -> shelf.rename(id, title));
    }

    void pin(ConversationId id, boolean pinned) {
        change("pin conversation", () -> shelf.pin(id, pinned));
    }

    /** @param folder empty to take it out of its folder */
    void move(ConversationId id, Optional<String> folder) {
        change("move conversation", () -> shelf.move(id, folder));
    }

    void renameFolder(String from, String to) {
        change("rename folder", () -> shelf.renameFolder(from, to));
    }

    /** Takes a folder away; what was in it stands among the others again. */
    void dissolve(String folder) {
        change("dissolve folder", () -> shelf.dissolve(folder));
    }

    /** Takes a conversation out of sight. With the next one this one is gone for good. */
    void remove(ConversationRow row) {
        erase();
        boolean wasOpen = window.leave(row.id());
        removed.set(Optional.of(new Removed(row, wasOpen, clock.instant().plus(STAYS))));
        change("delete conversation", () -> shelf.remove(row.id()));
    }

    /** Brings back what was removed last. */
    void undo() {
        removed.get().ifPresent(last -> {
            removed.set(Optional.empty());
            work.run("bring a conversation back", () -> {
                shelf.bringBack(last.row().id());
                return last;
            }, back -> {
                window.changed();
                if (back.wasOpen()) {
                    window.open(back.row().id());
                }
            });
        });
    }

    /** Called every second. */
    void look() {
        if (removed.get().filter(last -> !last.until().isAfter(clock.instant())).isPresent()) {
            erase();
        }
    }

    /** What was removed is gone for good. */
    void erase() {
        removed.get().ifPresent(last -> {
            removed.set(Optional.empty());
            change("erase conversation", () -> shelf.erase(last.row().id()));
        });
    }

    private void change(String name, Runnable act) {
        work.run(name, () -> {
            act.run();
            return name;
        }, done -> window.changed());
    }
}
