package dev.katman.ui.chat;

import dev.katman.journal.ConversationRow;
import dev.katman.ui.kit.Action;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Place;
import javafx.scene.input.KeyEvent;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What can be done with the conversation that is chosen on the left; with the open one where none is. */
final class SideActions {
    static final String PIN = "pinConversation";
    static final String RENAME = "renameConversation";
    static final String DELETE = "deleteConversation";
    static final String UNDO = "undoDeletion";

    private final Context context;
    private final Chats chats;
    private final SideList list;
    private final SideMenu menu;

    SideActions(Context context, Chats chats, SideList list, SideMenu menu) {
        this.context = context;
        this.chats = chats;
        this.list = list;
        this.menu = menu;
    }

    List<Action> all() {
        return List.of(
                on(PIN, row -> chats.shelving().pin(row.id(), !row.pinned())).keysWithin("P"),
                Action.of(RENAME, Place.CHAT, this::rename).when(() -> folder().isPresent() || chosen().isPresent()).keysWithin("F2"),
                on(DELETE, chats.shelving()::remove).keysWithin("Delete"),
                Action.of(UNDO, Place.CHAT, chats.takeBack()::undo).when(() -> chats.takeBack().last().get().isPresent())
                        .keysWithin("Shortcut+Z"));
    }

    private Action on(String id, Consumer<ConversationRow> act) {
        return Action.of(id, Place.CHAT, () -> chosen().ifPresent(act)).when(() -> chosen().isPresent());
    }

    private void rename() {
        folder().ifPresentOrElse(menu::rename, () -> chosen().ifPresent(menu::rename));
    }

    private Optional<SideRow.Folder> folder() {
        return list.selected().filter(SideRow.Folder.class::isInstance).map(SideRow.Folder.class::cast);
    }

    private Optional<ConversationRow> chosen() {
        return list.selected().isEmpty() ? chats.current().get().conversation().flatMap(chats.side()::row) : list.selected().flatMap(this::row);
    }

    private Optional<ConversationRow> row(SideRow row) {
        return switch (row) {
            case SideRow.One one -> Optional.of(one.row());
            case SideRow.Hit(var hit) -> chats.side().row(hit.conversation());
            case SideRow.Folder folder -> Optional.empty();
            case SideRow.Head head -> Optional.empty();
        };
    }

    /**
     * A key was pressed in the list.
     *
     * @return whether it did something
     */
    boolean pressed(KeyEvent key) {
        return context.actions().run(key, Stream.of(PIN, RENAME, DELETE, UNDO));
    }
}
