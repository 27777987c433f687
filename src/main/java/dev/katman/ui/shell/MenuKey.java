package dev.katman.ui.shell;

import javafx.geometry.Bounds;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Cell;
import javafx.scene.control.Control;
import javafx.scene.input.ContextMenuEvent;

import java.util.Optional;

/**
 * Opens the menu of a list's line by key. JavaFX asks the list, which has the focus, and not the line, which has the menu.
 */
final class MenuKey {
    private MenuKey() {
    }

    static void in(Scene scene) {
        scene.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (event.isKeyboardTrigger() && scene.getFocusOwner() instanceof Control list) {
                line(list).filter(cell -> cell.getContextMenu() != null).ifPresent(cell -> {
                    event.consume();
                    cell.getContextMenu().show(cell, Side.BOTTOM, 16, 0);
                });
            }
        });
    }

    /** The chosen line, as far as it is in sight. */
    private static Optional<Cell<?>> line(Control list) {
        Bounds seen = list.localToScene(list.getLayoutBounds());
        for (Node node : list.lookupAll(".cell")) {
            if (node instanceof Cell<?> cell && !cell.isEmpty() && cell.isSelected() && cell.isVisible()
                    && seen.intersects(cell.localToScene(cell.getLayoutBounds()))) {
                return Optional.of(cell);
            }
        }
        return Optional.empty();
    }
}
