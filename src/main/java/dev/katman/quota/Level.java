package dev.katman.quota;

import dev.katman.catalog.Axis;
import dev.katman.catalog.DeploymentId;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How full one axis of one deployment is, at an instant.
 *
 * @param deployment whose
 * @param axis       which
 * @param limit      requests or tokens a window
 * @param used       spent and not yet drained, rounded up, plus what calls in flight hold; can exceed the limit when the provider
 *                   says so
 * @param held       the part of {@code used} that calls in flight hold
 * @param untilFull  until everything is there again if nothing more is spent; zero when it is
 * @param source     whose word this is
 * @param confirmed  when the provider last spoke of this axis
 */
public record Level(DeploymentId deployment, Axis axis, long limit, long used, long held, Duration untilFull, Source source,
        Optional<Instant> confirmed) {
    /** Whose word a level rests on. */
    public enum Source {
        /** Our own count alone. */
        OURS,
        /** The provider's word, carried on by our count. */
        PROVIDER
    }

    /** What is left, never negative. */
    public long left() {
        return Math.max(0, limit - used);
    }

    /** 0 when nothing is left, 1 when all is. */
    public double leftShare() {
        return (double) left() / limit;
    }

    /** What comes back in a second, in requests or tokens. */
    public double refillPerSecond() {
        return (double) limit / axis.window().toSeconds();
    }
}
