package dev.katman.ui.usage;

import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** A row for each category, with its name on the left. */
abstract class NamedPlot extends Plot {
    private static final int LEAST_ROWS = 5;
    private static final double GAP = 10;
    /** How far rows are drawn apart where a neighbour makes the card higher, in times of their least height. */
    private static final double WIDEST = 2;
    /** Of the whole width, at most. */
    private static final double NAMES = 0.4;

    private double names;
    private double width;
    private double row;

    NamedPlot(UsageWords words, ChartData data) {
        super(words, data);
    }

    /** Room on the right for what is written there. */
    abstract double figures();

    /** Room below the rows for what is written there. */
    abstract double foot();

    abstract void drawRow(GraphicsContext g, int row, double middle);

    /** What stands behind the rows, and below them. */
    abstract void drawScale(GraphicsContext g, double bottom);

    @Override
    final double height() {
        return Math.max(LEAST_ROWS, data().categories().size()) * least() + foot();
    }

    @Override
    final void draw(GraphicsContext g, double w, double h) {
        double widest = data().categories().stream().mapToDouble(category -> widthOf(category.name())).max().orElse(0);
        names = Math.min(Math.ceil(widest), w * NAMES) + GAP;
        width = Math.max(1, w - names - figures());
        row = Math.clamp(Math.floor((h - foot()) / Math.max(1, data().categories().size())), least(), WIDEST * least());
        drawScale(g, data().categories().size() * row);
        for (int each = 0; each < data().categories().size(); each++) {
            if (each == chosen()) {
                g.setFill(colour(Ink.LINE).deriveColor(0, 1, 1, 0.6));
                g.fillRoundRect(0, each * row, w, row, 6, 6);
            }
            write(g, cut(data().categories().get(each).name(), names - GAP), 0, middle(each), TextAlignment.LEFT, Ink.TEXT);
            drawRow(g, each, middle(each));
        }
    }

    private double least() {
        return Math.ceil(line() * 1.55);
    }

    private double middle(int place) {
        return (place + 0.5) * row;
    }

    /** @param share of the room, 0 to 1 */
    final double x(double share) {
        return names + width * share;
    }

    @Override
    final int at(double x, double y) {
        int place = row > 0 ? (int) Math.floor(y / row) : Integer.MAX_VALUE; // nothing is drawn yet
        return place < data().categories().size() ? place : NONE;
    }

    @Override
    final Point2D anchor(int category) {
        return new Point2D(x(0.5), middle(category) + row);
    }
}
