package dev.katman.ui.chat;

import dev.katman.ui.kit.Context;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Selects and copies in a conversation by keys and by its menu. */
final class SelectionKeys {
    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");
    private static final KeyCombination COPY_MARKDOWN = KeyCombination.valueOf("Shortcut+Shift+C");
    private static final KeyCombination ALL = KeyCombination.valueOf("Shortcut+A");

    private final ChatList list;
    private final Context context;
    private final Selection selection;

    private SelectionKeys(ChatList list, Context context, Selection selection) {
        this.list = list;
        this.context = context;
        this.selection = selection;
    }

    static void on(ChatList list, Context context, Selection selection) {
        var keys = new SelectionKeys(list, context, selection);
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (keys.act(event)) {
                event.consume();
            }
        });
        ContextMenu menu = keys.menu();
        list.setOnContextMenuRequested(event -> menu.show(list, event.getScreenX(), event.getScreenY()));
    }

    private boolean act(KeyEvent event) {
        if (ALL.match(event)) {
            selection.all();
        } else if (COPY.match(event)) {
            copy();
        } else if (COPY_MARKDOWN.match(event)) {
            copyMarkdown();
        } else if (event.isShiftDown() && !event.isShortcutDown()) {
            return extend(event.getCode());
        } else if (event.getCode() == KeyCode.ESCAPE && !selection.isEmpty()) {
            selection.clear();
        } else {
            return false;
        }
        return true;
    }

    /** Where nothing is selected yet it begins at the upper edge. */
    private boolean extend(KeyCode key) {
        if (!key.isArrowKey()) {
            return false;
        }
        if (!selection.begun()) {
            selection.begin(new Selection.Place(list.firstShown(), 0), Selection.Unit.CHARACTER);
        }
        switch (key) {
            case UP -> selection.extendByRow(-1);
            case DOWN -> selection.extendByRow(1);
            case LEFT -> selection.extendByCharacter(-1);
            default -> selection.extendByCharacter(1);
        }
        return true;
    }

    /** What was on the clipboard stays there where nothing is selected. */
    private void copy() {
        if (!selection.isEmpty()) {
            context.acts().copy().accept(selection.text());
        }
    }

    private void copyMarkdown() {
        if (!selection.isEmpty()) {
            context.acts().copy().accept(selection.markdown());
        }
    }

    private ContextMenu menu() {
        var copy = item("ui.select.copy", COPY, this::copy);
        var markdown = item("ui.select.copyMarkdown", COPY_MARKDOWN, this::copyMarkdown);
        var menu = new ContextMenu(copy, markdown, new SeparatorMenuItem(), item("ui.select.all", ALL, selection::all));
        menu.setOnShowing(event -> {
            copy.setDisable(selection.isEmpty());
            markdown.setDisable(selection.isEmpty());
        });
        return menu;
    }

    private MenuItem item(String name, KeyCombination keys, Runnable act) {
        var item = new MenuItem(context.text(name));
        item.setAccelerator(keys);
        item.setOnAction(event -> act.run());
        return item;
    }
}
