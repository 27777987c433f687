package dev.katman.ui.shell;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import java.util.List;
import java.util.Optional;

/**
 * One card over the window, for what is looked at for a moment. Keeps the focus within while it is there, leaves on Esc or a click beside
 * it, and gives the focus back where it was.
 */
final class Overlay extends StackPane {
    private Optional<Region> card = Optional.empty();
    private Optional<Node> before = Optional.empty();

    Overlay() {
        getStyleClass().add("overlay");
        setVisible(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::turn);
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) { // what stands in the card comes first: it may want to leave something itself
                key.consume();
                close();
            }
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        sceneProperty().addListener((scene, old, now) -> watch(now));
    }

    /** Whoever asks for the focus behind the card does not get it. */
    private void watch(Scene scene) {
        if (scene != null) {
            scene.focusOwnerProperty().addListener((owner, was, now) -> {
                if (isVisible() && now != null && !Focus.within(this).test(now)) {
                    Focus.first(this).ifPresent(Node::requestFocus);
                }
            });
        }
    }

    /**
     * Shows a card in place of the one that may be there.
     *
     * @param name for the screen reader
     */
    void show(Region shown, String name, Node focus) {
        if (card.isEmpty()) {
            before = Optional.ofNullable(getScene().getFocusOwner());
        }
        card = Optional.of(shown);
        shown.setAccessibleRole(AccessibleRole.DIALOG);
        shown.setAccessibleText(name);
        shown.getStyleClass().add("overlay-card");
        StackPane.setAlignment(shown, Pos.TOP_CENTER);
        StackPane.setMargin(shown, new Insets(56, 24, 24, 24));
        getChildren().setAll(shown);
        setVisible(true);
        applyCss(); // so that what stands in a scrolled part of it can be found at once
        layout();
        focus.requestFocus();
    }

    /** Whether that card is shown. */
    boolean shows(Region other) {
        return card.filter(other::equals).isPresent();
    }

    /** Whether a card of that id is shown. */
    boolean shows(String id) {
        return card.filter(shown -> id.equals(shown.getId())).isPresent();
    }

    void close() {
        if (card.isEmpty()) {
            return;
        }
        card = Optional.empty();
        setVisible(false);
        getChildren().clear();
        before.filter(node -> node.getScene() == getScene()).ifPresent(Node::requestFocus);
        before = Optional.empty();
    }

    /** After the last control of the card Tab comes to the first. */
    private void turn(KeyEvent key) {
        if (key.getCode() != KeyCode.TAB || key.isControlDown() || key.isAltDown()) {
            return;
        }
        List<Node> stops = Focus.stops(this);
        Node owner = getScene().getFocusOwner();
        if (!stops.isEmpty() && (key.isShiftDown() ? stops.getFirst() : stops.getLast()) == owner) {
            key.consume();
            Focus.give(key.isShiftDown() ? stops.getLast() : stops.getFirst(),
                    key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        }
    }
}
