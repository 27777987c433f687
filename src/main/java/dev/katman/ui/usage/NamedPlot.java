package dev.katman.ui.usage;

import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** A row for each category, with its name on the left. */
abstract class NamedPlot extends Plot {
    private static final int LEAST_ROWS = 5;
    private static final double GAP = 10;
    /** Of the whole width, at most. */
    private static final double NAMES = 0.4;

    private double names;
    private double width;

    NamedPlot(UsageWords words, ChartData data) {
        super(words, data);
    }

    /** Room on the right for what is written there. */
    abstract double figures();

    abstract void drawRow(GraphicsContext g, int row, double middle);

    /** What stands behind the rows, and below them. */
    abstract void drawScale(GraphicsContext g, double bottom);

    @Override
    final double height() {
        return Math.max(LEAST_ROWS, data().categories().size()) * row() + line() + GAP;
    }

    @Override
    final void draw(GraphicsContext g, double w, double h) {
        double widest = data().categories().stream().mapToDouble(category -> widthOf(category.name())).max().orElse(0);
        names = Math.min(Math.ceil(widest), w * NAMES) + GAP;
        width = Math.max(1, w - names - figures());
        drawScale(g, data().categories().size() * row());
        for (int row = 0; row < data().categories().size(); row++) {
            if (row == chosen()) {
                g.setFill(colour(Ink.LINE).deriveColor(0, 1, 1, 0.6));
                g.fillRoundRect(0, row * row(), w, row(), 6, 6);
            }
            write(g, cut(data().categories().get(row).name(), names - GAP), 0, middle(row), TextAlignment.LEFT, Ink.TEXT);
            drawRow(g, row, middle(row));
        }
    }

    final double row() {
        return Math.ceil(line() * 1.55);
    }

    private double middle(int row) {
        return (row + 0.5) * row();
    }

    /** @param share of the room, 0 to 1 */
    final double x(double share) {
        return names + width * share;
    }

    @Override
    final int at(double x, double y) {
        int row = (int) Math.floor(y / row());
        return row < data().categories().size() ? row : NONE;
    }

    @Override
    final Point2D anchor(int category) {
        return new Point2D(x(0.5), middle(category) + row());
    }
}
