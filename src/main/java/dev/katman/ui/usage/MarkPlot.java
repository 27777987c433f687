package dev.katman.ui.usage;

import dev.katman.ui.usage.ChartData.Series;
import dev.katman.ui.usage.ChartData.Shape;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** A mark for each series on a logarithmic scale, since a first token and a whole answer lie tenfold apart. Marks of one kind are joined. */
final class MarkPlot extends NamedPlot {
    private static final double SIZE = 9;
    private static final double LINE = 2;
    private static final double GAP = 14;
    /** Between the names of two marks. */
    private static final double BETWEEN = 8;
    private static final List<Double> STEPS = List.of(1.0, 2.0, 5.0);
    /** The least span of the scale, in powers of ten. */
    private static final double LEAST = 1;

    private double low;
    private double high = 1;

    MarkPlot(UsageWords words, ChartData data) {
        super(words, data);
    }

    @Override
    double figures() {
        return GAP;
    }

    @Override
    double foot() {
        return line() + GAP;
    }

    @Override
    void drawScale(GraphicsContext g, double bottom) {
        double[] values = shown().stream().flatMap(series -> series.values().stream()).filter(value -> Double.isFinite(value) && value > 0)
                .mapToDouble(Double::doubleValue).toArray();
        low = Math.log10(DoubleStream.of(values).min().orElse(0.1)) - 0.1;
        high = Math.max(low + LEAST, Math.log10(DoubleStream.of(values).max().orElse(1)) + 0.1);
        double free = 0;
        for (double mark : marks()) {
            double x = x(place(mark));
            String text = words.mark(data().unit(), mark, mark);
            double half = widthOf(text) / 2;
            if (x - half >= free) {
                rule(g, colour(Ink.LINE), x, 0, x, bottom);
                write(g, text, x, bottom + line() / 2 + 4, TextAlignment.CENTER, Ink.MUTED);
                free = x + half + BETWEEN;
            }
        }
    }

    private List<Double> marks() {
        return Stream.iterate(Math.floor(low), power -> power <= high, power -> power + 1)
                .flatMap(power -> STEPS.stream().map(step -> step * Math.pow(10, power)))
                .filter(mark -> Math.log10(mark) >= low && Math.log10(mark) <= high).toList();
    }

    private double place(double value) {
        return (Math.log10(Math.max(value, 1e-3)) - low) / (high - low);
    }

    @Override
    void drawRow(GraphicsContext g, int row, double middle) {
        Color colour = data().categories().get(row).tone().map(this::colour).orElseGet(() -> colour(Ink.MUTED));
        join(g, row, middle, colour, List.of(Shape.DOT, Shape.RING));
        join(g, row, middle, colour, List.of(Shape.SQUARE, Shape.FRAME));
        for (Series series : shown()) {
            double value = series.values().get(row);
            if (Double.isFinite(value)) {
                mark(g, series.shape(), x(place(value)) - SIZE / 2, middle - SIZE / 2, colour);
            }
        }
    }

    private void join(GraphicsContext g, int row, double middle, Color colour, List<Shape> pair) {
        double[] ends = shown().stream().filter(series -> pair.contains(series.shape())).mapToDouble(series -> series.values().get(row))
                .filter(Double::isFinite).toArray();
        if (ends.length == pair.size()) {
            g.setStroke(colour.deriveColor(0, 1, 1, 0.45));
            g.setLineWidth(LINE);
            g.strokeLine(x(place(ends[0])), middle, x(place(ends[1])), middle);
        }
    }

    private void mark(GraphicsContext g, Shape shape, double x, double y, Color colour) {
        boolean round = shape == Shape.DOT || shape == Shape.RING;
        double corner = round ? SIZE : 3;
        g.setFill(shape == Shape.DOT || shape == Shape.SQUARE ? colour : colour(Ink.SURFACE));
        g.fillRoundRect(x, y, SIZE, SIZE, corner, corner);
        g.setStroke(colour);
        g.setLineWidth(LINE);
        g.strokeRoundRect(x + LINE / 2, y + LINE / 2, SIZE - LINE, SIZE - LINE, corner, corner);
    }
}
