package dev.katman.ui.chat;

import javafx.animation.AnimationTimer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import java.util.Optional;

/**
 * Selects in a conversation with the mouse: dragging, two clicks for a word, three for a block, Shift and a click for all up to there.
 * Beyond the edge the list goes on by itself.
 */
final class SelectionMouse {
    /** Of how far the mouse is beyond the edge, a frame. */
    private static final double SPEED = 0.25;

    private final ChatList list;
    private final Selection selection;
    private boolean dragging;
    private double x;
    private double y;
    private final AnimationTimer beyond = new AnimationTimer() {
        @Override
        public void handle(long now) {
            goOn();
        }
    };

    private SelectionMouse(ChatList list, Selection selection) {
        this.list = list;
        this.selection = selection;
    }

    static void on(ChatList list, Selection selection) {
        var mouse = new SelectionMouse(list, selection);
        // Before the rows get them: what scrolls to the side would keep them to itself.
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, mouse::pressed);
        list.addEventFilter(MouseEvent.MOUSE_DRAGGED, mouse::dragged);
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> mouse.released());
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || isControl(event.getTarget())) {
            return;
        }
        list.requestFocus();
        place(event.getSceneX(), event.getSceneY()).ifPresent(place -> {
            dragging = true;
            if (event.isShiftDown()) {
                selection.extend(place);
            } else {
                selection.begin(place, switch (event.getClickCount()) {
                    case 1 -> Selection.Unit.CHARACTER;
                    case 2 -> Selection.Unit.WORD;
                    default -> Selection.Unit.BLOCK;
                });
            }
        });
    }

    private void dragged(MouseEvent event) {
        if (!dragging) {
            return;
        }
        x = event.getSceneX();
        y = event.getSceneY();
        place(x, y).ifPresent(selection::extend);
        if (overshoot() == 0) {
            beyond.stop();
        } else {
            beyond.start();
        }
    }

    private void released() {
        dragging = false;
        beyond.stop();
    }

    /** How far the mouse is above (less than 0) or below the list. */
    private double overshoot() {
        Bounds bounds = list.localToScene(list.getLayoutBounds());
        return y < bounds.getMinY() ? y - bounds.getMinY() : Math.max(0, y - bounds.getMaxY());
    }

    private void goOn() {
        if (list.getScene() == null) {
            released();
            return;
        }
        list.scrollBy(overshoot() * SPEED);
        list.layout();
        place(x, y).ifPresent(selection::extend);
    }

    private static boolean isControl(Object target) {
        for (Node node = target instanceof Node hit ? hit : null; node != null && !(node instanceof ChatList); node = node.getParent()) {
            if (node instanceof ButtonBase || node instanceof ScrollBar) {
                return true;
            }
        }
        return false;
    }

    /** The place in the words on the screen that is nearest. */
    private Optional<Selection.Place> place(double sceneX, double sceneY) {
        Bounds room = list.localToScene(list.getLayoutBounds());
        double inside = Math.clamp(sceneY, room.getMinY() + 1, room.getMaxY() - 1);
        return list.cellAt(inside).map(cell -> new Selection.Place(cell.index(), cell.positionAt(sceneX, inside)));
    }
}
