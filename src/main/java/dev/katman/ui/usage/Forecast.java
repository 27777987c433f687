package dev.katman.ui.usage;

import dev.katman.quota.Level;

import java.time.Duration;
import java.time.Instant;

/** How long a budget of a day lasts if it goes on as in the last while. */
sealed interface Forecast {
    /** Nothing was spent in the last while. */
    record AtRest() implements Forecast {
    }

    /** As much comes back as is spent, or more: it never ends at this pace. */
    record Never() implements Forecast {
    }

    /** It starts afresh before it is empty. */
    record StartsAfresh(Instant at) implements Forecast {
    }

    /** It is empty then. */
    record RunsOut(Instant at) implements Forecast {
    }

    /** Nothing is left already. */
    record Empty() implements Forecast {
    }

    /**
     * By the law of the level. One that drains gives {@code limit / window} back all the time, so it runs out only where more than that is
     * spent, after {@code left / (spent - given back)}; one of the calendar gives nothing back until its day starts, after
     * {@link Level#untilFull()}.
     *
     * @param level  of an axis of a day
     * @param drains whether it gives back all the time
     * @param spent  in {@code over}, in the axis's unit
     */
    static Forecast of(Level level, boolean drains, long spent, Duration over, Instant now) {
        if (level.left() == 0) {
            return new Empty();
        }
        if (spent == 0) {
            return new AtRest();
        }
        double net = perSecond(level, drains, spent, over);
        double seconds = level.left() / net;
        if (drains) {
            return net <= 0 ? new Never() : new RunsOut(now.plusSeconds(Math.round(seconds)));
        }
        return !level.untilFull().isZero() && seconds > level.untilFull().toSeconds() ? new StartsAfresh(now.plus(level.untilFull()))
                : new RunsOut(now.plusSeconds(Math.round(seconds)));
    }

    /** What is lost in a second; below zero where more comes back. */
    private static double perSecond(Level level, boolean drains, long spent, Duration over) {
        return (double) spent / over.toSeconds() - (drains ? level.refillPerSecond() : 0);
    }

    /** The part of the limit that is left after a while at this pace, 0 to 1. */
    static double leftShare(Level level, boolean drains, long spent, Duration over, Duration ahead) {
        double rate = perSecond(level, drains, spent, over);
        double left = level.left() - rate * ahead.toSeconds();
        boolean afresh = !drains && !level.untilFull().isZero() && ahead.compareTo(level.untilFull()) >= 0;
        if (afresh) {
            left = level.limit() - rate * ahead.minus(level.untilFull()).toSeconds();
        }
        return Math.clamp(left / level.limit(), 0, 1);
    }
}
