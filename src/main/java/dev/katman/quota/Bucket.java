package dev.katman.quota;

import dev.katman.catalog.Axis;
import dev.katman.catalog.DeploymentId;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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
    /** All that was ever given back, scaled: so that a figure of a while ago can be told from one of now. */
    private long returned;
    /** For each call under way, by the instant it was admitted: the lowest level since. What has drained cannot be given back. */
    private final Map<Instant, Long> lowest = new HashMap<>();
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

    /** No absurd usage brings it above two windows (or overflows). */
    void spend(long units, long now) {
        advance(now);
        scaled = Math.min(scaled + Math.min(units, 2 * limit) * window, Math.max(scaled, 2 * limit * window));
    }

    /** Spends what a call has reserved, once the provider has admitted it. */
    void open(Instant admitted, long units) {
        spend(units, admitted.toEpochMilli());
        lowest.put(admitted, scaled);
    }

    /**
     * A call cost less than it had reserved, or more. Given back is the difference, as far as it has not drained since: a bucket that only
     * the real cost had gone into would stand at {@code level - min(difference, lowest level since)}.
     */
    void settle(Instant admitted, long reserved, long cost, long now) {
        advance(now);
        long least = Objects.requireNonNullElse(lowest.remove(admitted), 0L);
        if (cost >= reserved) {
            spend(cost - reserved, now);
        } else {
            long back = Math.min((reserved - cost) * window, least);
            scaled -= back;
            returned += back;
        }
    }

    /** What has been given back since the first call, in units. */
    long returned() {
        return returned / window;
    }

    /**
     * The provider spoke. Its figure wins only when it is the higher one: a stale "all is left" must not wipe our own count. What is still
     * held may be in its figure, and goes into the level when it is opened: it is not counted twice. It is a whole number, rounded up, so
     * one that is less than a unit above our own count says the same as we do.
     *
     * @param besides what may be in its figure and is not in our level, or is there no longer
     * @return what the level, without what is held, is at least
     */
    long correct(long used, long besides, long now, Instant instant) {
        advance(now);
        // A bucket never needs longer than two windows, whatever they say.
        long least = Math.max(0, Math.min(used, 2 * limit) - besides);
        if (least * window - scaled >= window) {
            scaled = least * window;
        }
        confirmed = Optional.of(instant);
        return least;
    }

    void limit(long newLimit, long now) {
        advance(now); // what drained until now drained by the old law
        limit = newLimit;
    }

    long held() {
        return held;
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
        lowest.replaceAll((call, least) -> Math.min(least, scaled));
    }

    /** A clock that goes back drains nothing and fills nothing. */
    private long scaledAt(long now) {
        return now <= at ? scaled : refill.after(scaled, limit, at, now);
    }
}
