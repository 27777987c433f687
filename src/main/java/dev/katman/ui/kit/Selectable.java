package dev.katman.ui.kit;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /** Marks parts, in order, and no others. */
    static void mark(Node view, List<BlockView.Mark> marks) {
        int at = 0;
        for (SelectableFlow flow : flows(view)) {
            int start = at;
            int end = at + flow.length();
            flow.mark(marks.stream().filter(mark -> mark.from() < end && mark.to() > start)
                    .map(mark -> new BlockView.Mark(Math.max(0, mark.from() - start), Math.min(end, mark.to()) - start, mark.here())).toList());
            at = end + 1;
        }
    }

    static Optional<Bounds> here(Node view) {
        return flows(view).stream().flatMap(flow -> flow.here().stream()).findFirst();
    }

    /** Scrolls to the side whatever is wider than the room, so that the mark at which the reader is can be seen. */
    static void reveal(Node view) {
        flows(view).stream().filter(flow -> flow.here().isPresent()).findFirst().ifPresent(flow -> {
            for (Node node = flow; node != view; node = node.getParent()) {
                if (node instanceof Sideways pane) {
                    flow.here().ifPresent(pane::reveal);
                }
            }
        });
    }

    private static List<SelectableFlow> flows(Node view) {
        var flows = new ArrayList<SelectableFlow>();
        collect(view, flows);
        return flows;
    }

    private static void collect(Node node, List<SelectableFlow> flows) {
        switch (node) {
            case SelectableFlow flow -> flows.add(flow);
            case Parent parent -> parent.getChildrenUnmodifiable().forEach(child -> collect(child, flows));
            default -> { }
        }
    }
}
