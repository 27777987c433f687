package dev.katman.words;

import dev.katman.conversation.Column;
import dev.katman.settings.Texts;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The columns of a table as people write and read them, in one language. */
public final class ColumnWords {
    /** As tables keep them. */
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Texts texts;
    private final DateTimeFormatter days;

    public ColumnWords(Texts texts) {
        this.texts = texts;
        days = DateTimeFormatter.ofPattern("d MMM uuuu", texts.locale());
    }

    /** The word behind the colon. */
    public String kind(Column.Kind kind) {
        return texts.get("words.column." + kind);
    }

    /** All of these words, between commas. */
    public String kinds() {
        return Arrays.stream(Column.Kind.values()).map(this::kind).collect(Collectors.joining(", "));
    }

    /** "Price:number"; the name alone where that says it all. */
    public String written(Column column) {
        return column.written(kind(column.kind()));
    }

    public String written(List<Column> columns, String between) {
        return columns.stream().map(this::written).collect(Collectors.joining(between));
    }

    /** A cell as the reader writes such things: "1.234,5" and "3 Mar 2024" in Turkish. What is neither a number nor a day stays as it is. */
    public String shown(Column column, String cell) {
        return switch (column.kind()) {
            case TEXT -> cell;
            case NUMBER -> NUMBER.matcher(cell).matches() ? number(new BigDecimal(cell).stripTrailingZeros()) : cell;
            case DATE -> DAY.matcher(cell).matches() ? day(cell) : cell;
        };
    }

    private String day(String iso) {
        try {
            return days.format(LocalDate.parse(iso));
        } catch (DateTimeParseException e) {
            return iso; // the 31st of a shorter month: as the document has it
        }
    }

    private String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getInstance(texts.locale());
        format.setMaximumFractionDigits(Math.max(0, number.scale())); // all of it: nothing of what a document says is rounded away
        return format.format(number);
    }
}
