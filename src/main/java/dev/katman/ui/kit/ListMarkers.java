package dev.katman.ui.kit;

import dev.katman.settings.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** What stands before an item of a list, or a footnote. */
final class ListMarkers {
    private static final double INDENT = 22;

    private ListMarkers() {
    }

    static Label of(Block.ListItem item, Texts texts) {
        var marker = new Label();
        marker.getStyleClass().add("list-marker");
        double width = INDENT;
        switch (item.marker()) {
            case Block.TO_DO -> box(marker, Feather.SQUARE, texts.get("ui.block.toDo"));
            case Block.DONE -> box(marker, Feather.CHECK_SQUARE, texts.get("ui.block.done"));
            default -> {
                marker.setText(item.marker());
                width = Math.max(INDENT, 10 + 8 * item.marker().length());
            }
        }
        double indent = (item.depth() - 1) * INDENT;
        marker.setMinWidth(Region.USE_PREF_SIZE);
        marker.setPrefWidth(indent + Math.max(width, 26));
        marker.setStyle("-fx-padding: 0 0 0 " + (indent + 2) + "px;");
        return marker;
    }

    static Label of(Block.Note note) {
        var marker = new Label(note.mark());
        marker.getStyleClass().add("list-marker");
        marker.setMinWidth(Region.USE_PREF_SIZE);
        marker.setPrefWidth(Math.max(INDENT, 12 + 8 * note.mark().length()));
        return marker;
    }

    private static void box(Label marker, Feather icon, String name) {
        marker.setGraphic(Icons.of(icon));
        marker.setAccessibleText(name);
    }
}
