package dev.katman.ui.kit;

import javafx.scene.shape.ArcTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;

import java.util.ArrayList;
import java.util.List;

/** Boxes with round corners around words. */
final class Chips {
    private static final double RADIUS = 4;

    private Chips() {
    }

    /**
     * @param outline of a range of text: a rectangle for each line, each begun by a move
     * @param margin  beside the words: less than half a blank, so that a box touches neither of its neighbours
     */
    static List<PathElement> around(PathElement[] outline, double margin) {
        var boxes = new ArrayList<PathElement>();
        var corners = new ArrayList<LineTo>();
        for (PathElement element : outline) {
            if (element instanceof MoveTo move) {
                box(corners, margin, boxes);
                corners.clear();
                corners.add(new LineTo(move.getX(), move.getY()));
            } else if (element instanceof LineTo line) {
                corners.add(line);
            }
        }
        box(corners, margin, boxes);
        return boxes;
    }

    private static void box(List<LineTo> corners, double margin, List<PathElement> boxes) {
        if (corners.isEmpty()) {
            return;
        }
        double left = corners.stream().mapToDouble(LineTo::getX).min().orElseThrow() - margin;
        double right = corners.stream().mapToDouble(LineTo::getX).max().orElseThrow() + margin;
        double top = corners.stream().mapToDouble(LineTo::getY).min().orElseThrow();
        double bottom = corners.stream().mapToDouble(LineTo::getY).max().orElseThrow();
        boxes.addAll(List.of(new MoveTo(left + RADIUS, top),
                new LineTo(right - RADIUS, top), corner(right, top + RADIUS),
                new LineTo(right, bottom - RADIUS), corner(right - RADIUS, bottom),
                new LineTo(left + RADIUS, bottom), corner(left, bottom - RADIUS),
                new LineTo(left, top + RADIUS), corner(left + RADIUS, top)));
    }

    private static ArcTo corner(double x, double y) {
        return new ArcTo(RADIUS, RADIUS, 0, x, y, false, true);
    }
}
