package dev.katman.ui.kit;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;

/** Words that lead somewhere. A text, not a control, so that they wrap with the others and can be selected with them. */
final class LinkText extends Text {
    private final Runnable follow;

    /** @param name what a screen reader calls it */
    LinkText(String words, String name, Runnable follow) {
        super(words);
        this.follow = follow;
        getStyleClass().add("link");
        setCursor(Cursor.HAND);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.HYPERLINK);
        setAccessibleText(name);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) { // else it was selected
                follow.run();
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                event.consume();
                follow.run();
            }
        });
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            follow.run();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
