package dev.katman.ui.kit;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Arc;
import javafx.scene.shape.Line;
import javafx.scene.shape.StrokeLineCap;

import java.util.OptionalDouble;

/** A share as a ring, filled clockwise from the top, with the figure inside and a mark where a plan would have it. */
public final class RingGauge extends Region {
    private static final double WIDTH = 6;

    private final Arc track = ring("ring-track");
    private final Arc value = ring("ring-value");
    private final Line mark = new Line();
    private final Label figure = new Label();
    private OptionalDouble marked = OptionalDouble.empty();

    public RingGauge() {
        getStyleClass().add("ring-gauge");
        track.setLength(360);
        mark.getStyleClass().add("ring-mark");
        figure.getStyleClass().add("ring-figure");
        getChildren().addAll(track, value, mark, figure);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    /**
     * @param share 0 to 1
     * @param text  inside the ring
     * @param told  what a screen reader says: the whole sentence, since it sees no ring
     */
    public void show(double share, String text, String told) {
        double clamped = Math.clamp(share, 0, 1);
        value.setVisible(clamped > 0);
        value.setLength(-360 * clamped);
        figure.setText(text);
        setAccessibleText(told);
    }

    /** @param share where the mark stands, 0 to 1; empty for none */
    public void mark(OptionalDouble share) {
        marked = share;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double size = Math.min(getWidth(), getHeight());
        double centre = size / 2;
        double radius = (size - WIDTH) / 2;
        for (Arc arc : new Arc[] {track, value}) {
            arc.setCenterX(centre);
            arc.setCenterY(centre);
            arc.setRadiusX(radius);
            arc.setRadiusY(radius);
        }
        mark.setVisible(marked.isPresent());
        double angle = Math.toRadians(360 * Math.clamp(marked.orElse(0), 0, 1) - 90);
        mark.setStartX(centre + (radius - WIDTH / 2) * Math.cos(angle));
        mark.setStartY(centre + (radius - WIDTH / 2) * Math.sin(angle));
        mark.setEndX(centre + (radius + WIDTH / 2) * Math.cos(angle));
        mark.setEndY(centre + (radius + WIDTH / 2) * Math.sin(angle));
        double width = Math.min(figure.prefWidth(-1), size);
        double height = figure.prefHeight(width);
        figure.resizeRelocate(snapPositionX((size - width) / 2), snapPositionY((size - height) / 2), snapSizeX(width), height);
    }

    private static Arc ring(String style) {
        var arc = new Arc();
        arc.setStartAngle(90);
        arc.setFill(null);
        arc.setStrokeWidth(WIDTH);
        arc.setStrokeLineCap(StrokeLineCap.ROUND);
        arc.getStyleClass().add(style);
        return arc;
    }
}
