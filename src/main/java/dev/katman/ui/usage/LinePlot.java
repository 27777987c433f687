package dev.katman.ui.usage;

import dev.katman.ui.usage.ChartData.Series;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/** Lines over time. Where there is no figure a line breaks off; one that stands alone is a dot. */
final class LinePlot extends TimePlot {
    private static final double LINE = 2;
    private static final double DOT = 5;

    LinePlot(UsageWords words, ChartData data) {
        super(words, data);
    }

    @Override
    double largest() {
        return shown().stream().flatMap(series -> series.values().stream()).filter(Double::isFinite).mapToDouble(Double::doubleValue).max()
                .orElse(0);
    }

    @Override
    void drawSeries(GraphicsContext g) {
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineJoin(StrokeLineJoin.ROUND);
        for (Series series : shown()) {
            g.setStroke(colour(series.tone()));
            g.setFill(colour(series.tone()));
            g.setLineWidth(LINE);
            g.beginPath();
            for (int i = 0; i < series.values().size(); i++) {
                if (is(series, i)) {
                    double x = x(i + 0.5);
                    double y = y(series.values().get(i));
                    if (is(series, i - 1)) {
                        g.lineTo(x, y);
                    } else {
                        g.moveTo(x, y);
                    }
                    if (i == chosen() || !is(series, i - 1) && !is(series, i + 1)) {
                        g.fillOval(x - DOT / 2, y - DOT / 2, DOT, DOT);
                    }
                }
            }
            g.stroke();
        }
    }

    private static boolean is(Series series, int i) {
        return i >= 0 && i < series.values().size() && Double.isFinite(series.values().get(i));
    }
}
