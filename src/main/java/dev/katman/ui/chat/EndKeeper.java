package dev.katman.ui.chat;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Keeps a list at its end while the reader is there, and leaves it alone as soon as the reader goes elsewhere. What the reader
 * does is told from what the text does by who moved: only wheel, mouse and keys can let go of the end.
 */
final class EndKeeper {
    private static final double NEAR = 8;
    /** More would be a fight with the list, not a correction. */
    private static final int MOST_PUSHES = 12;

    private final ListView<?> list;
    private final ReadOnlyBooleanWrapper away = new ReadOnlyBooleanWrapper();
    private final Runnable afterLayout = this::afterLayout;
    private boolean follow = true;
    private boolean moved;
    private int pushes;
    private double pushedHeight;

    EndKeeper(ListView<?> list) {
        this.list = list;
        list.addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.getDeltaY() > 0) {
                follow = false;
            }
            moved = true;
        });
        list.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> moved = true);
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> moved = true);
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> moved = true);
        list.sceneProperty().addListener((scene, before, now) -> attach(before, now));
        attach(null, list.getScene());
    }

    /** The text has grown. */
    void grown() {
        pushes = 0;
    }

    /** Whether the end is out of sight and not followed. */
    ReadOnlyBooleanProperty away() {
        return away.getReadOnlyProperty();
    }

    /** Goes to the end and stays there. */
    void toEnd() {
        follow = true;
        pushes = 0;
        list.requestLayout();
    }

    /** Leaves the list where it is shown next. */
    void letGo() {
        follow = false;
        moved = false;
    }

    private void attach(Scene before, Scene now) {
        if (before != null) {
            before.removePostLayoutPulseListener(afterLayout);
        }
        if (now != null) {
            now.addPostLayoutPulseListener(afterLayout);
        }
    }

    private void afterLayout() {
        if (list.getItems().isEmpty() || !(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) {
            away.set(false);
            return;
        }
        boolean atEnd = atEnd(flow);
        if (moved) {
            follow = atEnd;
            moved = false;
        }
        if (atEnd || !follow) {
            pushes = 0;
        } else if (pushes < MOST_PUSHES || flow.getHeight() != pushedHeight) {
            pushes++;
            pushedHeight = flow.getHeight();
            // Heights of rows never seen are guesses, and each push corrects some. The flow moves only to a place that is new
            // to it.
            if (flow.getLastVisibleCell().getIndex() < list.getItems().size() - 1) {
                flow.scrollTo(list.getItems().size() - 1); // by its place, not by a guess of what lies between
            } else {
                flow.setPosition(flow.getPosition() >= 1 ? Math.nextDown(1.0) : 1);
            }
            flow.requestLayout();
        }
        away.set(!follow && !atEnd);
    }

    private boolean atEnd(VirtualFlow<?> flow) {
        IndexedCell<?> last = flow.getLastVisibleCell();
        return last == null || last.getIndex() >= list.getItems().size() - 1
                && last.getBoundsInParent().getMaxY() <= flow.getHeight() + NEAR;
    }
}
