package dev.katman.ui.kit;

import dev.katman.settings.Texts;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;

import java.util.Locale;

/** What stands before an item of a list, or a footnote. */
final class ListMarkers {
    /** By which a list within another is indented, what its marker has at least, and what stands behind it: in heights of its letters. */
    private static final double INDENT = 1.57;
    private static final double LEAST = 1.86;
    private static final double GAP = 0.43;
    /** Notes are mostly numbered; their words stand below each other, whatever the number. There is room for two digits. */
    private static final double NOTE = 3.1;
    private static final double MARGIN = 0.14;
    /** No digit and few letters are wider. */
    private static final double LETTER = 0.62;

    private ListMarkers() {
    }

    static Label of(Block.ListItem item, Texts texts) {
        var marker = new Label();
        marker.getStyleClass().add("list-marker");
        switch (item.marker()) {
            case Block.TO_DO -> box(marker, Feather.SQUARE, texts.get("ui.block.toDo"));
            case Block.DONE -> box(marker, Feather.CHECK_SQUARE, texts.get("ui.block.done"));
            default -> {
                marker.setText(turned(item.marker(), item.content()));
                marker.setAccessibleText(item.marker());
            }
        }
        double indent = (item.depth() - 1) * INDENT;
        return wide(marker, indent, indent + LEAST);
    }

    static Label of(Block.Note note) {
        var marker = new Label(isLong(note) ? "" : note.mark());
        marker.getStyleClass().add("list-marker");
        return wide(marker, 0, NOTE);
    }

    /** Whether its label needs a line of its own. */
    static boolean isLong(Block.Note note) {
        return needed(note.mark(), 0) > NOTE;
    }

    /** The line of a label over the words of its note. */
    static Label above(Block.Note note) {
        var line = new Label(note.mark());
        line.getStyleClass().add("list-marker");
        line.setWrapText(true);
        return wide(line, 0, 0);
    }

    /** The point of a number stands where the words are that it numbers. */
    private static String turned(String marker, Block words) {
        boolean number = marker.length() > 1 && Character.isDigit(marker.charAt(0));
        return number && Scripts.isRightToLeft(words) ? marker.charAt(marker.length() - 1) + marker.substring(0, marker.length() - 1) : marker;
    }

    private static Label wide(Label marker, double indent, double least) {
        marker.setStyle(String.format(Locale.ROOT, "-fx-padding: 0 %.2fem 0 %.2fem; -fx-min-width: %.2fem;", GAP, indent + MARGIN,
                Math.max(least, marker.isWrapText() ? 0 : needed(marker.getText(), indent))));
        return marker;
    }

    private static double needed(String marker, double indent) {
        return indent + MARGIN + marker.length() * LETTER + GAP;
    }

    private static void box(Label marker, Feather icon, String name) {
        marker.setGraphic(Icons.of(icon));
        marker.setAccessibleText(name);
    }
}
