package dev.katman.quota;

import dev.katman.catalog.Axis;
import dev.katman.catalog.DeploymentId;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One axis of one deployment. Not safe for use by many threads: the ledger's lock guards it. */
final class Bucket {
    private final DeploymentId deployment;
    private final Axis axis;
    private final Refill refill;
    private final long window;
    private long limit;
    private long scaled;
    private long at;
    private long held;
    private Optional<Instant> confirmed = Optional.empty();

    Bucket(DeploymentId deployment, Axis axis, Refill refill, long limit) {
        this.deployment = deployment;
        this.axis = axis;
        this.refill = refill;
        this.window = axis.window().toMillis();
        this.limit = limit;
    }

    /** Room for the need, beside what is kept for others? Changes nothing. */
    Admission admits(long need, long kept, long now) {
        if (need > limit) {
            return new Admission.NeverFits(axis, need, limit);
        }
        long ceiling = Math.max(need, limit - kept); // more than the part that is open to it: it may go when all else has drained
        long excess = scaledAt(now) + (held + need - ceiling) * window;
        return excess <= 0 ? new Admission.Fits()
                : new Admission.NoRoom(axis, need, used(now), ceiling, refill.until(excess, limit, Math.max(now, at)));
    }

    void hold(long units) {
        held += units;
    }

    void letGo(long units) {
        held -= units;
    }

    /** Spends, or gives back when negative; never below empty, and no absurd usage brings it above two windows (or overflows). */
    void spend(long units, long now) {
        advance(now);
        long change = Math.clamp(units, -2 * limit, 2 * limit) * window;
        scaled = Math.clamp(scaled + change, 0, Math.max(scaled, 2 * limit * window));
    }

    /** The provider spoke. Its figure wins only when it is the higher one: a stale "all is left" must not wipe our own count. */
    void correct(long used, long now, Instant instant) {
        advance(now);
        scaled = Math.max(scaled, Math.min(used, 2 * limit) * window); // a bucket never needs longer than two windows, whatever they say
        confirmed = Optional.of(instant);
    }

    void limit(long newLimit, long now) {
        advance(now); // what drained until now drained by the old law
        limit = newLimit;
    }

    Level level(long now) {
        long level = scaledAt(now) + held * window;
        Duration untilFull = level == 0 ? Duration.ZERO : refill.until(level, limit, Math.max(now, at));
        return new Level(deployment, axis, limit, used(now), held, untilFull,
                confirmed.isPresent() ? Level.Source.PROVIDER : Level.Source.OURS, confirmed);
    }

    private long used(long now) {
        return Math.ceilDiv(scaledAt(now), window) + held;
    }

    private void advance(long now) {
        scaled = scaledAt(now);
        at = Math.max(at, now);
    }

    /** A clock that goes back drains nothing and fills nothing. */
    private long scaledAt(long now) {
        return now <= at ? scaled : refill.after(scaled, limit, at, now);
    }
}
