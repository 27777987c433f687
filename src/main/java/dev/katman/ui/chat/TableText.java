package dev.katman.ui.chat;

import dev.katman.exchange.PreparedTable;
import dev.katman.ui.kit.Visible;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of a table that was drawn from a document, as they are shown, so that they can be looked for: a line for the names of its columns, then one for each row. */
final class TableText {
    private TableText() {
    }

    static String of(PreparedTable table) {
        return Stream.concat(Stream.of(table.names()), table.rows().stream()).map(TableText::line).collect(Collectors.joining("\n"));
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Visible::text).map(cell -> cell.replaceAll("\\s", " ")).collect(Collectors.joining("\t"));
    }

    /** The row in which a place of that text lies, from 0; -1 among the names of the columns. */
    static int row(String text, int at) {
        return (int) text.substring(0, Math.clamp(at, 0, text.length())).chars().filter(c -> c == '\n').count() - 1;
    }
}
