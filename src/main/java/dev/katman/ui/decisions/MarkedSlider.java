package dev.katman.ui.decisions;

import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;

/** A slider from 0 to 1 with a mark under it where its default lies. */
final class MarkedSlider extends Region {
    private static final double MARK = 2;
    /** The room of the mark. */
    static final double BELOW = 6;

    private final Slider slider;
    private final Region mark = new Region();
    private final double at;

    MarkedSlider(Slider slider, double at) {
        this.slider = slider;
        this.at = at;
        mark.getStyleClass().add("slider-mark");
        getChildren().addAll(slider, mark);
        setMinWidth(80);
    }

    @Override
    protected double computePrefWidth(double height) {
        return slider.prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return slider.prefHeight(width) + BELOW;
    }

    @Override
    protected void layoutChildren() {
        double height = slider.prefHeight(getWidth());
        slider.resizeRelocate(0, 0, getWidth(), height);
        Node thumb = slider.lookup(".thumb");
        double half = thumb == null ? 0 : thumb.getLayoutBounds().getWidth() / 2;
        double x = half + at * (getWidth() - 2 * half);
        mark.resizeRelocate(snapPositionX(x - MARK / 2), height, MARK, BELOW);
    }
}
