package dev.katman.launch;

import dev.katman.exchange.Answer;
import dev.katman.ui.shell.Page;
import dev.katman.ui.shell.Window;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.List;

/** What the tour looks at, in order: each view leaves the window so that the next one can go on. */
final class TourViews {
    /** Long enough for a page to load from the journal, lay itself out and be drawn in software. */
    private static final long SETTLE_MILLIS = 450;
    /** Likewise where the past must be decided again first. */
    private static final long SETTLE_LONG_MILLIS = 1_200;

    private TourViews() {
    }

    /**
     * What is photographed.
     *
     * @param settle milliseconds until it stands
     * @param last   done just before the picture is taken
     */
    record View(String name, Runnable show, long settle, Runnable last) {
        View(String name, Runnable show) {
            this(name, show, SETTLE_MILLIS, () -> { });
        }
    }

    /** Before anything was ever asked. */
    static List<View> fresh(Window window) {
        return List.of(new View("usage-empty", () -> window.page(Page.USAGE)));
    }

    /** After weeks of use. */
    static List<View> used(Window window) {
        Scene scene = window.scene();
        return List.of(
                new View("usage", () -> {
                    window.page(Page.USAGE);
                    press(scene, "#span-day");
                }, SETTLE_MILLIS, () -> scroll(scene, 0)),
                new View("usage-hover", () -> {
                    Node plot = scene.lookup("#chart-models .plot");
                    plot.requestFocus();
                    for (KeyCode key : List.of(KeyCode.END, KeyCode.LEFT, KeyCode.LEFT)) {
                        Event.fireEvent(plot, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
                    }
                }),
                new View("usage-below", () -> scroll(scene, 1)),
                new View("usage-week", () -> {
                    press(scene, "#span-week");
                    press(scene, "#measure-requests");
                    scroll(scene, 0);
                }),
                new View("usage-month", () -> {
                    press(scene, "#span-month");
                    press(scene, "#measure-tokens");
                }),
                new View("usage-tables", () -> press(scene, "#as-tables")),
                new View("usage-hour", () -> {
                    press(scene, "#as-tables");
                    press(scene, "#span-hour");
                }));
    }

    /** After some days of talk. */
    static List<View> talked(Window window, Answer hard) {
        Scene scene = window.scene();
        return List.of(
                new View("welcome", window::fresh),
                new View("chat", () -> window.open(hard.conversation())),
                new View("chat-pinned", () -> {
                    window.fresh();
                    pin(scene);
                    ((TextArea) scene.lookup("#composer")).setText(Tour.QUESTION);
                }, SETTLE_LONG_MILLIS, () -> { }),
                new View("decisions", () -> {
                    ((TextArea) scene.lookup("#composer")).clear();
                    press(scene, "#unpin");
                    window.open(hard.record().id());
                }, SETTLE_LONG_MILLIS, () -> { }),
                new View("decisions-end", () -> { }, SETTLE_MILLIS, () -> ((ScrollPane) scene.lookup(".path-pane")).setVvalue(1)),
                new View("decisions-filtered", () -> filter(scene, "ozet")),
                new View("decisions-unmatched", () -> filter(scene, "ozet zebra")),
                new View("what-if", () -> {
                    filter(scene, "");
                    press(scene, "#what-if-chip");
                    press(scene, "#what-if-strict");
                    ((Slider) scene.lookup("#what-if-local")).setValue(0.7);
                }, SETTLE_LONG_MILLIS, () -> { }),
                new View("what-if-end", () -> { }, SETTLE_MILLIS, () -> ((ScrollPane) scene.lookup(".path-pane")).setVvalue(1)),
                new View("judge", () -> {
                    press(scene, "#what-if-back");
                    press(scene, "#judge-chip");
                }),
                new View("path", () -> press(scene, "#judge-chip")),
                new View("focus-path", () -> window.run("nextRegion")),
                new View("palette", () -> window.run("palette")),
                new View("palette-typed", () -> ((TextField) scene.lookup("#palette-line")).setText("de")),
                new View("help", () -> window.run("help")),
                new View("shortcuts", () -> {
                    window.run("shortcuts");
                    Node keys = scene.lookup("#shortcut-palette .key-button");
                    keys.requestFocus();
                    ((ButtonBase) keys).fire();
                    Event.fireEvent(keys, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DIGIT2, false, true, false, false));
                }),
                new View("focus-side", () -> {
                    window.open(hard.conversation());
                    window.run("nextRegion"); // from the composer
                    window.run("nextRegion");
                    window.run("nextRegion");
                }),
                new View("focus-limits", () -> {
                    window.run("previousRegion");
                    window.run("previousRegion");
                }));
    }

    private static void press(Scene scene, String id) {
        ((ButtonBase) scene.lookup(id)).fire();
    }

    private static void filter(Scene scene, String text) {
        ((TextField) scene.lookup("#decisions-filter")).setText(text);
    }

    /** Takes the first model of the composer's submenu. */
    private static void pin(Scene scene) {
        var choice = (MenuButton) scene.lookup("#tier-choice");
        choice.getItems().stream().filter(Menu.class::isInstance).map(Menu.class::cast).findFirst()
                .ifPresent(models -> models.getItems().getLast().fire());
    }

    private static void scroll(Scene scene, double to) {
        ((ScrollPane) scene.lookup(".usage-pane")).setVvalue(to);
    }
}
