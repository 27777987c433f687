package dev.katman.ui.decisions;

import dev.katman.ui.kit.Icons;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** A step of the path: its mark on the line that runs down the side, and what is told of it. */
final class PathStep extends HBox {
    private static final double BELOW = 12;

    /**
     * @param last whether the line ends here
     * @param mark style of the mark
     */
    PathStep(Feather icon, Region told, boolean last, String... mark) {
        var circle = new StackPane(Icons.of(icon));
        circle.getStyleClass().add("path-mark");
        circle.getStyleClass().addAll(mark);
        HBox.setHgrow(told, Priority.ALWAYS);
        HBox.setMargin(told, new Insets(0, 0, last ? 0 : BELOW, 0));
        told.setMinWidth(0);
        told.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(new Line(circle, last), told);
        setSpacing(10);
        setMinSize(0, Region.USE_PREF_SIZE);
    }

    /** The mark with the line below it, as long as the step is high. */
    private static final class Line extends Region {
        private static final double SIZE = 24;
        private static final double TOP = 8;
        private static final double AIR = 4;

        private final Node circle;
        private final Region line = new Region();
        private final Region head = new Region();

        Line(Node circle, boolean last) {
            this.circle = circle;
            line.getStyleClass().add("path-line");
            head.getStyleClass().add("path-head");
            line.setVisible(!last);
            head.setVisible(!last);
            getChildren().addAll(line, head, circle);
            setMinWidth(SIZE);
            setMaxWidth(SIZE);
        }

        @Override
        protected double computePrefWidth(double height) {
            return SIZE;
        }

        @Override
        protected double computePrefHeight(double width) {
            return SIZE + TOP;
        }

        @Override
        protected void layoutChildren() {
            circle.resizeRelocate(0, TOP, SIZE, SIZE);
            double from = TOP + SIZE + AIR;
            double to = getHeight() + TOP - AIR; // down to the next mark
            line.resizeRelocate(SIZE / 2 - 1, from, 2, Math.max(0, to - from - 3));
            head.resizeRelocate(SIZE / 2 - 4, to - 6, 8, 6);
        }
    }
}
