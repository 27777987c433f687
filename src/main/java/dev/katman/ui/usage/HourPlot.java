package dev.katman.ui.usage;

import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

import java.time.DayOfWeek;
import java.util.stream.IntStream;

/** A field for each hour of the week, the fuller the more was used in it. */
final class HourPlot extends Plot {
    private static final int HOURS = 24;
    private static final int DAYS = DayOfWeek.values().length;
    private static final double GAP = 3;
    private static final double FIELD = 20;
    /** Of the colour, for the least that is not nothing: it must not look like nothing. From there it grows with the root, so that one busy hour leaves the others apart. */
    private static final double PALEST = 0.22;

    private double left;
    private double wide;
    private double high;

    HourPlot(UsageWords words, ChartData data) {
        super(words, data);
    }

    @Override
    double height() {
        return DAYS * Math.max(FIELD, line()) + line() + GAP * 2;
    }

    @Override
    int stepDown() {
        return HOURS;
    }

    @Override
    void draw(GraphicsContext g, double w, double h) {
        double names = IntStream.rangeClosed(1, DAYS).mapToDouble(day -> widthOf(words.weekday(DayOfWeek.of(day)))).max().orElse(0);
        left = Math.ceil(names) + 10;
        wide = (w - left - GAP) / HOURS;
        high = (h - line() - GAP * 2) / DAYS;
        double most = IntStream.range(0, DAYS * HOURS).mapToDouble(field -> ChartData.sum(shown(), field)).max().orElse(0);
        for (int day = 0; day < DAYS; day++) {
            write(g, words.weekday(DayOfWeek.of(day + 1)), 0, (day + 0.5) * high, TextAlignment.LEFT, Ink.MUTED);
            for (int hour = 0; hour < HOURS; hour++) {
                field(g, day * HOURS + hour, most);
            }
        }
        double free = 0;
        for (ChartData.Tick tick : data().ticks()) {
            double half = widthOf(tick.text()) / 2;
            double x = Math.min(left + tick.at() * wide, w - half);
            if (x - half >= free) {
                write(g, tick.text(), x, h - line() / 2, TextAlignment.CENTER, Ink.MUTED);
                free = x + half + GAP;
            }
        }
    }

    private void field(GraphicsContext g, int field, double most) {
        double x = left + field % HOURS * wide;
        double y = field / HOURS * high;
        double value = ChartData.sum(shown(), field);
        g.setFill(value == 0 ? colour(Ink.LINE).interpolate(colour(Ink.SURFACE), 0.4)
                : colour(Ink.SURFACE).interpolate(colour(Ink.HEAT), PALEST + (1 - PALEST) * Math.sqrt(value / most)));
        g.fillRoundRect(x, y, wide - GAP, high - GAP, 4, 4);
        if (field == chosen()) {
            g.setStroke(colour(Ink.TEXT));
            g.setLineWidth(1.5);
            g.strokeRoundRect(x, y, wide - GAP, high - GAP, 4, 4);
        }
    }

    @Override
    int at(double x, double y) {
        int hour = (int) Math.floor((x - left) / wide);
        int day = (int) Math.floor(y / high);
        return x < left || hour >= HOURS || day >= DAYS ? NONE : day * HOURS + hour;
    }

    @Override
    Point2D anchor(int category) {
        return new Point2D(left + (category % HOURS + 0.5) * wide, (category / HOURS + 0.5) * high);
    }
}
