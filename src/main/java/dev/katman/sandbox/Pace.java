package dev.katman.sandbox;

import java.time.Duration;

/**
 * How fast the sandbox writes.
 *
 * @param firstToken from admission to the first piece
 * @param between    from one piece to the next; a piece is a word with its space
 */
public record Pace(Duration firstToken, Duration between) {
    /** As fast as the connection takes it: for tests. */
    public static final Pace INSTANT = new Pace(Duration.ZERO, Duration.ZERO);

    /** About what the free tiers do for a reader: a quarter of a second, then sixty pieces a second. */
    public static final Pace HUMAN = new Pace(Duration.ofMillis(250), Duration.ofNanos(1_000_000_000 / 60));

    public Pace {
        if (firstToken.isNegative() || between.isNegative()) {
            throw new IllegalArgumentException("a pace is not negative: " + firstToken + ", " + between);
        }
    }
}
