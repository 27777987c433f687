package dev.katman.exchange;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was drawn from a document.
 *
 * @param columns at least one
 * @param rows    in the order of the document; a cell for each column
 */
public record PreparedTable(List<String> columns, List<List<String>> rows) {
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public PreparedTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        int width = columns.size();
        if (width == 0 || rows.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("a table has columns, and a cell in each for every row");
        }
    }

    /**
     * By RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe in front: a document is somebody else's, and must not
     * make it do anything.
     */
    public String csv() {
        return Stream.concat(Stream.of(columns), rows.stream())
                .map(row -> CsvLine.of(row.stream().map(PreparedTable::harmless))).collect(Collectors.joining());
    }

    /** Each row with its cells by the names of their columns, in their order. */
    public List<Map<String, String>> records() {
        return rows.stream().map(row -> {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                cells.put(columns.get(i), row.get(i));
            }
            return cells;
        }).toList();
    }

    /** A list of objects. */
    public String json() {
        return JSON.writeValueAsString(records()) + "\n";
    }

    /** As Markdown lays out a table. */
    public String markdown() {
        return Stream.concat(Stream.of(columns, columns.stream().map(name -> "---").toList()), rows.stream())
                .map(row -> row.stream().map(cell -> cell.replace("\\", "\\\\").replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |")))
                .collect(Collectors.joining("\n"));
    }

    private static String harmless(String cell) {
        return isFormula(cell) ? "'" + cell : cell;
    }

    /** A number with a sign is none. */
    private static boolean isFormula(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 && !cell.matches("[+-]\\d[\\d.,\\s]*%?");
    }
}
