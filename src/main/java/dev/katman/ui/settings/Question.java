package dev.katman.ui.settings;

import dev.katman.ui.kit.Parts;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** Asks once, where the button was, before something that cannot be undone; takes no room while nothing is asked. */
final class Question extends VBox {
    /** What is left free around it where it is scrolled to. */
    private static final double AIR = 24;

    private final Label text = Parts.wrapped("");
    private final Button yes = Controls.button("", () -> { });
    private final Button no;

    /** @param cancel the name of the way back */
    Question(String cancel) {
        super(8);
        getStyleClass().add("settings-question");
        yes.setId("question-yes");
        yes.getStyleClass().add("danger");
        no = Controls.button(cancel, this::drop);
        no.setId("question-no");
        getChildren().addAll(text, Controls.line(yes, no));
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /**
     * Asks in sight, with the way back in focus: a key that is pressed once more must not be the answer.
     *
     * @param act what the button does, and is called
     */
    void ask(String question, String act, Runnable then) {
        text.setText(question);
        yes.setText(act);
        yes.setOnAction(event -> {
            drop();
            then.run();
        });
        setVisible(true);
        for (Parent around = getParent(); around != null; around = around.getParent()) {
            if (around instanceof ScrollPane pane) {
                reveal(pane);
            }
        }
        no.requestFocus();
    }

    private void reveal(ScrollPane pane) {
        pane.applyCss();
        pane.layout(); // from here on it has its place
        Node content = pane.getContent();
        Bounds mine = content.sceneToLocal(localToScene(getLayoutBounds()));
        double seen = pane.getViewportBounds().getHeight();
        double hidden = content.getLayoutBounds().getHeight() - seen;
        if (hidden > 0) {
            double top = pane.getVvalue() * hidden;
            double lowest = mine.getMinY() - AIR;
            double least = mine.getMaxY() + AIR - seen;
            pane.setVvalue(Math.clamp(Math.min(Math.max(top, least), lowest) / hidden, 0, 1));
        }
    }

    private void drop() {
        setVisible(false);
    }
}
