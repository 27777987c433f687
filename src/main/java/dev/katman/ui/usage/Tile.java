package dev.katman.ui.usage;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One figure that one looks for first. */
final class Tile extends VBox {
    private final String name;
    private final Label figure = new Label();
    private final Label line = new Label();

    Tile(String name) {
        this.name = name;
        getStyleClass().addAll("card", "tile");
        setAccessibleRole(AccessibleRole.TEXT);
        var title = new Label(name);
        title.getStyleClass().add("tile-name");
        figure.getStyleClass().add("tile-figure");
        line.getStyleClass().add("tile-line");
        for (Label label : new Label[] {title, line}) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        getChildren().addAll(figure, title, line); // figures of one row stand beside each other, however many lines their names take
    }

    void show(String value, String below) {
        figure.setText(value);
        line.setText(below);
        setAccessibleText(name + ": " + value + ". " + below);
    }
}
