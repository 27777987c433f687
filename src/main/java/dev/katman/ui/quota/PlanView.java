package dev.katman.ui.quota;

import dev.katman.pacing.Outlook;
import dev.katman.ui.kit.Context;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polyline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The coming day of a scarce model in two lines: what will be left when the price decides, and when whoever asks first is served. */
final class PlanView extends VBox {
    private final Context context;
    private final Label price = new Label();
    private final Label summary = new Label();
    private final Chart chart = new Chart();

    PlanView(Context context) {
        this.context = context;
        getStyleClass().add("plan");
        var title = new Label(context.text("ui.plan.title"));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        price.setTooltip(new Tooltip(context.text("ui.plan.price.tip")));
        price.setMinWidth(Region.USE_PREF_SIZE);
        title.setMinWidth(0);
        var head = new HBox(6, title, gap, price);
        head.setAlignment(Pos.BASELINE_LEFT);
        summary.setWrapText(true);
        Tooltip.install(chart, new Tooltip(context.text("ui.plan.chart.tip")));
        chart.managedProperty().bind(chart.visibleProperty());
        getChildren().addAll(head, chart, summary);
    }

    void show(Outlook outlook, Instant now) {
        price.setText(context.text("ui.plan.price", context.figures().number(outlook.price(), 2)));
        chart.setVisible(outlook.known());
        String told = !outlook.known() ? context.text("ui.plan.learning")
                : outlook.dryIn().map(in -> context.text("ui.plan.dry", spoken(rounded(in)), lowest(outlook, now)))
                .orElseGet(() -> context.text("ui.plan.lasts", lowest(outlook, now)));
        summary.setText(told);
        chart.setAccessibleText(context.text("ui.plan.title") + ": " + told);
        chart.show(outlook);
    }

    /** Quarters of an hour; no seconds are known. */
    private String spoken(Duration duration) {
        return duration.toHours() == 0 ? context.text("ui.plan.minutes", duration.toMinutes()) : context.words().duration(duration);
    }

    /** "12% at 21:00". */
    private String lowest(Outlook outlook, Instant now) {
        int hour = lowestHour(outlook.planned());
        return context.text("ui.plan.low", context.words().left(outlook.planned().get(hour)),
                context.figures().time(now.plus(Duration.ofHours(hour))));
    }

    static int lowestHour(List<Double> left) {
        int lowest = 0;
        for (int hour = 1; hour < left.size(); hour++) {
            lowest = left.get(hour) < left.get(lowest) - 1e-9 ? hour : lowest;
        }
        return lowest;
    }

    /** A forecast is not known to the minute. */
    static Duration rounded(Duration duration) {
        long quarters = Math.max(1, Math.round(duration.toMinutes() / 15.0));
        return Duration.ofMinutes(15 * quarters);
    }

    private static final class Chart extends Region {
        private static final double HEIGHT = 34;

        private final Polyline planned = new Polyline();
        private final Polyline unpaced = new Polyline();
        private Outlook outlook;

        Chart() {
            getStyleClass().add("plan-chart");
            planned.getStyleClass().add("planned");
            unpaced.getStyleClass().add("unpaced");
            planned.setManaged(false);
            unpaced.setManaged(false);
            getChildren().addAll(unpaced, planned);
            setAccessibleRole(AccessibleRole.TEXT);
            setMinSize(60, HEIGHT);
            setPrefHeight(HEIGHT);
        }

        void show(Outlook shown) {
            outlook = shown;
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            if (outlook != null) {
                draw(planned, outlook.planned());
                draw(unpaced, outlook.unpaced());
            }
        }

        private void draw(Polyline line, List<Double> shares) {
            var points = new Double[2 * shares.size()];
            for (int i = 0; i < shares.size(); i++) {
                points[2 * i] = getWidth() * i / (shares.size() - 1);
                points[2 * i + 1] = 2 + (getHeight() - 4) * (1 - shares.get(i));
            }
            line.getPoints().setAll(points);
        }
    }
}
