package dev.katman.exchange;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The day that a cell means, as people write it in Turkish and in English: "3 Mart 2024", "March 3, 2024", "03.03.2024". What could be two days is
 * none, as 03/04/2024 is, for who knows who wrote it; so is what leaves the year open.
 */
final class DateCell {
    private static final int LONGEST = 60;
    /** Dots stand only where the day comes first. */
    private static final List<String> FIGURES = List.of("uuuu-M-d", "uuuu/M/d", "uuuu.M.d", "d.M.uuuu", "d/M/uuuu", "M/d/uuuu", "d-M-uuuu", "M-d-uuuu");
    private static final List<String> NAMED = List.of("[EEEE[','] ]d[.] MMMM[','] uuuu[[','] EEEE]", "[EEEE[','] ]d[.] MMM['.'][','] uuuu",
            "[EEEE[','] ]MMMM d[','] uuuu", "[EEEE[','] ]MMM['.'] d[','] uuuu");
    private static final List<DateTimeFormatter> FORMATS = Stream.concat(FIGURES.stream().map(pattern -> format(pattern, Locale.ROOT)),
            Stream.of(Locale.ENGLISH, Locale.of("tr", "TR")).flatMap(locale -> NAMED.stream().map(pattern -> format(pattern, locale)))).toList();

    private DateCell() {
    }

    private static DateTimeFormatter format(String pattern, Locale locale) {
        return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern).toFormatter(locale).withResolverStyle(ResolverStyle.STRICT);
    }

    /** @return empty where it is none, or not certain */
    static Optional<LocalDate> read(String cell) {
        if (cell.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = cell.strip().replaceAll("(?i)(?<=\\d)(?:st|nd|rd|th)\\b", "").replaceAll("(?i)(?<=\\d) of ", " ");
        List<LocalDate> readings = FORMATS.stream().flatMap(format -> parsed(format, plain).stream()).distinct().limit(2).toList();
        return readings.size() == 1 ? Optional.of(readings.getFirst()) : Optional.empty();
    }

    private static Optional<LocalDate> parsed(DateTimeFormatter format, String text) {
        var end = new ParsePosition(0);
        if (format.parseUnresolved(text, end) == null || end.getIndex() < text.length()) {
            return Optional.empty(); // most cells are of one form among many, and an exception for each of the others takes long
        }
        try {
            return Optional.of(LocalDate.parse(text, format));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
