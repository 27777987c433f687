package dev.katman.quota;

import dev.katman.catalog.Axis;

import java.time.Duration;

/** The answer to "may this call go?": on all axes, or on none. */
public sealed interface Admission {
    /** There is room on every axis. */
    record Fits() implements Admission {
    }

    /**
     * Not now. Of the axes that are full, the one that takes longest to have room.
     *
     * @param axis  which
     * @param need  what the call asks of it
     * @param level how full it is, calls in flight included
     * @param limit its limit, less what is kept for others
     * @param roomIn until it has room if nothing else is spent; calls in flight are counted as if they were spent now
     */
    record NoRoom(Axis axis, long need, long level, long limit, Duration roomIn) implements Admission {
    }

    /**
     * Not ever: the need is more than the limit.
     *
     * @param axis  which
     * @param need  what the call asks of it
     * @param limit its limit
     */
    record NeverFits(Axis axis, long need, long limit) implements Admission {
    }
}
