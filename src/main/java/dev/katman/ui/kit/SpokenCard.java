package dev.katman.ui.kit;

import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

import java.util.ArrayList;
import java.util.List;

/** A card to read: the keyboard stops at it, and a screen reader hears all that stands on it. */
public class SpokenCard extends VBox {
    @SuppressWarnings("this-escape") // only to what JavaFX itself defines, of which nothing is overridden
    public SpokenCard(Node... children) {
        super(children);
        getStyleClass().addAll("card", "spoken");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT ? String.join(", ", spoken(this)) : super.queryAccessibleAttribute(attribute, parameters);
    }

    private static List<String> spoken(Parent part) {
        var said = new ArrayList<String>();
        for (Node node : part.getChildrenUnmodifiable()) {
            if (!node.isVisible()) {
                continue;
            }
            String text = node.getAccessibleText() != null ? node.getAccessibleText() : node instanceof Labeled labeled ? labeled.getText()
                    : node instanceof Text run ? run.getText() : "";
            if (text != null && !text.isBlank()) {
                said.add(text.strip());
            } else if (node instanceof Parent inner) {
                said.addAll(spoken(inner));
            }
        }
        return said;
    }
}
