package dev.katman.ui.usage;

import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** What stands over time: a scale on the left, ticks below, and the present as a line. */
abstract class TimePlot extends Plot {
    private static final double HEIGHT = 190;
    private static final int MARKS = 4;
    private static final double GAP = 8;

    private double left;
    private double width;
    private double top;
    private double bottom;
    private Scale scale = new Scale(0, 1, 1);

    TimePlot(UsageWords words, ChartData data) {
        super(words, data);
    }

    /** The largest value that is to fit. */
    abstract double largest();

    /** The smallest, where something may be below zero. */
    double smallest() {
        return 0;
    }

    abstract void drawSeries(GraphicsContext g);

    @Override
    final double height() {
        return HEIGHT;
    }

    @Override
    final void draw(GraphicsContext g, double w, double h) {
        scale = switch (data().unit()) {
            case SHARE -> Scale.upTo(Math.min(1, largest()), MARKS, 0.001);
            case TOKENS, REQUESTS -> Scale.over(smallest(), largest(), MARKS, 1);
            case SECONDS -> Scale.upTo(largest(), MARKS, 0.01);
        };
        double labels = scale.marks().stream().mapToDouble(mark -> widthOf(mark(mark))).max().orElse(0);
        left = Math.ceil(labels) + GAP;
        width = Math.max(1, w - left - GAP);
        top = line() / 2;
        bottom = h - line() - GAP / 2;
        for (double mark : scale.marks()) {
            rule(g, colour(mark == 0 && scale.bottom() < 0 ? Ink.MUTED : Ink.LINE), left, y(mark), left + width, y(mark));
            write(g, mark(mark), left - GAP, y(mark), TextAlignment.RIGHT, Ink.MUTED);
        }
        ticks(g, h, w);
        if (chosen() != NONE) {
            g.setFill(colour(Ink.LINE).deriveColor(0, 1, 1, 0.6));
            g.fillRect(x(chosen()), top, x(chosen() + 1) - x(chosen()), bottom - top);
        }
        drawSeries(g);
        data().now().ifPresent(now -> {
            g.setLineDashes(2, 3);
            rule(g, colour(Ink.MUTED), x(now), top, x(now), bottom);
            g.setLineDashes();
        });
    }

    private String mark(double value) {
        return words.mark(data().unit(), value, scale.step());
    }

    /** Those that would stand in each other are left out. */
    private void ticks(GraphicsContext g, double h, double w) {
        double free = 0;
        for (ChartData.Tick tick : data().ticks()) {
            double wide = widthOf(tick.text());
            double x = Math.clamp(x(tick.at()), wide / 2, Math.max(wide / 2, w - wide / 2));
            if (x - wide / 2 >= free) {
                write(g, tick.text(), x, h - line() / 2, TextAlignment.CENTER, Ink.MUTED);
                free = x + wide / 2 + GAP;
            }
        }
    }

    final double x(double category) {
        return left + width * category / Math.max(1, data().categories().size());
    }

    final double y(double value) {
        return bottom - (bottom - top) * (value - scale.bottom()) / (scale.top() - scale.bottom());
    }

    @Override
    final int at(double x, double y) {
        int category = (int) Math.floor((x - left) / width * data().categories().size());
        return x < left || category >= data().categories().size() ? NONE : category;
    }

    @Override
    final Point2D anchor(int category) {
        return new Point2D(x(category + 0.5), (top + bottom) / 2);
    }
}
