package dev.katman.ui.kit;

import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

import java.util.Optional;

/** A formula, or an emoji, in a line of text: on the line's own base, in its colour and as large as its letters. Its source, until it is drawn. */
final class DrawnView extends Region {
    /** The letters of Computer Modern are smaller than Inter's of the same size. */
    private static final double LARGER = 1.2;

    private final Drawings.Kind kind;
    private final String source;
    private final Drawings drawings;
    private final Runnable nothing;
    /** Tells the size and the colour that the style wants here, and stands in. */
    private final Text words;
    private final ImageView picture = new ImageView();
    private Optional<Ink> ink = Optional.empty();
    private double asked;
    private double scale = 1;

    /** @param nothing called when there is nothing to draw, so that its source can stand there as words */
    DrawnView(Drawings.Kind kind, String source, Drawings drawings, Runnable nothing) {
        this.kind = kind;
        this.source = source;
        this.drawings = drawings;
        this.nothing = nothing;
        words = new Text(kind == Drawings.Kind.EMOJI ? source.substring(0, source.offsetByCodePoints(0, 1)) : source); // its parts would be boxes
        words.getStyleClass().add("flow-text");
        if (kind == Drawings.Kind.EMOJI) {
            words.getStyleClass().add("emoji");
        }
        words.fillProperty().addListener((fill, before, now) -> paint());
        words.fontProperty().addListener((font, before, now) -> requestLayout());
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(source);
        getStyleClass().addAll("drawn", kind == Drawings.Kind.FORMULA ? "formula" : "drawn-emoji");
        getChildren().addAll(words, picture);
    }

    String source() {
        return source;
    }

    private void draw() {
        scale = getScene() == null || getScene().getWindow() == null ? 1 : getScene().getWindow().getOutputScaleX();
        double size = words.getFont().getSize() * (kind == Drawings.Kind.FORMULA ? LARGER : 1) * scale;
        if (size != asked) {
            asked = size;
            look();
        }
    }

    private void look() {
        switch (drawings.drawing(kind, source, asked, this::look)) {
            case Drawings.Drawing.Unknown unknown -> { }
            case Drawings.Drawing.Nothing none -> drawings.later(nothing); // not in the middle of a layout
            case Drawings.Drawing.Drawn drawn -> {
                ink = Optional.of(drawn.ink());
                words.setOpacity(0); // not invisible: it must hear of a new style
                paint();
                requestLayout();
            }
        }
    }

    private void paint() {
        ink.ifPresent(i -> {
            Color colour = words.getFill() instanceof Color plain ? plain : Color.BLACK;
            picture.setImage(drawings.picture(i, colour));
            picture.setFitWidth(i.width() / scale);
            picture.setFitHeight(i.height() / scale);
        });
    }

    @Override
    protected double computePrefWidth(double height) {
        draw();
        return ink.map(i -> i.width() / scale).orElseGet(() -> words.getLayoutBounds().getWidth());
    }

    @Override
    protected double computePrefHeight(double width) {
        draw();
        return ink.map(i -> i.height() / scale).orElseGet(() -> words.getLayoutBounds().getHeight());
    }

    @Override
    public double getBaselineOffset() {
        return ink.map(i -> i.baseline() / scale).orElseGet(words::getBaselineOffset);
    }

    @Override
    protected void layoutChildren() {
        words.relocate(0, 0);
        picture.relocate(0, 0);
    }
}
