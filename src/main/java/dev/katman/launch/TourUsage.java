package dev.katman.launch;

import dev.katman.exchange.Answer;
import dev.katman.launch.TourViews.View;
import dev.katman.ui.shell.Page;
import dev.katman.ui.shell.Window;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;

import java.util.List;
import java.util.regex.Pattern;

/** The usage, and a decision that thinks of the day, for the tour. */
final class TourUsage {
    private static final int HOURS = 24;
    /** What a chart tells of an hour in which there was something. */
    private static final Pattern FIGURES = Pattern.compile(".*: .*\\d.*");

    private TourUsage() {
    }

    /** After weeks of use, with the deep brain's day nearly spent. */
    static List<View> used(Window window, Answer kept) {
        Scene scene = window.scene();
        return List.of(
                new View("pressed", () -> window.open(kept.conversation()), TourViews.SETTLE_MILLIS, () -> TourViews.isShownOf(scene, "#chat .bubble"), () -> { }),
                new View("pressed-decision", () -> window.open(kept.record().id()), TourViews.SETTLE_LONG_MILLIS, () -> { }),
                new View("usage", () -> {
                    window.page(Page.USAGE);
                    TourViews.press(scene, "#span-day");
                }, TourViews.SETTLE_LONG_MILLIS, () -> scene.lookup("#chart-models") != null && isRead(scene), () -> scroll(scene, 0)),
                new View("usage-hover", () -> {
                    Node plot = scene.lookup("#chart-models .plot");
                    plot.requestFocus();
                    TourViews.key(plot, KeyCode.END);
                    for (int hour = 0; hour < HOURS && !FIGURES.matcher(plot.getAccessibleText()).matches(); hour++) {
                        TourViews.key(plot, KeyCode.LEFT); // back from the hours that are still to come
                    }
                }),
                new View("usage-saved", () -> scroll(scene, 0.45)),
                new View("usage-below", () -> scroll(scene, 1)),
                new View("usage-week", () -> {
                    TourViews.press(scene, "#span-week");
                    TourViews.press(scene, "#measure-requests");
                }, TourViews.SETTLE_LONG_MILLIS, () -> isRead(scene), () -> scroll(scene, 0)),
                new View("usage-month", () -> {
                    TourViews.press(scene, "#span-month");
                    TourViews.press(scene, "#measure-tokens");
                }, TourViews.SETTLE_LONG_MILLIS, () -> isRead(scene), () -> { }),
                new View("usage-tables", () -> TourViews.press(scene, "#as-tables")),
                new View("usage-hour", () -> {
                    TourViews.press(scene, "#as-tables");
                    TourViews.press(scene, "#span-hour");
                }, TourViews.SETTLE_LONG_MILLIS, () -> isRead(scene), () -> { }));
    }

    /** Whether what was asked for is there: a page that takes long to read says so after a moment. */
    private static boolean isRead(Scene scene) {
        return scene.lookup(".usage-said") instanceof Labeled said && said.getText().isEmpty();
    }

    private static void scroll(Scene scene, double to) {
        ((ScrollPane) scene.lookup(".usage-pane")).setVvalue(to);
    }
}
