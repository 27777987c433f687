package dev.katman.exchange;

import dev.katman.catalog.Catalog;
import dev.katman.catalog.Policy;
import dev.katman.catalog.Tier;
import dev.katman.classify.MessageType;
import dev.katman.journal.Journal;
import dev.katman.journal.Wanted;
import dev.katman.pacing.Demand;
import dev.katman.pacing.Pacing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

/** The prices, with the journal behind them: each time they are asked for, they have been told of what ended since. */
public final class LearnedPacing implements Supplier<Pacing> {
    /** What was asked for longer ago has been forgotten. */
    private static final Duration MEMORY = Duration.ofDays(60);
    /** A text that is being written asks many times a second. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Journal journal;
    private final Supplier<Policy> policy;
    private final InstantSource clock;
    private final Supplier<Catalog> catalog;
    private final ZoneId zone;
    private Pacing pacing;
    private Catalog made;
    private List<Double> values = List.of();
    private Instant read;
    private Instant told;

    /** @param zone the reader's, in which there are mornings and evenings */
    public LearnedPacing(Supplier<Catalog> catalog, Journal journal, Supplier<Policy> policy, InstantSource clock, ZoneId zone) {
        this.journal = journal;
        this.policy = policy;
        this.clock = clock;
        this.catalog = catalog;
        this.zone = zone;
        afresh();
    }

    @Override
    public synchronized Pacing get() {
        if (made != catalog.get() || !values.equals(policy.get().values())) {
            afresh();
        }
        Instant now = clock.instant();
        if (read == null || Duration.between(read, now).abs().compareTo(FRESH) > 0) {
            for (Wanted wanted : journal.wanted(told == null ? now.minus(MEMORY) : told)) {
                pacing.saw(deserved(wanted, policy.get()), new Demand(wanted.left(), wanted.difficulty(), wanted.tokens()));
                told = wanted.ended();
            }
            read = now;
        }
        return pacing;
    }

    /** Other limits, another first choice or other values make other prices: what was seen is told again. */
    private void afresh() {
        made = catalog.get();
        values = policy.get().values();
        pacing = new Pacing(made.with(policy.get()), zone);
        read = null;
        told = null;
    }

    /** A task that could have gone to the deep brain counts as wanting it, also where the price sent it to the worker. */
    static Tier deserved(Wanted wanted, Policy policy) {
        boolean task = wanted.type() == MessageType.TASK && wanted.difficulty() >= policy.workBelow();
        return task && wanted.tier() != Tier.ROUTER ? Tier.DEEP : wanted.tier();
    }
}
