package dev.katman.catalog;

import java.time.Duration;

/**
 * What a limit counts, and over how long. Each axis of a deployment has a level of its own; a call is admitted on all of them or on
 * none.
 */
public enum Axis {
    /** Requests a minute. */
    RPM(Duration.ofMinutes(1)),
    /** Requests a day. */
    RPD(Duration.ofDays(1)),
    /** Tokens a minute. */
    TPM(Duration.ofMinutes(1)),
    /** Tokens a day. */
    TPD(Duration.ofDays(1)),
    /** Prompt tokens a minute: a limit that some providers have and none publishes. */
    ITPM(Duration.ofMinutes(1)),
    /** Completion tokens a minute: as hidden as {@link #ITPM}. */
    OTPM(Duration.ofMinutes(1));

    private final Duration window;

    Axis(Duration window) {
        this.window = window;
    }

    /** The time in which a full bucket empties by itself. */
    public Duration window() {
        return window;
    }

    public boolean countsRequests() {
        return this == RPM || this == RPD;
    }

    public boolean isDaily() {
        return this == RPD || this == TPD;
    }
}
