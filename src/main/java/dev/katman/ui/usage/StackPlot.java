package dev.katman.ui.usage;

import dev.katman.ui.usage.ChartData.Series;
import javafx.scene.canvas.GraphicsContext;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Bars over time, one series on top of the other; what is below zero hangs from it. */
final class StackPlot extends TimePlot {
    private static final double WIDEST = 34;
    /** Of the room of a bin. */
    private static final double BAR = 0.74;

    StackPlot(UsageWords words, ChartData data) {
        super(words, data);
    }

    @Override
    double largest() {
        return ends(1).max().orElse(0);
    }

    @Override
    double smallest() {
        return -ends(-1).max().orElse(0);
    }

    /** How far the bars reach on one side of zero, without its sign. */
    private DoubleStream ends(int sign) {
        return IntStream.range(0, data().categories().size()).mapToDouble(bin -> shown().stream()
                .mapToDouble(series -> sign * series.values().get(bin)).filter(value -> value > 0).sum());
    }

    @Override
    void drawSeries(GraphicsContext g) {
        for (int bin = 0; bin < data().categories().size(); bin++) {
            double room = x(bin + 1) - x(bin);
            double wide = Math.min(WIDEST, room * BAR);
            double from = Math.round(x(bin) + (room - wide) / 2);
            double to = Math.max(from + 1, Math.round(x(bin) + (room + wide) / 2));
            double above = 0;
            double below = 0;
            for (Series series : shown()) {
                double value = series.values().get(bin);
                g.setFill(colour(series.tone()));
                // Something that is not nothing is never drawn as nothing.
                if (value > 0) {
                    double foot = Math.round(y(above));
                    above += value;
                    double head = Math.min(foot - 1, Math.round(y(above)));
                    g.fillRect(from, head, to - from, foot - head);
                } else if (value < 0) {
                    double head = Math.round(y(below));
                    below += value;
                    double foot = Math.max(head + 1, Math.round(y(below)));
                    g.fillRect(from, head, to - from, foot - head);
                }
            }
        }
    }
}
