package dev.katman.ui.usage;

import dev.katman.ui.usage.ChartData.Series;
import javafx.scene.canvas.GraphicsContext;

import java.util.stream.IntStream;

/** Bars over time, one series on top of the other. */
final class StackPlot extends TimePlot {
    private static final double WIDEST = 34;
    /** Of the room of a bin. */
    private static final double BAR = 0.74;

    StackPlot(UsageWords words, ChartData data) {
        super(words, data);
    }

    @Override
    double largest() {
        return IntStream.range(0, data().categories().size()).mapToDouble(bin -> ChartData.sum(shown(), bin)).max().orElse(0);
    }

    @Override
    void drawSeries(GraphicsContext g) {
        for (int bin = 0; bin < data().categories().size(); bin++) {
            double room = x(bin + 1) - x(bin);
            double wide = Math.min(WIDEST, room * BAR);
            double from = Math.round(x(bin) + (room - wide) / 2);
            double to = Math.max(from + 1, Math.round(x(bin) + (room + wide) / 2));
            double below = 0;
            for (Series series : shown()) {
                double value = series.values().get(bin);
                if (Double.isFinite(value) && value > 0) {
                    double foot = Math.round(y(below));
                    // Something that is not nothing is never drawn as nothing.
                    double head = Math.min(foot - 1, Math.round(y(below + value)));
                    g.setFill(colour(series.tone()));
                    g.fillRect(from, head, to - from, foot - head);
                    below += value;
                }
            }
        }
    }
}
