package dev.katman.exchange;

import dev.katman.conversation.Column;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** What the cells of a table mean by the kind of their column. */
public final class Cells {
    private Cells() {
    }

    /** The number that the words of a cell mean, in Turkish or in English; empty where they mean none, or it is not certain which. */
    public static Optional<BigDecimal> number(String cell) {
        return NumberCell.read(cell);
    }

    /** Likewise the day. */
    public static Optional<LocalDate> date(String cell) {
        return DateCell.read(cell);
    }

    /** A number plain with a dot before its decimals, a day as ISO 8601 has it; the words as they stand where they are neither for certain. */
    static String normal(String cell, Column.Kind kind) {
        return switch (kind) {
            case TEXT -> cell;
            case NUMBER -> number(cell).map(NumberCell::plain).orElse(cell);
            case DATE -> date(cell).map(LocalDate::toString).orElse(cell);
        };
    }
}
