package dev.katman.ui.kit;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

import java.util.OptionalDouble;

/** A share as a thin bar, with an optional mark. */
public final class BarGauge extends Region {
    private static final double HEIGHT = 5;

    private final Region fill = new Region();
    private final Region mark = new Region();
    private double share;
    private OptionalDouble marked = OptionalDouble.empty();

    public BarGauge() {
        getStyleClass().add("bar-gauge");
        fill.getStyleClass().add("bar-fill");
        mark.getStyleClass().add("bar-mark");
        getChildren().addAll(fill, mark);
        setAccessibleRole(AccessibleRole.TEXT);
        setMinSize(24, HEIGHT);
        setPrefSize(96, HEIGHT);
        setMaxHeight(HEIGHT);
    }

    /**
     * @param share 0 to 1
     * @param told  what a screen reader says
     */
    public void show(double share, String told) {
        this.share = Math.clamp(share, 0, 1);
        setAccessibleText(told);
        requestLayout();
    }

    /** @param share where the mark stands, 0 to 1; empty for none */
    public void mark(OptionalDouble share) {
        marked = share;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        // Something that is not nothing is never drawn as nothing.
        double width = share == 0 ? 0 : Math.max(HEIGHT, getWidth() * share);
        fill.resizeRelocate(0, 0, width, getHeight());
        mark.setVisible(marked.isPresent());
        mark.resizeRelocate(snapPositionX(getWidth() * Math.clamp(marked.orElse(0), 0, 1)), -2, 2, getHeight() + 4);
    }
}
