package dev.katman.ui.usage;

import dev.katman.ui.usage.ChartData.Shape;
import javafx.geometry.Insets;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.paint.Color;

/** A series' mark, for beside its name. */
final class Swatch extends Inked {
    private static final double SIZE = 9;
    private static final double LINE = 2;

    private final Tone tone;
    private final Shape shape;
    private boolean on = true;

    Swatch(Tone tone, Shape shape) {
        this.tone = tone;
        this.shape = shape;
        setMinSize(SIZE, SIZE);
        setPrefSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
    }

    /** @param shown whether its series is; else only its outline stands there */
    void on(boolean shown) {
        on = shown;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        Color colour = colour(tone);
        boolean filled = on && (shape == Shape.DOT || shape == Shape.SQUARE);
        var corners = new CornerRadii(shape == Shape.DOT || shape == Shape.RING ? SIZE / 2 : LINE);
        setBackground(filled ? new Background(new BackgroundFill(colour, corners, Insets.EMPTY)) : Background.EMPTY);
        setBorder(filled ? Border.EMPTY : new Border(new BorderStroke(on ? colour : colour(Ink.MUTED), BorderStrokeStyle.SOLID, corners,
                new BorderWidths(on ? LINE : 1))));
    }
}
