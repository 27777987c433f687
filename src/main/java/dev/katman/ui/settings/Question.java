package dev.katman.ui.settings;

import dev.katman.ui.kit.Parts;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Asks once, where the button was, before something that cannot be undone; takes no room while nothing is asked. */
final class Question extends VBox {
    private final Label text = Parts.wrapped("");
    private final Button yes = Controls.button("", () -> { });

    /** @param cancel the name of the way back */
    Question(String cancel) {
        super(8);
        getStyleClass().add("settings-question");
        yes.setId("question-yes");
        yes.getStyleClass().add("danger");
        Button no = Controls.button(cancel, this::drop);
        no.setId("question-no");
        getChildren().addAll(text, Controls.line(yes, no));
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** @param act what the button does, and is called */
    void ask(String question, String act, Runnable then) {
        text.setText(question);
        yes.setText(act);
        yes.setOnAction(event -> {
            drop();
            then.run();
        });
        setVisible(true);
        yes.requestFocus();
    }

    private void drop() {
        setVisible(false);
    }
}
