package dev.katman.ui.chat;

import dev.katman.catalog.Tier;
import dev.katman.ui.kit.PlainText;
import dev.katman.ui.kit.Tiers;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

import java.util.function.Consumer;

/** Something to try: a button whose text wraps, which a button's own skin does not measure rightly. */
final class Example extends VBox {
    private final String prompt;
    private final Consumer<String> choose;

    Example(Tier tier, String kind, String prompt, Consumer<String> choose) {
        this.prompt = prompt;
        this.choose = choose;
        var head = new Label(kind, Tiers.dot(tier));
        head.getStyleClass().add("example-tier");
        getStyleClass().add("example");
        getChildren().addAll(head, PlainText.flow(prompt, "flow-text"));
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        setMinWidth(0);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(kind + ": " + prompt);
        setOnMouseClicked(event -> choose.accept(prompt));
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
                key.consume();
                choose.accept(prompt);
            }
        });
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            choose.accept(prompt);
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
