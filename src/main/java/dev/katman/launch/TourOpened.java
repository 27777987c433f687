package dev.katman.launch;

import dev.katman.journal.ConversationRow;
import dev.katman.launch.TourViews.View;
import dev.katman.ui.shell.Window;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.ContextMenuEvent;
import javafx.stage.PopupWindow;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What opens where somebody asks for it, for the tour: a model's thoughts, and the menus. */
final class TourOpened {
    private static final String QUESTION = "Explain step by step how a hash table grows.";
    /** It thinks before it answers. */
    private static final String MODEL = "qwen3-32b";
    private static final long SETTLE_MILLIS = 900;

    private final App app;
    private final Window window;

    private TourOpened(App app, Window window) {
        this.app = app;
        this.window = window;
    }

    static Function<Window, List<View>> opened(App app) {
        return window -> new TourOpened(app, window).views();
    }

    private List<View> views() {
        Scene scene = window.scene();
        return List.of(
                new View("thought", this::ask, SETTLE_MILLIS, () -> scene.lookup(".thought-toggle") != null && scene.lookup(".served") != null, () -> { }),
                new View("thought-open", () -> TourViews.press(scene, ".thought-toggle"), SETTLE_MILLIS, () -> TourViews.read(scene, 0)),
                view("menu-message", () -> show("#message-again")),
                view("menu-models", () -> show("#tier-choice")),
                view("menu-conversation", () -> {
                    close();
                    Node list = scene.lookup("#conversations");
                    list.requestFocus();
                    Event.fireEvent(list, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 0, 0, true, null));
                }),
                view("menu-window", () -> {
                    close();
                    window.run("menu");
                }));
    }

    private static View view(String name, Runnable show) {
        return new View(name, show, SETTLE_MILLIS, () -> { });
    }

    /** Anew for each picture: thoughts are not kept. */
    private void ask() {
        close();
        for (ConversationRow row : app.journal().conversations()) {
            app.journal().shelf().erase(row.id());
        }
        window.fresh();
        ((TextArea) window.scene().lookup("#composer")).setText(QUESTION);
        models().filter(item -> MODEL.equals(item.getText())).forEach(MenuItem::fire);
        ((ButtonBase) window.scene().lookup("#send")).fire();
    }

    private Stream<MenuItem> models() {
        return ((MenuButton) window.scene().lookup("#tier-choice")).getItems().stream().filter(Menu.class::isInstance).flatMap(menu -> ((Menu) menu).getItems().stream());
    }

    private void show(String menu) {
        close();
        var button = (MenuButton) window.scene().lookup(menu);
        button.requestFocus();
        button.show();
    }

    private static void close() {
        for (javafx.stage.Window other : List.copyOf(javafx.stage.Window.getWindows())) {
            if (other instanceof PopupWindow popup) {
                popup.hide();
            }
        }
    }
}
