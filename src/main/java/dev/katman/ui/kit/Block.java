package dev.katman.ui.kit;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A piece of Markdown that stands in a row of its own. */
public sealed interface Block {
    /** The box of something to do. */
    String TO_DO = "[ ]";
    /** The box of something that is done. */
    String DONE = "[x]";

    /** @param level 1 to 6 */
    record Heading(int level, List<Span> spans) implements Block {
        public Heading {
            spans = List.copyOf(spans);
        }
    }

    record Paragraph(List<Span> spans) implements Block {
        public Paragraph {
            spans = List.copyOf(spans);
        }
    }

    /**
     * @param language as the fence names it, empty where it does not
     * @param text     without the last line's end
     */
    record Code(String language, String text) implements Block {
    }

    /**
     * A row of a list: an item's first block with its marker, or a further block of the same item without.
     *
     * @param depth  1 for an outer list
     * @param marker a bullet, a number, or a box ({@link #TO_DO}, {@link #DONE}); empty in further rows
     */
    record ListItem(int depth, String marker, Block content) implements Block {
    }

    record Quote(Block content) implements Block {
    }

    /**
     * A row of a footnote: its first block with its label, or a further block without.
     *
     * @param label as it stands in the text that it belongs to; empty in further rows
     */
    record Note(String label, Block content) implements Block {
        /** The label as it is read, here and where the note belongs; empty in further rows. */
        public String mark() {
            return label.isEmpty() ? "" : mark(label);
        }

        static String mark(String label) {
            return "[" + label + "]";
        }
    }

    /** @param source of a formula that is set apart, with its marks */
    record Formula(String source) implements Block {
    }

    /** Rows may be shorter than the header; they are never longer. */
    record Table(List<Align> columns, List<Cell> header, List<List<Cell>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    record Rule() implements Block {
    }

    /** Its runs of text, in reading order; none where it is code or a formula. */
    default Stream<Span> runs() {
        return switch (this) {
            case Heading heading -> heading.spans().stream();
            case Paragraph paragraph -> paragraph.spans().stream();
            case ListItem item -> item.content().runs();
            case Quote quote -> quote.content().runs();
            case Note note -> note.content().runs();
            case Table table -> Stream.concat(Stream.of(table.header()), table.rows().stream()).flatMap(List::stream).flatMap(cell -> cell.spans().stream());
            case Code code -> Stream.empty();
            case Formula formula -> Stream.empty();
            case Rule rule -> Stream.empty();
        };
    }

    /** Its words alone, as a screen reader says them. */
    default String plain() {
        return beginning(Integer.MAX_VALUE);
    }

    /**
     * The beginning of the same. Of a paragraph without measure that grows nobody needs the rest, many times a second.
     *
     * @param least characters, or all where there are fewer
     */
    default String beginning(int least) {
        return switch (this) {
            case Heading heading -> words(heading.spans(), least);
            case Paragraph paragraph -> words(paragraph.spans(), least);
            case Code code -> code.text();
            case ListItem item -> item.marker() + " " + item.content().beginning(least);
            case Quote quote -> quote.content().beginning(least);
            case Note note -> note.mark() + " " + note.content().beginning(least);
            case Table table -> Stream.concat(Stream.of(table.header()), table.rows().stream())
                    .map(row -> row.stream().map(cell -> words(cell.spans(), least)).collect(Collectors.joining(", ")))
                    .collect(Collectors.joining("; "));
            case Formula formula -> formula.source();
            case Rule rule -> "";
        };
    }

    private static String words(List<Span> spans, int least) {
        var words = new StringBuilder();
        for (Span span : spans) {
            if (words.length() >= least) {
                break;
            }
            words.append(span.text());
        }
        return words.toString();
    }

    /** How a column stands. */
    enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    /** One cell of a table. */
    record Cell(List<Span> spans) {
        public Cell {
            spans = List.copyOf(spans);
        }
    }
}
