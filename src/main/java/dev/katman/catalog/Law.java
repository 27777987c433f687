package dev.katman.catalog;

import java.time.LocalTime;
import java.time.ZoneId;

/** How a provider gives back what was spent. */
public sealed interface Law {
    /** Levels sink all the time, by limit / window; nothing happens at midnight. */
    record Draining() implements Law {
    }

    /**
     * Day limits start afresh at a time of day. Limits a minute still drain: no provider publishes where its minutes begin.
     *
     * @param zone where the clock hangs
     * @param time local time at which the day starts
     */
    record Calendar(ZoneId zone, LocalTime time) implements Law {
    }
}
