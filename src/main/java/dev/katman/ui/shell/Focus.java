package dev.katman.ui.shell;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Toggle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Where the keyboard can stop. */
final class Focus {
    private Focus() {
    }

    /** The controls in a part of the window at which Tab stops, in their order. */
    static List<Node> stops(Parent part) {
        var stops = new ArrayList<Node>();
        if (part.isVisible() && !part.isDisabled()) {
            gather(part, stops);
        }
        return stops;
    }

    private static void gather(Node node, List<Node> stops) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable() && !isReachedByArrows(node)) {
            stops.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> gather(child, stops));
        }
    }

    /** Of buttons of which one is chosen Tab stops at that one; arrows lead to the others. */
    private static boolean isReachedByArrows(Node node) {
        return node instanceof Toggle toggle && toggle.getToggleGroup() != null && toggle.getToggleGroup().getSelectedToggle() != null
                && !toggle.isSelected();
    }

    static Optional<Node> first(Parent part) {
        return stops(part).stream().findFirst();
    }

    static Predicate<Node> within(Parent part) {
        return node -> {
            for (Node up = node; up != null; up = up.getParent()) {
                if (up == part) {
                    return true;
                }
            }
            return false;
        };
    }

    /**
     * Gives it the focus, and lets that be seen as after Tab. JavaFX marks only what was reached by going on from somewhere: so one step
     * away, and back again.
     *
     * @param by the step to take, on or back
     */
    static void give(Node node, TraversalDirection by) {
        node.requestFocus();
        if (node.requestFocusTraversal(by)) {
            node.getScene().getFocusOwner().requestFocusTraversal(
                    by == TraversalDirection.NEXT ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        }
        if (!node.isFocused()) {
            node.requestFocus();
        }
    }
}
