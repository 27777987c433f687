package dev.katman.quota;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Catalog;
import dev.katman.catalog.Deployment;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Limits;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/**
 * All levels. A call goes through it in this order: {@link #reserve}, then {@link #open} when the provider admits it, then
 * {@link #settle} with what it really cost; or {@link #release}, when nothing was spent.
 *
 * <p>Each change is given an instant of its own, at least a microsecond after the last, and returns it. Written down with the call, these
 * instants let the journal replay the changes in their order: {@link #replayOpened}, {@link #replaySettled} and {@link #correct} bring a
 * new ledger to the very same levels.
 *
 * <p>Safe for use by many threads; an admission is one step for all axes.
 */
public final class Ledger {
    private final Map<DeploymentId, Map<Axis, Bucket>> buckets = new LinkedHashMap<>();
    private final Map<DeploymentId, Deployment> deployments;
    /** What was said of limits beside the catalogue. */
    private final Map<DeploymentId, Map<Axis, LimitWord>> words = new HashMap<>();
    private final Map<Long, Open> open = new HashMap<>();
    private long reservations;
    private long version;
    private Instant last = Instant.MIN;

    /**
     * @param admitted when the provider admitted it, so that it drains
     * @param returned what each axis had given back when the room was taken
     */
    private record Open(Reservation reservation, Optional<Instant> admitted, Map<Axis, Long> returned) {
        boolean drains() {
            return admitted.isPresent();
        }
    }

    public Ledger(Catalog catalog) {
        deployments = catalog.byId();
        deployments.forEach(this::add);
    }

    /** Takes in a deployment that was found since; nothing happens where it is known. */
    public synchronized void join(Deployment deployment) {
        if (deployments.putIfAbsent(deployment.id(), deployment) == null) {
            add(deployment.id(), deployment);
            version++;
        }
    }

    private void add(DeploymentId id, Deployment deployment) {
        var axes = new EnumMap<Axis, Bucket>(Axis.class);
        deployment.limits().byAxis().forEach((axis, limit) -> axes.put(axis, bucket(deployment, axis, limit)));
        buckets.put(id, axes);
    }

    private static Bucket bucket(Deployment deployment, Axis axis, long limit) {
        return new Bucket(deployment.id(), axis, Refill.of(deployment.provider().law(), axis), limit);
    }

    /** Whether such a call would be admitted. Changes nothing. */
    public synchronized Admission peek(DeploymentId deployment, Need need, Kept kept, Instant now) {
        Admission.NoRoom longest = null;
        for (var entry : axes(deployment).entrySet()) {
            Axis axis = entry.getKey();
            Admission admission = entry.getValue().admits(need.on(axis), kept.on(axis), now.toEpochMilli());
            if (admission instanceof Admission.NeverFits) {
                return admission;
            }
            if (admission instanceof Admission.NoRoom full && (longest == null || full.roomIn().compareTo(longest.roomIn()) > 0)) {
                longest = full;
            }
        }
        return longest == null ? new Admission.Fits() : longest;
    }

    /** What {@link #reserve} found. */
    public sealed interface Result {
        /** The room is held. */
        record Granted(Reservation reservation) implements Result {
        }

        /** Nothing is held. */
        record Denied(Admission why) implements Result {
        }
    }

    /** Holds room on every axis, or on none. */
    public synchronized Result reserve(DeploymentId deployment, Need need, Kept kept, Instant now) {
        Admission admission = peek(deployment, need, kept, now);
        return admission instanceof Admission.Fits ? reserveAnyway(deployment, need) : new Result.Denied(admission);
    }

    /** Holds room whether or not our own count sees any: the reader wants to try, and the provider will say. */
    public synchronized Result reserveAnyway(DeploymentId deployment, Need need) {
        var returned = new EnumMap<Axis, Long>(Axis.class);
        axes(deployment).forEach((axis, bucket) -> {
            bucket.hold(need.on(axis));
            returned.put(axis, bucket.returned());
        });
        var reservation = new Reservation(++reservations, deployment, need);
        open.put(reservation.number(), new Open(reservation, Optional.empty(), returned));
        version++;
        return new Result.Granted(reservation);
    }

    /** The provider admitted the call: what is held begins to drain. */
    public synchronized Instant open(Reservation reservation, Instant now) {
        Open found = find(reservation);
        if (found.drains()) {
            throw new IllegalStateException("opened before: " + reservation);
        }
        Instant when = stamp(now);
        open.put(reservation.number(), new Open(reservation, Optional.of(when), found.returned()));
        letGo(reservation);
        opened(reservation.deployment(), reservation.need(), when);
        return when;
    }

    /** The call ended, and this is what it cost. */
    public synchronized Instant settle(Reservation reservation, Need cost, Instant now) {
        Optional<Instant> admitted = find(reservation).admitted();
        open.remove(reservation.number());
        Instant when = stamp(now);
        if (admitted.isPresent()) {
            settled(reservation.deployment(), admitted.get(), reservation.need(), cost, when);
        } else {
            letGo(reservation);
            spend(reservation.deployment(), cost, when);
        }
        return when;
    }

    /** The call never reached the provider's count: nothing was spent. */
    public synchronized void release(Reservation reservation) {
        if (find(reservation).drains()) {
            throw new IllegalStateException("the provider admitted it, so it is to be settled: " + reservation);
        }
        open.remove(reservation.number());
        letGo(reservation);
        version++;
    }

    /**
     * A change that a provider's word made.
     *
     * @param at   its instant
     * @param used what the level without any call in flight is at least since then; with {@code at}, what a replay needs
     */
    public record Correction(Instant at, long used) {
    }

    /**
     * The provider spoke of an axis.
     *
     * @param used  its level, calls in flight included; ours with all that is held is raised to it, never lowered
     * @param limit its limit, which replaces ours
     */
    public synchronized Correction correct(DeploymentId deployment, Axis axis, long used, OptionalLong limit, Instant now) {
        return correct(deployment, axis, used, limit, bucket -> bucket.held(), now);
    }

    /**
     * The provider admitted a call and told of an axis in its headers. They are of the moment when it was admitted: what other calls have
     * given back since this one left may still be in them.
     */
    public synchronized Correction admitted(Reservation call, Axis axis, long used, OptionalLong limit, Instant now) {
        Map<Axis, Long> before = find(call).returned();
        return correct(call.deployment(), axis, used, limit,
                bucket -> bucket.held() + bucket.returned() - before.getOrDefault(axis, bucket.returned()), now);
    }

    /**
     * The provider refused a call and said why. To be told before the call is released: in between nobody must find room that is not there.
     *
     * @param used its level, without the refused call
     */
    public synchronized Correction refused(Reservation call, Axis axis, long used, OptionalLong limit, Instant now) {
        long own = find(call).drains() ? 0 : call.need().on(axis);
        return correct(call.deployment(), axis, used, limit, bucket -> bucket.held() - own, now);
    }

    /** @param besides what may be in the figure and not in our level */
    private Correction correct(DeploymentId deployment, Axis axis, long used, OptionalLong limit, ToLongFunction<Bucket> besides,
            Instant now) {
        Instant when = stamp(now);
        Map<Axis, Bucket> axes = axes(deployment);
        if (limit.isPresent() && Limits.allows(limit.getAsLong())) {
            say(deployment, axis, word(deployment, axis).told(limit.getAsLong(), when), when);
        }
        Bucket bucket = axes.get(axis);
        return new Correction(when, bucket == null ? Math.max(0, used)
                : bucket.correct(used, besides.applyAsLong(bucket), when.toEpochMilli(), when));
    }

    /**
     * The reader set a limit, or takes it back. It holds from now on for whatever is asked next; what was spent stays spent. Nothing happens
     * where the catalogue does not have the deployment.
     *
     * @param used what is to count as spent on an axis that was not limited before
     */
    public synchronized void own(OwnLimit own, long used, Instant now) {
        if (!knows(own.deployment())) {
            return;
        }
        Instant when = stamp(now);
        boolean counted = axes(own.deployment()).containsKey(own.axis());
        say(own.deployment(), own.axis(), word(own.deployment(), own.axis()).own(own), when);
        Bucket bucket = axes(own.deployment()).get(own.axis());
        if (!counted && bucket != null) {
            bucket.spend(used, when.toEpochMilli());
        }
    }

    private void say(DeploymentId deployment, Axis axis, LimitWord word, Instant when) {
        words.computeIfAbsent(deployment, id -> new EnumMap<>(Axis.class)).put(axis, word);
        Map<Axis, Bucket> axes = axes(deployment);
        word.inForce().ifPresentOrElse(limit -> axes.computeIfAbsent(axis, a -> hiddenUntilNow(deployment, a, limit))
                .limit(limit, when.toEpochMilli()), () -> axes.remove(axis));
    }

    /** As {@link #open} did at that instant, for a call of the journal. */
    public synchronized void replayOpened(DeploymentId deployment, Need reserved, Instant when) {
        if (knows(deployment)) {
            opened(deployment, reserved, stamp(when));
        }
    }

    /**
     * As {@link #settle} did at that instant, for a call of the journal.
     *
     * @param admitted when {@link #replayOpened} put there what was reserved; empty if the provider never admitted the call
     */
    public synchronized void replaySettled(DeploymentId deployment, Optional<Instant> admitted, Need reserved, Need cost, Instant when) {
        if (knows(deployment)) {
            Instant stamped = stamp(when);
            admitted.ifPresentOrElse(at -> settled(deployment, at, reserved, cost, stamped), () -> spend(deployment, cost, stamped));
        }
    }

    /** Every level at that instant, in the catalogue's order; a deployment without limits has none. */
    public synchronized List<Level> levels(Instant now) {
        return buckets.values().stream().map(Map::values).flatMap(Collection::stream)
                .map(bucket -> bucket.level(now.toEpochMilli())).toList();
    }

    /** One level; empty where the axis is not limited. */
    public synchronized Optional<Level> level(DeploymentId deployment, Axis axis, Instant now) {
        return Optional.ofNullable(axes(deployment).get(axis)).map(bucket -> bucket.level(now.toEpochMilli()));
    }

    /** What was said of a limit, and by whom. */
    public synchronized LimitWord word(DeploymentId deployment, Axis axis) {
        return words.getOrDefault(deployment, Map.of()).getOrDefault(axis, LimitWord.of(deployments.get(deployment).limits().of(axis)));
    }

    /** Whether the catalogue has it: the journal may tell of deployments that are no longer there. */
    public synchronized boolean knows(DeploymentId deployment) {
        return buckets.containsKey(deployment);
    }

    /** Grows with every change, so that a watcher need not compare levels. */
    public synchronized long version() {
        return version;
    }

    private Map<Axis, Bucket> axes(DeploymentId deployment) {
        Map<Axis, Bucket> axes = buckets.get(deployment);
        if (axes == null) {
            throw new IllegalArgumentException("not in the catalogue: " + deployment);
        }
        return axes;
    }

    /** A limit that no table told of. Calls in flight hold their part of it from now on. */
    private Bucket hiddenUntilNow(DeploymentId deployment, Axis axis, long limit) {
        Bucket bucket = bucket(deployments.get(deployment), axis, limit);
        open.values().stream().filter(o -> !o.drains() && o.reservation().deployment().equals(deployment))
                .forEach(o -> bucket.hold(o.reservation().need().on(axis)));
        return bucket;
    }

    private Open find(Reservation reservation) {
        Open found = open.get(reservation.number());
        if (found == null) {
            throw new IllegalStateException("no such reservation, or it has ended: " + reservation);
        }
        return found;
    }

    private void letGo(Reservation reservation) {
        axes(reservation.deployment()).forEach((axis, bucket) -> bucket.letGo(reservation.need().on(axis)));
    }

    private void spend(DeploymentId deployment, Need need, Instant when) {
        axes(deployment).forEach((axis, bucket) -> bucket.spend(need.on(axis), when.toEpochMilli()));
    }

    private void opened(DeploymentId deployment, Need reserved, Instant when) {
        axes(deployment).forEach((axis, bucket) -> bucket.open(when, reserved.on(axis)));
    }

    private void settled(DeploymentId deployment, Instant admitted, Need reserved, Need cost, Instant when) {
        axes(deployment).forEach((axis, bucket) -> bucket.settle(admitted, reserved.on(axis), cost.on(axis), when.toEpochMilli()));
    }

    /** Microseconds, because that is what the journal keeps. */
    private Instant stamp(Instant now) {
        version++;
        Instant micros = now.truncatedTo(ChronoUnit.MICROS);
        last = last != Instant.MIN && !micros.isAfter(last) ? last.plus(1, ChronoUnit.MICROS) : micros;
        return last;
    }
}
