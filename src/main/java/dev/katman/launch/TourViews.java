package dev.katman.launch;

import dev.katman.exchange.Answer;
import dev.katman.ui.shell.Page;
import dev.katman.ui.shell.Window;
import javafx.event.Event;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the tour looks at: by a picture's name, what is done in the window before it is taken, in this order. On the FX thread. */
final class TourViews {
    private TourViews() {
    }

    /** Before anything was ever asked. */
    static Map<String, Runnable> fresh(Window window) {
        return Map.of("usage-empty", () -> window.page(Page.USAGE));
    }

    /** After a talk. */
    static Map<String, Runnable> chat(Window window, Answer hard) {
        var views = new LinkedHashMap<String, Runnable>();
        views.put("welcome", window::fresh);
        views.put("chat", () -> window.open(hard.conversation()));
        views.put("decisions", () -> {
            window.page(Page.DECISIONS);
            window.open(hard.record().id());
        });
        return views;
    }

    /** After weeks of use. */
    static Map<String, Runnable> usage(Window window) {
        var views = new LinkedHashMap<String, Runnable>();
        views.put("usage", () -> {
            window.page(Page.USAGE);
            press(window, "#span-day");
            scroll(window, 0);
        });
        views.put("usage-hover", () -> {
            var plot = window.scene().lookup("#chart-models .plot");
            plot.requestFocus();
            for (KeyCode key : List.of(KeyCode.END, KeyCode.LEFT, KeyCode.LEFT)) {
                Event.fireEvent(plot, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
            }
        });
        views.put("usage-below", () -> scroll(window, 1));
        views.put("usage-week", () -> {
            press(window, "#span-week");
            press(window, "#measure-requests");
            scroll(window, 0);
        });
        views.put("usage-month", () -> {
            press(window, "#span-month");
            press(window, "#measure-tokens");
        });
        views.put("usage-tables", () -> press(window, "#as-tables"));
        views.put("usage-hour", () -> {
            press(window, "#as-tables");
            press(window, "#span-hour");
        });
        return views;
    }

    private static void press(Window window, String id) {
        ((ButtonBase) window.scene().lookup(id)).fire();
    }

    private static void scroll(Window window, double to) {
        ((ScrollPane) window.scene().lookup(".usage-pane")).setVvalue(to);
    }
}
