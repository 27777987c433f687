package dev.katman.ui.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Which days are shown. */
sealed interface Days {
    /** All there are. */
    record All() implements Days {
    }

    /** The last few, today among them. */
    record Last(int days) implements Days {
    }

    /** The day before today. */
    record Yesterday() implements Days {
    }

    /** A certain one. */
    record On(LocalDate day) implements Days {
    }

    Days ALL = new All();
    Days TODAY = new Last(1);
    Days YESTERDAY = new Yesterday();
    Days WEEK = new Last(7);

    /**
     * From when to when.
     *
     * @param from  the first instant
     * @param until the first one that is not among them any more
     */
    record Bounds(Instant from, Instant until) {
        boolean hold(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }

    /** @param today the reader's */
    default Bounds bounds(LocalDate today, ZoneId zone) {
        return switch (this) {
            case All all -> new Bounds(Instant.MIN, Instant.MAX);
            case Last last -> between(today.minusDays(last.days() - 1L), today.plusDays(1), zone);
            case Yesterday yesterday -> between(today.minusDays(1), today, zone);
            case On(LocalDate day) -> between(day, day.plusDays(1), zone);
        };
    }

    private static Bounds between(LocalDate first, LocalDate after, ZoneId zone) {
        return new Bounds(first.atStartOfDay(zone).toInstant(), after.atStartOfDay(zone).toInstant());
    }
}
