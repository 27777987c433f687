package dev.katman.exchange;

import java.time.Duration;

/**
 * How long a message may take.
 *
 * @param judging for the router model's verdict; then the local judge decides
 * @param asking  after which nobody new is asked; an answer that is being written is left to finish
 * @param turn    for which a call waits until the provider has admitted or refused the one before it, by the machine's own time: a
 *                provider does that within a few tenths of a second, and whoever takes longer is not worth waiting for
 */
public record Deadlines(Duration judging, Duration asking, Duration turn) {
    public static final Deadlines DEFAULT = new Deadlines(Duration.ofSeconds(4), Duration.ofSeconds(90), Duration.ofMillis(500));
}
