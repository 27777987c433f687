package dev.katman.simulation;

import java.util.Locale;

/** How made traffic is spread over the day. The mean is the same for all. */
public enum Shape {
    /** As busy at night as by day. */
    CONSTANT,
    /** Quiet before dawn, busiest in the afternoon, by a cosine. */
    DAY_NIGHT,
    /** Sittings of eight messages in the mean, two and a half minutes from one to the next, at any time. */
    BURSTY,
    /** By day and night, and the later, the harder: from ten o'clock to eighteen the difficulties turn round. */
    EASY_MORNING_HARD_EVENING,
    /** An hour of sixteen times the quiet that lies four hours long between: more in one storm than half a day gives back. */
    STORMS;

    /** As it is written on the command line. */
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
