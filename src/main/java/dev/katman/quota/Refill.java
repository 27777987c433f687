package dev.katman.quota;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Law;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** How one bucket gives back. Levels are scaled: units x milliseconds of the axis's window, so that draining is exact in whole numbers. */
sealed interface Refill {
    static Refill of(Law law, Axis axis) {
        return switch (law) {
            case Law.Calendar(var zone, var time) when axis.isDaily() -> new Daily(zone, time);
            case Law.Calendar c -> new Drain();
            case Law.Draining d -> new Drain();
        };
    }

    /** What is left of a level some time later. {@code to} is not before {@code from}. */
    long after(long scaled, long limit, long from, long to);

    /** How long until that much of a level is gone, if nothing is added; {@code excess} is more than zero. */
    Duration until(long excess, long limit, long now);

    /** {@code level(t) = max(0, level(t0) - limit / window * (t - t0))}, from facts that users posted: quota-law, "The law". */
    record Drain() implements Refill {
        @Override
        public long after(long scaled, long limit, long from, long to) {
            long elapsed = to - from;
            return elapsed > scaled / limit ? 0 : scaled - limit * elapsed;
        }

        @Override
        public Duration until(long excess, long limit, long now) {
            long nanosOfRest = Math.ceilDiv(excess % limit * 1_000_000, limit);
            return Duration.ofMillis(excess / limit).plusNanos(nanosOfRest);
        }
    }

    /** All of it comes back at one time of day, whether that day had 23, 24 or 25 hours. */
    record Daily(ZoneId zone, LocalTime time) implements Refill {
        @Override
        public long after(long scaled, long limit, long from, long to) {
            return nextStart(from) <= to ? 0 : scaled;
        }

        @Override
        public Duration until(long excess, long limit, long now) {
            return Duration.ofMillis(nextStart(now) - now);
        }

        /** The first start of a day after that instant. A start that the clock skips is moved on by the length of the gap. */
        private long nextStart(long millis) {
            LocalDate day = Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
            for (LocalDate next = day.minusDays(1); ; next = next.plusDays(1)) {
                long start = ZonedDateTime.of(next, time, zone).toInstant().toEpochMilli();
                if (start > millis) {
                    return start;
                }
            }
        }
    }
}
