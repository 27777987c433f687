package dev.katman.ui.kit;

import dev.katman.settings.Texts;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Optional;

/**
 * What stands before an item of a list, or a footnote: a few letters or a box, on one line.
 *
 * <p>Not a label: that takes as long to come onto the screen as the words of a short item (profile of {@code WindowBench}).
 */
final class Marker extends Region {
    /** By which a list within another is indented, what an item's marker has at least, and what stands behind it: in heights of its letters. */
    private static final double INDENT = 1.57;
    private static final double ITEM = 1.86;
    private static final double GAP = 0.43;
    /** Notes are mostly numbered; their words stand below each other, whatever the number. There is room for two digits. */
    private static final double NOTE = 3.1;
    private static final double MARGIN = 0.14;
    /** No digit and few letters are wider. */
    private static final double LETTER = 0.62;

    private final Text sign = new Text();
    private Optional<FontIcon> box = Optional.empty();
    private double indent;
    private double least;

    private Marker() {
        getStyleClass().add("list-marker");
        sign.getStyleClass().add("list-sign");
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().add(sign);
    }

    static Marker of(Block.ListItem item, Texts texts) {
        var marker = new Marker();
        marker.show(item, texts);
        return marker;
    }

    static Marker of(Block.Note note) {
        var marker = new Marker();
        marker.show(isLong(note) ? "" : note.mark(), 0, NOTE);
        return marker;
    }

    /** Whether a note's label needs a line of its own. */
    static boolean isLong(Block.Note note) {
        return MARGIN + note.mark().length() * LETTER + GAP > NOTE;
    }

    void show(Block.ListItem item, Texts texts) {
        double before = (item.depth() - 1) * INDENT;
        show(turned(item.marker(), item.content()), before, before + ITEM);
        setAccessibleText(item.marker());
        switch (item.marker()) {
            case Block.TO_DO -> box(Feather.SQUARE, texts.get("ui.block.toDo"));
            case Block.DONE -> box(Feather.CHECK_SQUARE, texts.get("ui.block.done"));
            default -> box.ifPresent(getChildren()::remove);
        }
    }

    private void show(String text, double before, double atLeast) {
        sign.setText(text);
        indent = before;
        least = atLeast;
        setAccessibleText(text);
        requestLayout();
    }

    private void box(Feather icon, String name) {
        box.ifPresent(getChildren()::remove);
        box = Optional.of(Icons.of(icon));
        getChildren().add(box.get());
        sign.setText("");
        setAccessibleText(name);
    }

    /** The point of a number stands where the words are that it numbers. */
    private static String turned(String marker, Block words) {
        boolean number = marker.length() > 1 && Character.isDigit(marker.charAt(0));
        return number && Scripts.isRightToLeft(words) ? marker.charAt(marker.length() - 1) + marker.substring(0, marker.length() - 1) : marker;
    }

    private Text shown() {
        return box.<Text>map(icon -> icon).filter(icon -> icon.getParent() == this).orElse(sign);
    }

    private double heights(double count) {
        return count * sign.getFont().getSize();
    }

    @Override
    protected double computePrefWidth(double height) {
        return snapSizeX(Math.max(heights(least), heights(indent + MARGIN + GAP) + shown().prefWidth(-1)));
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return snapSizeY(shown().prefHeight(-1));
    }

    @Override
    protected void layoutChildren() {
        shown().relocate(snapPositionX(heights(indent + MARGIN)), 0);
    }
}
