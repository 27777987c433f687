package dev.katman.launch;

import dev.katman.conversation.Cancellation;
import dev.katman.conversation.ConversationId;
import dev.katman.exchange.Answer;
import dev.katman.exchange.Ask;
import dev.katman.launch.TourViews.View;
import dev.katman.ui.shell.Window;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What opens where somebody asks for it, for the tour: a model's thoughts, and the menus. */
final class TourOpened {
    private static final String QUESTION = "Explain step by step how a hash table grows.";
    /** It thinks before it answers. */
    private static final String MODEL = "qwen3-32b";
    private static final long SETTLE_MILLIS = 900;

    private final Window window;
    private final ConversationId thoughtful;

    private TourOpened(Window window, ConversationId thoughtful) {
        this.window = window;
        this.thoughtful = thoughtful;
    }

    static Function<Window, List<View>> opened(App app) {
        Answer answer = app.exchange().send(new Ask(Optional.empty(), QUESTION, Optional.empty(), Optional.of(MODEL)), event -> { },
                new Cancellation());
        return window -> new TourOpened(window, answer.conversation()).views();
    }

    private List<View> views() {
        Scene scene = window.scene();
        return List.of(
                new View("thought", this::open, SETTLE_MILLIS, () -> scene.lookup(".served") != null, () -> TourViews.read(scene, 0)),
                new View("thought-open", () -> TourViews.press(scene, ".thought-toggle"), SETTLE_MILLIS, () -> TourViews.read(scene, 0)),
                view("menu-message", () -> {
                    TourViews.press(scene.lookup("#chat"), KeyCode.END, false);
                    scene.getRoot().layout();
                    show(TourActs.lowest(scene, "#message-again"));
                }),
                view("menu-models", () -> show(scene.lookup("#tier-choice"))),
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

    /** With everything folded, whatever was unfolded for an earlier picture. */
    private void open() {
        close();
        window.fresh();
        window.open(thoughtful);
    }

    private static void show(Node menu) {
        close();
        menu.requestFocus();
        ((MenuButton) menu).show();
    }

    private static void close() {
        for (javafx.stage.Window other : List.copyOf(javafx.stage.Window.getWindows())) {
            if (other instanceof PopupWindow popup) {
                popup.hide();
            }
        }
    }
}
