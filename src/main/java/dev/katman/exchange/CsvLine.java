package dev.katman.exchange;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A line of a CSV file by RFC 4180. */
public final class CsvLine {
    /** In front of a file with letters beyond ASCII: some spreadsheets take them for others without it. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String END = "\r\n";

    private CsvLine() {
    }

    /** Those fields, quoted where they must be, and the line's end. */
    public static String of(Stream<String> fields) {
        return fields.map(CsvLine::quoted).collect(Collectors.joining(",")) + END;
    }

    private static String quoted(String field) {
        return Stream.of(",", "\"", "\n", "\r").anyMatch(field::contains) ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }
}
