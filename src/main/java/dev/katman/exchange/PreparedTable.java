package dev.katman.exchange;

import dev.katman.conversation.Column;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was drawn from a document.
 *
 * @param columns at least one
 * @param rows    in the order of the document; a cell for each column, and in one of numbers or dates plain where it is certain what it means
 */
public record PreparedTable(List<Column> columns, List<List<String>> rows) {
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

    public PreparedTable {
        columns = List.copyOf(columns);
        int width = columns.size();
        if (width == 0 || rows.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("a table has columns, and a cell in each for every row");
        }
        List<Column> kinds = columns;
        rows = rows.stream().map(row -> normal(row, kinds)).toList();
    }

    private static List<String> normal(List<String> row, List<Column> columns) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(Cells.normal(row.get(i), columns.get(i).kind()));
        }
        return List.copyOf(cells);
    }

    /** What stands over the columns. */
    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /**
     * By RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe in front: a document is somebody else's, and must not
     * make it do anything.
     */
    public String csv() {
        return Stream.concat(Stream.of(names()), rows.stream())
                .map(row -> CsvLine.of(row.stream().map(PreparedTable::harmless))).collect(Collectors.joining());
    }

    /**
     * Each row with its cells by the names of their columns, in their order: words, or numbers where they are certain. Of a column of numbers or
     * dates a cell in which nothing stands is null.
     */
    public List<Map<String, Object>> records() {
        return rows.stream().map(row -> {
            Map<String, Object> cells = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                cells.put(columns.get(i).name(), value(row.get(i), columns.get(i).kind()));
            }
            return cells;
        }).toList();
    }

    private static Object value(String cell, Column.Kind kind) {
        if (cell.isEmpty()) {
            return kind == Column.Kind.TEXT ? cell : null;
        }
        return kind == Column.Kind.NUMBER ? Cells.number(cell).<Object>map(Function.identity()).orElse(cell) : cell;
    }

    /** A list of objects. */
    public String json() {
        return JSON.writeValueAsString(records()) + "\n";
    }

    /** As Markdown lays out a table. */
    public String markdown() {
        return Stream.concat(Stream.of(names(), columns.stream().map(PreparedTable::rule).toList()), rows.stream())
                .map(row -> row.stream().map(cell -> cell.replace("\\", "\\\\").replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |")))
                .collect(Collectors.joining("\n"));
    }

    private static String rule(Column column) {
        return column.kind() == Column.Kind.NUMBER ? "---:" : "---";
    }

    private static String harmless(String cell) {
        return isFormula(cell) ? "'" + cell : cell;
    }

    /** A number with a sign is none. */
    private static boolean isFormula(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 && !cell.matches("[+-]\\d[\\d.,\\s]*%?");
    }
}
