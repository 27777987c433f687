package dev.katman.ui.shell;

import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.Cell;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.stage.Window;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What in the windows on the screen a screen reader could not name: everything that can be pressed, chosen, typed in or read alone. */
final class Named {
    private final TreeSet<String> nameless = new TreeSet<>();

    private Named() {
    }

    /** Of everything that is shown now, menus and popups too. */
    static TreeSet<String> missing() {
        var named = new Named();
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window instanceof ContextMenu menu) {
                named.items(menu.getItems(), "menu");
            } else if (window.isShowing()) {
                named.look(window.getScene().getRoot(), "");
            }
        }
        return named.nameless;
    }

    private void look(Node node, String path) {
        if (!node.isVisible()) {
            return;
        }
        String here = path + "/" + node.getClass().getSimpleName() + (node.getId() == null ? "" : "#" + node.getId())
                + (node.getStyleClass().isEmpty() ? "" : "." + String.join(".", node.getStyleClass()));
        if (counts(node)) {
            if (name(node).isBlank()) {
                nameless.add("no name: " + here);
            }
            if (node.getAccessibleRole() == AccessibleRole.NODE || node.getAccessibleRole() == AccessibleRole.PARENT) {
                nameless.add("no role: " + here);
            }
        }
        if (node instanceof MenuButton button) {
            items(button.getItems(), here);
        }
        if (node instanceof Control control && control.getContextMenu() != null && !(node instanceof TextInputControl)) {
            items(control.getContextMenu().getItems(), here);
        }
        if (node instanceof Parent parent && !(node instanceof Spinner<?>) && !(node instanceof ComboBoxBase<?>)) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, here));
        }
    }

    private void items(List<MenuItem> items, String path) {
        for (MenuItem item : items) {
            if (!(item instanceof SeparatorMenuItem) && (item.getText() == null || item.getText().isBlank())) {
                nameless.add("no name: " + path + "/" + item.getClass().getSimpleName());
            }
            if (item instanceof Menu menu) {
                items(menu.getItems(), path + "/" + menu.getText());
            }
        }
    }

    private static boolean counts(Node node) {
        if (node instanceof Cell<?> cell) {
            return !cell.isEmpty() && cell.getGraphic() != null;
        }
        boolean frame = node instanceof ScrollPane || node instanceof ScrollBar || node instanceof SplitPane || node instanceof Label
                || node instanceof ButtonBar;
        return node.isFocusTraversable() || node instanceof Control && !frame && !node.getClass().getName().contains(".skin.");
    }

    private static String name(Node node) {
        boolean sayingItsContent = node instanceof TextInputControl || node instanceof Slider || node instanceof Spinner<?>
                || node instanceof ComboBoxBase<?> || node instanceof ListView<?> || node instanceof TableView<?>;
        Object text = sayingItsContent ? node.getAccessibleText() : node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
        if (text != null && !text.toString().isBlank()) {
            return text.toString();
        }
        return node instanceof Cell<?> cell && cell.getGraphic() != null ? words(cell.getGraphic())
                : node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) instanceof Label label ? label.getText() : "";
    }

    /** A line of a list may leave it to what stands in it to say what it is. */
    private static String words(Node node) {
        String own = node.getAccessibleText() != null ? node.getAccessibleText() : node instanceof Labeled labeled ? labeled.getText()
                : node instanceof Text run ? run.getText() : "";
        String inner = node instanceof Parent parent ? parent.getChildrenUnmodifiable().stream().filter(Node::isVisible).map(Named::words)
                .collect(Collectors.joining()) : "";
        return (own == null ? "" : own) + inner;
    }
}
