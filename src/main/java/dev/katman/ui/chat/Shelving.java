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
    private final Desk desk;
    private final SideModel side;
    private final Runnable queueChanged;

    /** @param queueChanged told when what waits in a conversation may have gone with it, or come back */
    Shelving(Shelf shelf, Work work, TakeBack takeBack, Desk desk, SideModel side, Runnable queueChanged) {
        this.shelf = shelf;
        this.work = work;
        this.takeBack = takeBack;
        this.desk = desk;
        this.side = side;
        this.queueChanged = queueChanged;
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
        boolean wasOpen = desk.leave(row.id());
        takeBack.offer(row.id(), Optional.of(row.title()), () -> bringBack(row.id(), wasOpen),
                () -> change("erase conversation", () -> shelf.erase(row.id())));
        change("delete conversation", () -> shelf.remove(row.id()));
    }

    private void bringBack(ConversationId id, boolean wasOpen) {
        work.run("bring a conversation back", () -> {
            shelf.bringBack(id);
            return id;
        }, back -> {
            changed();
            if (wasOpen) {
                desk.open(back);
            }
        });
    }

    private void change(String name, Runnable act) {
        work.run(name, () -> {
            act.run();
            return name;
        }, done -> changed());
    }

    private void changed() {
        side.refresh();
        queueChanged.run();
    }
}
