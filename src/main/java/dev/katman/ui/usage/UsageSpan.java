package dev.katman.ui.usage;

import dev.katman.journal.UsageCell.Grain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The time that the page looks at, cut into bins by the reader's clock: a day on which the clock is put forward has 23 hours, and one on
 * which it is put back has 25.
 *
 * @param edges the start of each bin, ascending, and at last the end of them all
 */
record UsageSpan(Kind kind, List<Instant> edges) {
    /** What a reader can choose. */
    enum Kind {
        /** Sixty minutes that end with the present one. */
        HOUR(Grain.MINUTE),
        /** A day, by the hour. */
        DAY(Grain.QUARTER),
        /** Monday to Sunday, in quarters of a day. */
        WEEK(Grain.QUARTER),
        /** A month, by the day. */
        MONTH(Grain.QUARTER);

        private final Grain grain;

        Kind(Grain grain) {
            this.grain = grain;
        }

        /** Every bin begins with one of these. */
        Grain grain() {
            return grain;
        }
    }

    private static final int MINUTES = 60;
    private static final int QUARTER_OF_A_DAY = 6;

    UsageSpan {
        edges = List.copyOf(edges);
        if (edges.size() < 2) {
            throw new IllegalArgumentException("a span has a start and an end");
        }
    }

    /** @param back how many hours, days, weeks or months ago; 0 for the present one */
    static UsageSpan of(Kind kind, Instant now, int back, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return switch (kind) {
            case HOUR -> hour(now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES).minus(Duration.ofHours(back)));
            case DAY -> {
                LocalDate day = today.minusDays(back);
                yield new UsageSpan(kind, hours(day.atStartOfDay(zone), day.plusDays(1).atStartOfDay(zone)));
            }
            case WEEK -> {
                LocalDate monday = monday(today).minusWeeks(back);
                yield new UsageSpan(kind, quartersOfDays(monday, zone));
            }
            case MONTH -> {
                LocalDate first = today.withDayOfMonth(1).minusMonths(back);
                yield new UsageSpan(kind, first.datesUntil(first.plusMonths(1).plusDays(1)).map(day -> day.atStartOfDay(zone).toInstant())
                        .toList());
            }
        };
    }

    /** How far back the span lies that holds an instant of the past: what {@link #of} is given for it. */
    static int back(Kind kind, Instant now, Instant then, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate day = LocalDate.ofInstant(then, zone);
        return (int) switch (kind) {
            case HOUR -> Duration.between(then, of(kind, now, 0, zone).to().minusNanos(1)).toHours();
            case DAY -> ChronoUnit.DAYS.between(day, today);
            case WEEK -> ChronoUnit.WEEKS.between(monday(day), monday(today));
            case MONTH -> ChronoUnit.MONTHS.between(day.withDayOfMonth(1), today.withDayOfMonth(1));
        };
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static UsageSpan hour(Instant end) {
        var edges = new ArrayList<Instant>();
        for (int minute = MINUTES; minute >= 0; minute--) {
            edges.add(end.minus(minute, ChronoUnit.MINUTES));
        }
        return new UsageSpan(Kind.HOUR, edges);
    }

    /** Hours that really pass, also where the clock shows one of them twice. */
    private static List<Instant> hours(ZonedDateTime start, ZonedDateTime end) {
        var edges = new ArrayList<Instant>();
        for (Instant at = start.toInstant(); at.isBefore(end.toInstant()); at = at.plus(1, ChronoUnit.HOURS)) {
            edges.add(at);
        }
        edges.add(end.toInstant());
        return edges;
    }

    private static List<Instant> quartersOfDays(LocalDate monday, ZoneId zone) {
        var edges = new ArrayList<Instant>();
        for (int quarter = 0; quarter <= DayOfWeek.values().length * 24 / QUARTER_OF_A_DAY; quarter++) {
            int hours = quarter * QUARTER_OF_A_DAY;
            edges.add(monday.plusDays(hours / 24).atTime(LocalTime.of(hours % 24, 0)).atZone(zone).toInstant());
        }
        return edges;
    }

    Instant from() {
        return edges.getFirst();
    }

    /** Not included. */
    Instant to() {
        return edges.getLast();
    }

    int bins() {
        return edges.size() - 1;
    }

    Instant start(int bin) {
        return edges.get(bin);
    }

    Instant end(int bin) {
        return edges.get(bin + 1);
    }

    /** The bin that holds an instant; empty outside. */
    OptionalInt bin(Instant at) {
        if (at.isBefore(from()) || !at.isBefore(to())) {
            return OptionalInt.empty();
        }
        int low = 0;
        int high = bins() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (at.isBefore(start(middle))) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return OptionalInt.of(low);
    }
}
