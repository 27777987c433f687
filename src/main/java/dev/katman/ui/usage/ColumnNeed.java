package dev.katman.ui.usage;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How wide a column of a table must be, in pixels, so that none of its words is cut.
 *
 * @param name   the heading
 * @param font   of the heading
 * @param broken with its heading broken between its words
 * @param whole  with its heading on one line
 */
record ColumnNeed(String name, Font font, double broken, double whole) {
    /** Headings are written smaller than figures: as in the style sheet. */
    private static final double HEADING = 0.929;
    /** On both sides of the words, with the line beside a heading. */
    private static final double PADDING = 17;
    /** Where a line may break: a model's name is all hyphens. */
    private static final String BREAKS = " |(?<=-)";
    /** The longest few; the widest is one of them. */
    private static final int MEASURED = 4;

    /** @param texts of the column's cells */
    static ColumnNeed of(String name, List<String> texts, Font cells) {
        Font font = Font.font("Inter", cells.getSize() * HEADING);
        double figures = texts.stream().distinct().sorted(Comparator.comparing(String::length).reversed()).limit(MEASURED)
                .mapToDouble(text -> width(text, cells)).max().orElse(0);
        double longest = Stream.of(name.split(BREAKS)).mapToDouble(word -> width(word, font)).max().orElse(0);
        return new ColumnNeed(name, font, Math.ceil(Math.max(figures, longest) + PADDING),
                Math.ceil(Math.max(figures, width(name, font)) + PADDING));
    }

    /** @param part 0 for the broken width, 1 for the whole one */
    double between(double part) {
        return Math.floor(broken + (whole - broken) * part);
    }

    /** How high the heading is in a column of that width. */
    double heading(double width) {
        var text = new Text(name);
        text.setFont(font);
        text.setWrappingWidth(width - PADDING + 1);
        return Math.ceil(text.getLayoutBounds().getHeight());
    }

    private static double width(String text, Font font) {
        var measured = new Text(text);
        measured.setFont(font);
        return measured.getLayoutBounds().getWidth();
    }
}
