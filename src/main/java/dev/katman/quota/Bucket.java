package dev.katman.quota;

import dev.katman.catalog.Axis;
import dev.katman.catalog.DeploymentId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One axis of one deployment. Not safe for use by many threads: the ledger's lock guards it.
 *
 * <p>A call is charged its whole reservation when it is admitted. When it turns out cheaper, what has happened since is told again with what
 * it really cost: so the level is always that of a bucket which only the real costs had gone into, each at its time, and nothing that has
 * drained meanwhile is given back. Only the time since the oldest call under way is remembered for that.
 */
final class Bucket {
    private final DeploymentId deployment;
    private final Axis axis;
    private final Refill refill;
    private final long window;
    private final List<Step> story = new ArrayList<>();
    private State before;
    private State now;
    private long held;
    /** All that was ever given back, scaled: so that a figure of a while ago can be told from one of now. */
    private long returned;
    private Optional<Instant> confirmed = Optional.empty();

    /** @param scaled the level, in units x milliseconds of the window */
    private record State(long scaled, long at, long limit) {
    }

    /** What changed the level at a moment other than by draining. */
    private sealed interface Step {
        long at();
    }

    /** @param call when the call was admitted whose cost this is, while it may still turn out cheaper */
    private record Spent(long at, long scaled, Optional<Instant> call) implements Step {
    }

    private record Limited(long at, long limit) implements Step {
    }

    Bucket(DeploymentId deployment, Axis axis, Refill refill, long limit) {
        this.deployment = deployment;
        this.axis = axis;
        this.refill = refill;
        this.window = axis.window().toMillis();
        now = new State(0, 0, limit);
        before = now;
    }

    /** Room for the need, beside what is kept for others? Changes nothing. */
    Admission admits(long need, long kept, long when) {
        if (need > now.limit) {
            return new Admission.NeverFits(axis, need, now.limit);
        }
        long ceiling = Math.max(need, now.limit - kept); // more than the part that is open to it: it may go when all else has drained
        long excess = scaledAt(when) + (held + need - ceiling) * window;
        return excess <= 0 ? new Admission.Fits()
                : new Admission.NoRoom(axis, need, used(when), ceiling, refill.until(excess, now.limit, Math.max(when, now.at)));
    }

    void hold(long units) {
        held += units;
    }

    void letGo(long units) {
        held -= units;
    }

    void spend(long units, long when) {
        happens(new Spent(moment(when), scaled(units), Optional.empty()));
    }

    /** Spends what a call has reserved, once the provider has admitted it. */
    void open(Instant admitted, long units) {
        happens(new Spent(moment(admitted.toEpochMilli()), scaled(units), Optional.of(admitted)));
    }

    /** A call cost less than it had reserved, or more. */
    void settle(Instant admitted, long reserved, long cost, long when) {
        now = drained(now, moment(when));
        int place = place(admitted); // none where the axis was learned of later: the call was in its first figure
        if (place >= 0) {
            turnOut(place, Math.min(reserved, cost));
        }
        if (cost > reserved) {
            spend(cost - reserved, when);
        }
        forget();
    }

    private void turnOut(int place, long cost) {
        story.set(place, new Spent(story.get(place).at(), scaled(cost), Optional.empty()));
        long charged = now.scaled;
        State told = before;
        for (Step step : story) {
            told = after(told, step);
        }
        now = drained(told, now.at);
        returned += charged - now.scaled;
    }

    /** What has been given back since the first call, in units. */
    long returned() {
        return returned / window;
    }

    long held() {
        return held;
    }

    /**
     * The provider spoke. Its figure wins only when it is the higher one: a stale "all is left" must not wipe our own count; what it knows of
     * and we do not, somebody else has spent. What is still held may be in its figure, and goes into the level when it is opened: it is not
     * counted twice. It is a whole number, rounded up, so one that is less than a unit above our own count says the same as we do.
     *
     * @param besides what may be in its figure and is not in our level, or is there no longer
     * @return what the level, without what is held, is at least
     */
    long correct(long used, long besides, long when, Instant instant) {
        // A bucket never needs longer than two windows, whatever they say.
        long least = Math.max(0, Math.min(used, 2 * now.limit) - besides);
        long others = least * window - scaledAt(when);
        if (others >= window) {
            happens(new Spent(moment(when), others, Optional.empty()));
        }
        confirmed = Optional.of(instant);
        return least;
    }

    void limit(long limit, long when) {
        if (limit != now.limit) {
            happens(new Limited(moment(when), limit)); // what drained until now drained by the old law
        }
    }

    Level level(long when) {
        long level = scaledAt(when) + held * window;
        Duration untilFull = level == 0 ? Duration.ZERO : refill.until(level, now.limit, Math.max(when, now.at));
        return new Level(deployment, axis, now.limit, used(when), held, untilFull,
                confirmed.isPresent() ? Level.Source.PROVIDER : Level.Source.OURS, confirmed);
    }

    private void happens(Step step) {
        now = after(now, step);
        story.add(step);
        forget();
    }

    /** What came before the oldest call under way cannot change any more. */
    private void forget() {
        int oldest = 0;
        while (oldest < story.size() && !(story.get(oldest) instanceof Spent spent && spent.call().isPresent())) {
            before = after(before, story.get(oldest++));
        }
        story.subList(0, oldest).clear();
    }

    private int place(Instant admitted) {
        for (int i = 0; i < story.size(); i++) {
            if (story.get(i) instanceof Spent spent && spent.call().filter(admitted::equals).isPresent()) {
                return i;
            }
        }
        return -1;
    }

    private State after(State state, Step step) {
        State drained = drained(state, step.at());
        return switch (step) {
            case Spent spent -> { // no absurd usage brings it above two windows (or overflows)
                long most = Math.max(drained.scaled, 2 * drained.limit * window);
                yield new State(Math.min(drained.scaled + spent.scaled(), most), drained.at, drained.limit);
            }
            case Limited limited -> new State(drained.scaled, drained.at, limited.limit());
        };
    }

    /** A clock that goes back drains nothing and fills nothing. */
    private State drained(State state, long to) {
        return to <= state.at ? state : new State(refill.after(state.scaled, state.limit, state.at, to), to, state.limit);
    }

    private long scaled(long units) {
        return Math.min(units, 2 * now.limit) * window;
    }

    private long moment(long when) {
        return Math.max(now.at, when);
    }

    private long used(long when) {
        return Math.ceilDiv(scaledAt(when), window) + held;
    }

    private long scaledAt(long when) {
        return drained(now, when).scaled;
    }
}
