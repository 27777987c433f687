package dev.katman.quota;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Catalog;
import dev.katman.catalog.Deployment;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Law;
import dev.katman.catalog.Limits;
import dev.katman.catalog.Model;
import dev.katman.catalog.Policy;
import dev.katman.catalog.Provider;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;

/** Ledgers over one deployment, and the few lines that most tests would repeat. */
final class Fixture {
    static final DeploymentId ID = new DeploymentId("m", "p");
    static final Instant T0 = Instant.parse("2026-11-22T09:00:00Z");

    private Fixture() {
    }

    static Catalog catalog(Law law, Map<Axis, Long> limits) {
        var provider = new Provider("p", "P", Optional.of(URI.create("https://p.example/v1")), Optional.empty(),
                Provider.Kind.REMOTE,
                law, Provider.CapField.MAX_COMPLETION_TOKENS);
        var model = new Model("m", "M", 131_072, Model.Vocabulary.OTHER, false);
        var deployment = new Deployment(model, provider, "m", new Limits(limits), Optional.empty(), Optional.empty(),
                OptionalInt.empty());
        return new Catalog(List.of(provider), List.of(model), List.of(deployment), Map.of(), Policy.FOUNDING);
    }

    static Ledger draining(Map<Axis, Long> limits) {
        return new Ledger(catalog(new Law.Draining(), limits));
    }

    static Need tokens(long tokens) {
        return new Need(tokens, 0);
    }

    /** Holds room, or fails the test. */
    static Reservation reserve(Ledger ledger, Need need, Instant now) {
        return switch (ledger.reserve(ID, need, Kept.NOTHING, now)) {
            case Ledger.Result.Granted(var reservation) -> reservation;
            case Ledger.Result.Denied(var why) -> throw new AssertionError("denied: " + why);
        };
    }

    /** A whole call, over at once. */
    static void spend(Ledger ledger, Need need, Instant now) {
        Reservation reservation = reserve(ledger, need, now);
        ledger.open(reservation, now);
        ledger.settle(reservation, need, now);
    }

    /** Brings an empty axis to that level, as only a provider's word can. */
    static void fill(Ledger ledger, Axis axis, long used, Instant now) {
        ledger.correct(ID, axis, used, OptionalLong.empty(), now);
    }

    static long used(Ledger ledger, Axis axis, Instant now) {
        return ledger.level(ID, axis, now).orElseThrow().used();
    }

    /** A new seed each time; printed, so that a failure can be had again. */
    static Random random(String test) {
        long seed = Long.getLong("katman.seed", System.nanoTime());
        System.out.println(test + ": seed " + seed + " (again with -Dkatman.seed=" + seed + ")");
        return new Random(seed);
    }
}
