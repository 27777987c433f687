package dev.katman.ui.kit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of a block as they can be selected: in reading order, a tab between the cells of a table and a line end between its rows.
 * Markers are not among them. Positions count UTF-16 units.
 */
public final class Passage {
    private Passage() {
    }

    /** All words. */
    public static String text(Block block) {
        return switch (block) {
            case Block.Heading heading -> text(heading.spans());
            case Block.Paragraph paragraph -> text(paragraph.spans());
            case Block.Code code -> code.text();
            case Block.ListItem item -> text(item.content());
            case Block.Quote quote -> text(quote.content());
            case Block.Note note -> text(note.content());
            case Block.Formula formula -> formula.source();
            case Block.Table table -> rows(table).map(row -> row.stream().map(cell -> text(cell.spans())).collect(Collectors.joining("\t")))
                    .collect(Collectors.joining("\n"));
            case Block.Rule rule -> "";
        };
    }

    /** How many characters all words have; they are not put together for that. */
    static int length(Block block) {
        return switch (block) {
            case Block.Heading heading -> length(heading.spans());
            case Block.Paragraph paragraph -> length(paragraph.spans());
            case Block.ListItem item -> length(item.content());
            case Block.Quote quote -> length(quote.content());
            case Block.Note note -> length(note.content());
            default -> text(block).length();
        };
    }

    private static int length(List<Span> spans) {
        return spans.stream().mapToInt(span -> span.text().length()).sum();
    }

    /**
     * The part of a block between two positions, as a block. Of a table the rows that are touched stay under its header; what lies
     * within one cell is a paragraph.
     *
     * @param from the first character
     * @param to   behind the last one
     */
    public static Block cut(Block block, int from, int to) {
        return switch (block) {
            case Block.Heading heading -> new Block.Heading(heading.level(), cut(heading.spans(), from, to));
            case Block.Paragraph paragraph -> new Block.Paragraph(cut(paragraph.spans(), from, to));
            case Block.Code code -> new Block.Code(code.language(), part(code.text(), from, to));
            case Block.ListItem item -> new Block.ListItem(item.depth(), from > 0 ? "" : item.marker(), cut(item.content(), from, to));
            case Block.Quote quote -> new Block.Quote(cut(quote.content(), from, to));
            case Block.Note note -> new Block.Note(from > 0 ? "" : note.label(), cut(note.content(), from, to));
            case Block.Formula formula -> from <= 0 && to >= formula.source().length() ? formula
                    : new Block.Paragraph(List.of(new Span(part(formula.source(), from, to))));
            case Block.Table table -> cut(table, from, to);
            case Block.Rule rule -> rule;
        };
    }

    private static Block cut(Block.Table table, int from, int to) {
        var kept = new ArrayList<List<Block.Cell>>();
        var touched = new ArrayList<Block.Cell>();
        int at = 0;
        for (List<Block.Cell> row : rows(table).toList()) {
            var cells = new ArrayList<Block.Cell>();
            int before = touched.size();
            for (Block.Cell cell : row) {
                int length = text(cell.spans()).length();
                var part = new Block.Cell(cut(cell.spans(), from - at, to - at));
                cells.add(part);
                if (!part.spans().isEmpty()) {
                    touched.add(part);
                }
                at += length + 1; // the tab or the line end
            }
            if (touched.size() > before && row != table.header()) {
                kept.add(cells);
            }
        }
        return touched.size() == 1 ? new Block.Paragraph(touched.getFirst().spans()) : new Block.Table(table.columns(), table.header(), kept);
    }

    private static Stream<List<Block.Cell>> rows(Block.Table table) {
        return Stream.concat(Stream.of(table.header()), table.rows().stream());
    }

    private static List<Span> cut(List<Span> spans, int from, int to) {
        var parts = new ArrayList<Span>();
        int at = 0;
        for (Span span : spans) {
            String part = part(span.text(), from - at, to - at);
            if (part.equals(span.text())) {
                parts.add(span);
            } else if (!part.isEmpty()) { // half a formula is none
                parts.add(Collections.disjoint(span.marks(), Span.WHOLE) ? new Span(part, span.marks(), span.link()) : new Span(part));
            }
            at += span.text().length();
        }
        return parts;
    }

    private static String part(String text, int from, int to) {
        int start = Math.clamp(from, 0, text.length());
        return text.substring(start, Math.clamp(to, start, text.length()));
    }

    private static String text(List<Span> spans) {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }
}
