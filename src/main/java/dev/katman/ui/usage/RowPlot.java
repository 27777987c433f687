package dev.katman.ui.usage;

import dev.katman.ui.usage.ChartData.Series;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

import java.util.stream.IntStream;

/** A bar for each category, one series behind the other, and what they come to. */
final class RowPlot extends NamedPlot {
    private static final double BAR = 10;
    private static final double GAP = 8;

    RowPlot(UsageWords words, ChartData data) {
        super(words, data);
    }

    private double largest() {
        return Math.max(1, IntStream.range(0, data().categories().size()).mapToDouble(row -> ChartData.sum(shown(), row)).max().orElse(0));
    }

    @Override
    double figures() {
        return widthOf(words.brief(data().unit(), largest())) + GAP;
    }

    @Override
    double foot() {
        return 0;
    }

    @Override
    void drawScale(GraphicsContext g, double bottom) {
        rule(g, colour(Ink.LINE), x(0), 0, x(0), bottom);
    }

    @Override
    void drawRow(GraphicsContext g, int row, double middle) {
        double sum = 0;
        double whole = largest();
        for (Series series : shown()) {
            double value = series.values().get(row);
            if (Double.isFinite(value) && value > 0) {
                double from = Math.round(x(sum / whole));
                g.setFill(colour(series.tone()));
                g.fillRect(from + 1, Math.round(middle - BAR / 2), Math.max(1, Math.round(x((sum + value) / whole)) - from), BAR);
                sum += value;
            }
        }
        write(g, words.brief(data().unit(), sum), x(sum / whole) + GAP, middle, TextAlignment.LEFT, sum == 0 ? Ink.MUTED : Ink.TEXT);
    }
}
