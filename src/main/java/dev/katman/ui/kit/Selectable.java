package dev.katman.ui.kit;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

import java.util.ArrayList;
import java.util.List;

/** The words of a view, which may lie in many flows: in a table's cells, in lines of code. They count as {@link Passage} counts. */
final class Selectable {
    private Selectable() {
    }

    /** The position nearest to a point of the scene. */
    static int positionAt(Node view, double sceneX, double sceneY) {
        double nearest = Double.MAX_VALUE;
        int position = 0;
        int at = 0;
        for (SelectableFlow flow : flows(view)) {
            Bounds bounds = flow.localToScene(flow.getLayoutBounds());
            double dx = Math.max(0, Math.max(bounds.getMinX() - sceneX, sceneX - bounds.getMaxX()));
            double dy = Math.max(0, Math.max(bounds.getMinY() - sceneY, sceneY - bounds.getMaxY()));
            double distance = dx + dy * 1_000; // the line first, then the place in it
            if (distance < nearest) {
                nearest = distance;
                position = at + flow.positionAt(sceneX, Math.clamp(sceneY, bounds.getMinY(), bounds.getMaxY()));
            }
            at += flow.length() + 1;
        }
        return position;
    }

    /** Shows what is selected. */
    static void select(Node view, int from, int to) {
        int at = 0;
        for (SelectableFlow flow : flows(view)) {
            int length = flow.length();
            int first = Math.clamp(from - (long) at, 0, length);
            flow.select(first, Math.clamp(to - (long) at, first, length));
            at += length + 1;
        }
    }

    private static List<SelectableFlow> flows(Node view) {
        var flows = new ArrayList<SelectableFlow>();
        collect(view, flows);
        return flows;
    }

    private static void collect(Node node, List<SelectableFlow> flows) {
        switch (node) {
            case SelectableFlow flow -> flows.add(flow);
            case ScrollPane pane -> collect(pane.getContent(), flows);
            case Parent parent -> parent.getChildrenUnmodifiable().forEach(child -> collect(child, flows));
            default -> { }
        }
    }
}
