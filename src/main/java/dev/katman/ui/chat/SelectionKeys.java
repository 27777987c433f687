package dev.katman.ui.chat;

import dev.katman.ui.kit.Action;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Place;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.List;
import java.util.stream.Stream;

/** Selects and copies in a conversation by keys and by its menu. */
final class SelectionKeys {
    private static final String ALL = "selectAll";
    private static final String COPY = "copySelection";
    private static final String COPY_MARKDOWN = "copyMarkdown";

    private final ChatList list;
    private final Context context;
    private final Selection selection;
    private ContextMenu menu = new ContextMenu();

    SelectionKeys(ChatList list, Context context, Selection selection) {
        this.list = list;
        this.context = context;
        this.selection = selection;
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (act(event)) {
                event.consume();
            }
        });
        list.setOnContextMenuRequested(this::menu);
    }

    /** What can be done. */
    List<Action> actions() {
        return List.of(Action.of(ALL, Place.CHAT, this::all).when(() -> !list.rows().isEmpty()).keysWithin("Shortcut+A"),
                Action.of(COPY, Place.CHAT, () -> context.acts().copy().accept(selection.text())).when(this::some).keysWithin("Shortcut+C"),
                Action.of(COPY_MARKDOWN, Place.CHAT, () -> context.acts().copy().accept(selection.markdown())).when(this::some)
                        .keysWithin("Shortcut+Shift+C"));
    }

    private void all() {
        list.requestFocus();
        selection.all();
    }

    /** What was on the clipboard stays there where nothing is selected. */
    private boolean some() {
        return !selection.isEmpty();
    }

    private boolean act(KeyEvent event) {
        if (context.actions().run(event, Stream.of(ALL, COPY, COPY_MARKDOWN, SideActions.UNDO))) {
            return true;
        }
        if (event.isShiftDown() && !event.isShortcutDown()) {
            return extend(event.getCode());
        }
        boolean leaves = event.getCode() == KeyCode.ESCAPE && some();
        if (leaves) {
            selection.clear();
        }
        return leaves || context.actions().run(event, Stream.of(Seeker.LEAVE));
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

    private void menu(ContextMenuEvent event) {
        menu.hide();
        menu = new ContextMenu(item("ui.select.copy", COPY), item("ui.select.copyMarkdown", COPY_MARKDOWN), new SeparatorMenuItem(),
                item("ui.select.all", ALL));
        menu.show(list, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    private MenuItem item(String name, String id) {
        var item = new MenuItem(context.text(name));
        context.actions().shown(id).ifPresent(item::setAccelerator);
        context.actions().find(id).ifPresent(action -> {
            item.setDisable(!action.enabled().getAsBoolean());
            item.setOnAction(chosen -> action.act().run());
        });
        return item;
    }
}
