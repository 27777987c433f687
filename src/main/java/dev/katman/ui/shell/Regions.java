package dev.katman.ui.shell;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Supplier;

/** The parts of the window between which F6 goes, each with the control that had the focus there last. */
final class Regions {
    private final Scene scene;
    private final Supplier<List<Parent>> regions;
    private final Map<Parent, Node> last = new WeakHashMap<>();

    /** @param regions what there is just now, in order */
    Regions(Scene scene, Supplier<List<Parent>> regions) {
        this.scene = scene;
        this.regions = regions;
    }

    /** Goes to another region; after the last comes the first. */
    void go(int by) {
        List<Parent> shown = regions.get().stream().filter(region -> region.getScene() == scene && Focus.first(region).isPresent()).toList();
        if (shown.isEmpty()) {
            return;
        }
        Optional<Node> owner = Optional.ofNullable(scene.getFocusOwner());
        int from = -1;
        for (int i = 0; i < shown.size(); i++) {
            if (owner.filter(Focus.within(shown.get(i))).isPresent()) {
                from = i;
                last.put(shown.get(i), owner.get());
            }
        }
        int to = from < 0 ? by > 0 ? 0 : shown.size() - 1 : Math.floorMod(from + by, shown.size());
        enter(shown.get(to));
    }

    private void enter(Parent region) {
        List<Node> stops = Focus.stops(region);
        Node before = last.get(region);
        Node target = before != null && stops.contains(before) ? before : stops.getFirst();
        Focus.give(target, TraversalDirection.NEXT);
    }
}
