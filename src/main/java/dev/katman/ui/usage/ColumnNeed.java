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
    private static final double PADDING = 13;
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

    /** The heading in the lines that it takes in a column of that width: by itself a label breaks a model's name anywhere but at its hyphens. */
    String heading(double width) {
        var lines = new StringBuilder();
        String line = "";
        for (String piece : name.split(BREAKS)) {
            String longer = line.isEmpty() || line.endsWith("-") ? line + piece : line + " " + piece;
            if (!line.isEmpty() && Math.ceil(width(longer, font) + PADDING) > width) {
                lines.append(line).append('\n');
                line = piece;
            } else {
                line = longer;
            }
        }
        return lines.append(line).toString();
    }

    /** How high a heading is. */
    double height(String heading) {
        var text = new Text(heading);
        text.setFont(font);
        return Math.ceil(text.getLayoutBounds().getHeight());
    }

    private static double width(String text, Font font) {
        var measured = new Text(text);
        measured.setFont(font);
        return measured.getLayoutBounds().getWidth();
    }
}
