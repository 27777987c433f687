package dev.katman.exchange;

import java.time.Duration;

/**
 * How long a message may take.
 *
 * @param judging for the router model's verdict; then the local judge decides
 * @param asking  after which nobody new is asked; an answer that is being written is left to finish
 */
public record Deadlines(Duration judging, Duration asking) {
    public static final Deadlines DEFAULT = new Deadlines(Duration.ofSeconds(4), Duration.ofSeconds(90));
}
