package dev.katman.provider;

import java.time.Duration;

/**
 * How long a call may be silent.
 *
 * @param connect       until the connection stands
 * @param firstToken    from the request until the first text or thinking
 * @param betweenTokens from one to the next
 */
public record Timeouts(Duration connect, Duration firstToken, Duration betweenTokens) {
    /** Long enough for a free tier that queues, short enough that a reader does not give up before the backup answers. */
    public static final Timeouts DEFAULT = new Timeouts(Duration.ofSeconds(8), Duration.ofSeconds(25), Duration.ofSeconds(15));
}
