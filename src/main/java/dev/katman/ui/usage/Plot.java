package dev.katman.ui.usage;

import dev.katman.ui.usage.ChartData.Series;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A chart on a canvas: drawn in one go, however many figures there are. One category can be looked at, by the mouse or by the arrow keys;
 * its figures then stand beside it and are told to a screen reader.
 */
abstract class Plot extends Inked {
    static final int NONE = -1;
    private static final double GAP = 12;

    private final Canvas canvas = new Canvas();
    private final HoverCard card;
    final UsageWords words;
    private ChartData data;
    private List<Series> shown = List.of();
    private int chosen = NONE;

    Plot(UsageWords words, ChartData first) {
        this.words = words;
        this.data = first;
        card = new HoverCard(words);
        getStyleClass().add("plot");
        getChildren().addAll(canvas, card);
        card.setManaged(false);
        card.setVisible(false);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setOnMouseMoved(event -> choose(at(event.getX(), event.getY())));
        setOnMouseExited(event -> choose(NONE));
        setOnMousePressed(event -> requestFocus());
        setOnKeyPressed(this::step);
        focusedProperty().addListener((focused, before, now) -> {
            if (!now) {
                choose(NONE);
            }
        });
        focusVisibleProperty().addListener((visible, before, now) -> requestLayout());
    }

    static Plot of(UsageWords words, ChartData data) {
        return switch (data.form()) {
            case STACK -> new StackPlot(words, data);
            case LINES -> new LinePlot(words, data);
            case ROWS -> new RowPlot(words, data);
            case MARKS -> new MarkPlot(words, data);
            case HOURS -> new HourPlot(words, data);
        };
    }

    /** @param hidden names of series that are switched off */
    final void show(ChartData now, Set<String> hidden) {
        if (!now.categories().equals(data.categories())) {
            chosen = NONE; // another time: what was looked at is not there
        }
        data = now;
        shown = now.shown(hidden);
        tell();
        requestLayout();
    }

    final ChartData data() {
        return data;
    }

    final List<Series> shown() {
        return shown;
    }

    /** The category that is looked at. */
    final int chosen() {
        return chosen;
    }

    /** How high it likes to be. */
    abstract double height();

    abstract void draw(GraphicsContext g, double width, double height);

    /** The category at that place; {@link #NONE} where there is none. */
    abstract int at(double x, double y);

    /** Where the figures of a category are to stand beside. */
    abstract Point2D anchor(int category);

    /** How far an arrow key goes. */
    int stepDown() {
        return 1;
    }

    int stepRight() {
        return 1;
    }

    final void choose(int category) {
        if (category != chosen) {
            chosen = category;
            tell();
            requestLayout();
        }
    }

    private void step(KeyEvent event) {
        int last = data.categories().size() - 1;
        int from = chosen == NONE ? 0 : chosen;
        int to = switch (event.getCode()) {
            case RIGHT -> chosen == NONE ? 0 : from + stepRight();
            case LEFT -> chosen == NONE ? last : from - stepRight();
            case DOWN -> chosen == NONE ? 0 : from + stepDown();
            case UP -> chosen == NONE ? last : from - stepDown();
            case HOME -> 0;
            case END -> last;
            case ESCAPE -> NONE;
            default -> Integer.MIN_VALUE;
        };
        if (event.isAltDown() || event.isShortcutDown() || to == Integer.MIN_VALUE || last < 0 || to == NONE && chosen == NONE) {
            return;
        }
        choose(event.getCode() == KeyCode.ESCAPE ? NONE : Math.clamp(to, 0, last));
        event.consume();
    }

    private void tell() {
        setAccessibleText(chosen == NONE ? words.text("ui.usage.plot.name", data.title())
                : data.categories().get(chosen).name() + ": " + figuresOf(chosen));
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private String figuresOf(int category) {
        String figures = shown.stream().filter(series -> data.tells(series, category))
                .map(series -> series.name() + " " + words.full(data.unit(), series.values().get(category))).collect(Collectors.joining(", "));
        return figures.isEmpty() ? words.text("ui.usage.nothing") : figures;
    }

    @Override
    protected final double computePrefHeight(double width) {
        return height();
    }

    @Override
    protected final double computeMinHeight(double width) {
        return height();
    }

    @Override
    protected final void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        canvas.setWidth(width);
        canvas.setHeight(height);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, height);
        g.setFont(font());
        draw(g, width, height);
        if (isFocusVisible() && chosen == NONE) {
            g.setStroke(colour(Ink.WORKER));
            g.setLineWidth(1);
            g.strokeRoundRect(0.5, 0.5, width - 1, height - 1, 8, 8);
        }
        card.setVisible(chosen != NONE && !shown.isEmpty());
        if (card.isVisible()) {
            card.show(data, shown, chosen);
            Point2D at = anchor(chosen);
            card.applyCss();
            double wide = card.prefWidth(-1);
            double high = card.prefHeight(wide);
            double x = at.getX() + GAP + wide <= width ? at.getX() + GAP : Math.max(0, at.getX() - GAP - wide);
            card.resizeRelocate(Math.round(x), Math.round(Math.clamp(at.getY() - high / 2, 0, Math.max(0, height - high))), wide, high);
        }
    }

    // ---- what the charts draw alike ----

    /** The height of a line of text. */
    final double line() {
        return Math.ceil(font().getSize() * 1.35);
    }

    final double widthOf(String text) {
        var measured = new Text(text);
        measured.setFont(font());
        return measured.getLayoutBounds().getWidth();
    }

    final void write(GraphicsContext g, String text, double x, double y, TextAlignment alignment, Ink ink) {
        g.setFill(colour(ink));
        g.setTextAlign(alignment);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(text, x, y);
    }

    /** The text, cut with an ellipsis where it is wider than that. */
    final String cut(String text, double most) {
        if (widthOf(text) <= most) {
            return text;
        }
        int fits = IntStream.iterate(text.length() - 1, length -> length > 0, length -> length - 1)
                .filter(length -> widthOf(text.substring(0, length) + "…") <= most).findFirst().orElse(0);
        return text.substring(0, fits) + "…";
    }

    /** A line one pixel wide, on the pixels. */
    static void rule(GraphicsContext g, Color colour, double x1, double y1, double x2, double y2) {
        g.setStroke(colour);
        g.setLineWidth(1);
        g.strokeLine(Math.floor(x1) + 0.5, Math.floor(y1) + 0.5, Math.floor(x2) + 0.5, Math.floor(y2) + 0.5);
    }
}
