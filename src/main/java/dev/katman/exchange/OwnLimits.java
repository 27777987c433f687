package dev.katman.exchange;

import dev.katman.catalog.Axis;
import dev.katman.catalog.DeploymentId;
import dev.katman.journal.Journal;
import dev.katman.quota.Ledger;
import dev.katman.quota.Level;
import dev.katman.quota.OwnLimit;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.OptionalLong;

/** The limits that the reader sets: kept, and at once what is offered, counted and priced by. Safe for use by many threads. */
public final class OwnLimits {
    private final Offer offer;
    private final Ledger ledger;
    private final Journal journal;
    private final InstantSource clock;

    public OwnLimits(Offer offer, Ledger ledger, Journal journal, InstantSource clock) {
        this.offer = offer;
        this.ledger = ledger;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Sets a limit, or lets what is known hold again. Blocks: where the axis was not limited, what was spent is counted from the journal.
     *
     * @param figure requests or tokens a window; empty for what is known
     * @throws IllegalArgumentException     if no limit is like that
     * @throws java.io.UncheckedIOException if it cannot be kept for the next start; it holds now all the same
     */
    public synchronized void choose(DeploymentId deployment, Axis axis, OptionalLong figure) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var own = new OwnLimit(deployment, axis, figure, now);
        long used = figure.isPresent() && ledger.level(deployment, axis, now).isEmpty() ? used(own) : 0;
        try {
            offer.limit(own);
        } finally {
            ledger.own(own, used, now);
        }
    }

    private long used(OwnLimit own) {
        var counted = new Ledger(offer.catalogues());
        var all = new ArrayList<>(offer.ownLimits());
        all.add(own);
        journal.restore(counted, all, own.since());
        return counted.level(own.deployment(), own.axis(), own.since()).map(Level::used).orElse(0L);
    }
}
