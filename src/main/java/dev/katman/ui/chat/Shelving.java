package dev.katman.ui.chat;

import dev.katman.conversation.ConversationId;
import dev.katman.journal.ConversationRow;
import dev.katman.journal.Shelf;
import dev.katman.ui.kit.Work;

import java.util.Optional;

/** What the reader does with whole conversations. Of the FX thread. */
final class Shelving {
    private final Shelf shelf;
    private final Work work;
    private final TakeBack takeBack;
    private final Window window;

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

    Shelving(Shelf shelf, Work work, TakeBack takeBack, Window window) {
        this.shelf = shelf;
        this.work = work;
        this.takeBack = takeBack;
        this.window = window;
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

    /** Takes a conversation out of sight. */
    void remove(ConversationRow row) {
        takeBack.erase();
        boolean wasOpen = window.leave(row.id());
        takeBack.offer(row.id(), Optional.of(row.title()), () -> bringBack(row.id(), wasOpen),
                () -> change("erase conversation", () -> shelf.erase(row.id())));
        change("delete conversation", () -> shelf.remove(row.id()));
    }

    private void bringBack(ConversationId id, boolean wasOpen) {
        work.run("bring a conversation back", () -> {
            shelf.bringBack(id);
            return id;
        }, back -> {
            window.changed();
            if (wasOpen) {
                window.open(back);
            }
        });
    }

    private void change(String name, Runnable act) {
        work.run(name, () -> {
            act.run();
            return name;
        }, done -> window.changed());
    }
}
