package dev.katman.ui.usage;

import dev.katman.quota.Level;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * One budget of a day and the pace at which it is spent.
 *
 * @param level  of an axis of a day
 * @param drains whether it gives back all the time, or all at once when its day starts
 * @param spent  in the last {@link #RECENT}, in the axis's unit
 * @param now    when all this held
 */
record Budget(Level level, boolean drains, long spent, Instant now) {
    /** Long enough for a pause between two messages not to look like the end of work. */
    static final Duration RECENT = Duration.ofHours(1);

    /** The one that ends first; of those that do not end, the one with the least left. */
    static final Comparator<Budget> MOST_PRESSING = Comparator.comparing(Budget::end).thenComparing(budget -> budget.level().leftShare());

    Budget {
        if (!level.axis().isDaily() || spent < 0) {
            throw new IllegalArgumentException("not a budget of a day, or less than nothing spent: " + level + ", " + spent);
        }
    }

    Forecast forecast() {
        return Forecast.of(level, drains, spent, RECENT, now);
    }

    /** The part of it that is left some time later at this pace, 0 to 1. */
    double leftShare(Duration ahead) {
        return Forecast.leftShare(level, drains, spent, RECENT, ahead);
    }

    private Instant end() {
        return switch (forecast()) {
            case Forecast.Empty empty -> now;
            case Forecast.RunsOut(var at) -> at;
            case Forecast.AtRest rest -> Instant.MAX;
            case Forecast.Never never -> Instant.MAX;
            case Forecast.StartsAfresh afresh -> Instant.MAX;
        };
    }
}
