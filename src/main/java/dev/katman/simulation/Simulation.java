package dev.katman.simulation;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Catalog;
import dev.katman.catalog.Deployment;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Limits;
import dev.katman.catalog.Mode;
import dev.katman.catalog.Policy;
import dev.katman.catalog.Tier;
import dev.katman.pacing.Demand;
import dev.katman.pacing.Pacer;
import dev.katman.pacing.Quote;
import dev.katman.pacing.Worth;
import dev.katman.quota.Admission;
import dev.katman.quota.Kept;
import dev.katman.quota.Ledger;
import dev.katman.quota.Level;
import dev.katman.quota.Need;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The deep brain under traffic: its very ledger, its very pacer, on the clock of the messages. Each message takes exactly its tokens, at its
 * instant. Not safe for use by many threads.
 */
public final class Simulation {
    private final Policy policy;
    private final Ledger ledger;
    private final Pacer pacer;
    private final DeploymentId deep;
    private final List<Axis> daily;
    private final Optional<DeploymentId> emergency;

    /**
     * What became of a message.
     *
     * @param fate  what was done
     * @param quote what the pacer said; under another mode than {@link Mode#PACED} the price has no part in it, and is 0
     */
    public record Step(Demand demand, Fate fate, Quote quote) {
        /** Whether the scarce deep model itself took it. */
        public boolean deep() {
            return fate == Fate.DEEP;
        }
    }

    /** Where a message went. */
    public enum Fate {
        /** The deep model took it, and its tokens are spent. */
        DEEP,
        /** The emergency model took it, because the first choice is kept for harder ones, or has no room. */
        EMERGENCY,
        /** Too easy for the deep brain, or kept from it by price or mode. */
        WORKER,
        /** It should have gone to the deep brain, and there was no room. */
        NO_ROOM
    }

    /**
     * With an empty bucket and no history.
     *
     * @param catalog for the deep brain's first choice, its emergency, their laws, and the values of difficulties
     * @param mode    in place of the catalogue's
     * @param limits  of the first choice, in place of the catalogue's
     * @param zone    the reader's
     * @throws IllegalArgumentException if nothing in the catalogue serves the deep brain
     */
    public Simulation(Catalog catalog, Mode mode, Limits limits, ZoneId zone) {
        Policy given = catalog.policy();
        policy = given.with(mode);
        Deployment first = deep(catalog);
        var limited = new Deployment(first.model(), first.provider(), first.name(), limits, Optional.empty(), Optional.empty(),
                first.maxCompletion());
        Optional<Deployment> second = catalog.plan(Tier.DEEP).emergency().stream().flatMap(m -> catalog.deploymentsOf(m).stream())
                .findFirst();
        deep = limited.id();
        emergency = second.map(Deployment::id).filter(id -> !id.equals(deep));
        List<Deployment> served = Stream.concat(Stream.of(limited), second.stream().filter(d -> !d.id().equals(deep))).toList();
        ledger = new Ledger(new Catalog(catalog.providers(), catalog.models(), served, Map.of(), policy));
        daily = limits.byAxis().keySet().stream().filter(Axis::isDaily).toList();
        pacer = new Pacer(new Worth(policy.values()), first.provider().law(), limits, zone);
    }

    /**
     * The deep brain's first choice.
     *
     * @throws IllegalArgumentException if nothing in the catalogue serves it
     */
    public static Deployment deep(Catalog catalog) {
        return catalog.plan(Tier.DEEP).chain().stream().flatMap(model -> catalog.deploymentsOf(model).stream()).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no deployment of " + catalog.plan(Tier.DEEP).chain()));
    }

    /** One more message, no earlier than the last one. */
    public Step next(Demand demand) {
        Instant now = demand.at();
        int difficulty = demand.difficulty();
        boolean paced = policy.mode() == Mode.PACED;
        if (paced) {
            pacer.saw(demand);
        }
        Quote quote = paced ? pacer.quote(difficulty, demand.tokens(), levels(now), now)
                : new Quote(0, policy.values().get(difficulty - 1), 1, OptionalDouble.empty());
        return new Step(demand, fate(demand, quote), quote);
    }

    /** What is spent of an axis of the deep model and has not drained; 0 where it is not limited. */
    public long used(Axis axis, Instant now) {
        return ledger.level(deep, axis, now).map(Level::used).orElse(0L);
    }

    private Fate fate(Demand demand, Quote quote) {
        int difficulty = demand.difficulty();
        boolean hard = difficulty > policy.deepAbove();
        if (difficulty < policy.workBelow() || !hard && (policy.mode() == Mode.STRICT || !quote.affords())) {
            return Fate.WORKER;
        }
        boolean kept = hard && !quote.affords();
        if (kept && emergency.isPresent() && take(emergency.get(), demand)) {
            return Fate.EMERGENCY;
        }
        if (take(deep, demand)) {
            return Fate.DEEP;
        }
        if (hard && !kept && emergency.isPresent() && take(emergency.get(), demand)) {
            return Fate.EMERGENCY;
        }
        return Fate.NO_ROOM;
    }

    private boolean take(DeploymentId deployment, Demand demand) {
        var need = new Need(demand.tokens(), 0);
        return switch (ledger.reserve(deployment, need, Kept.NOTHING, demand.at())) {
            case Ledger.Result.Granted(var reservation) -> {
                ledger.open(reservation, demand.at());
                ledger.settle(reservation, need, demand.at());
                yield true;
            }
            case Ledger.Result.Denied(Admission why) -> false;
        };
    }

    private List<Level> levels(Instant now) {
        var levels = new ArrayList<Level>(daily.size());
        daily.forEach(axis -> ledger.level(deep, axis, now).ifPresent(levels::add));
        return levels;
    }
}
