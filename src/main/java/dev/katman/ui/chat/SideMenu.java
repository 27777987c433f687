package dev.katman.ui.chat;

import dev.katman.journal.ConversationRow;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Parts;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import java.text.Collator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What can be done with a conversation, or with a folder, on the left. */
final class SideMenu {
    private final Context context;
    private final Shelving shelving;
    private final SideDialogs dialogs;
    private final Carrying carrying;

    SideMenu(Context context, Shelving shelving, SideDialogs dialogs, Carrying carrying) {
        this.context = context;
        this.shelving = shelving;
        this.dialogs = dialogs;
        this.carrying = carrying;
    }

    /** @param all in which the folders are that it could be moved to */
    ContextMenu of(ConversationRow row, List<ConversationRow> all) {
        return new ContextMenu(
                item(row.pinned() ? "ui.side.unpin" : "ui.side.pin", SideActions.PIN, () -> shelving.pin(row.id(), !row.pinned())),
                item("ui.side.rename.open", SideActions.RENAME, () -> rename(row)),
                folders(row, all),
                new SeparatorMenuItem(),
                item("ui.side.export.markdown", () -> export(row, "md")),
                item("ui.side.export.json", () -> export(row, "json")),
                new SeparatorMenuItem(),
                item("ui.side.delete", SideActions.DELETE, () -> shelving.remove(row)));
    }

    ContextMenu of(SideRow.Folder folder) {
        return new ContextMenu(
                item("ui.side.rename.open", SideActions.RENAME, () -> rename(folder)),
                item("ui.side.folder.dissolve", () -> shelving.dissolve(folder.name())));
    }

    void rename(ConversationRow row) {
        dialogs.title(row).ifPresent(title -> shelving.rename(row.id(), title));
    }

    void rename(SideRow.Folder folder) {
        dialogs.folder(folder.name()).ifPresent(name -> shelving.renameFolder(folder.name(), name));
    }

    private Menu folders(ConversationRow row, List<ConversationRow> all) {
        var menu = new Menu(context.text("ui.side.move"));
        Set<String> names = new TreeSet<>(Collator.getInstance(context.texts().locale()));
        all.forEach(one -> one.folder().ifPresent(names::add));
        row.folder().ifPresent(names::remove);
        for (String name : names) {
            var item = new MenuItem(name);
            item.setMnemonicParsing(false);
            item.setOnAction(event -> shelving.move(row.id(), Optional.of(name)));
            menu.getItems().add(item);
        }
        if (!names.isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        menu.getItems().add(item("ui.side.folder.new.open",
                () -> dialogs.newFolder().ifPresent(name -> shelving.move(row.id(), Optional.of(name)))));
        if (row.folder().isPresent()) {
            menu.getItems().add(item("ui.side.move.out", () -> shelving.move(row.id(), Optional.empty())));
        }
        return menu;
    }

    private void export(ConversationRow row, String ending) {
        dialogs.target(row.title(), ending).ifPresent(file -> carrying.out(List.of(row.id()), file));
    }

    /** An item that no keys lead to. */
    private MenuItem item(String text, Runnable act) {
        return Parts.item(context.text(text), act);
    }

    /** @param action whose keys are shown beside it; the list itself listens to them */
    private MenuItem item(String text, String action, Runnable act) {
        MenuItem item = item(text, act);
        context.actions().shown(action).ifPresent(item::setAccelerator);
        return item;
    }
}
