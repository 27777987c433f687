package dev.katman.pacing;

import dev.katman.catalog.Catalog;
import dev.katman.catalog.Deployment;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.quota.Level;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A pacer for each scarce model: the deep brain's chain everywhere it runs, and the first choice of conversation and of the worker, which a
 * backup can stand in for. Safe for use by many threads.
 */
public final class Pacing {
    /** Verdicts of tier 0 share the worker's bucket, and nobody else gives them. */
    private static final int HARDEST = 10;

    private final Map<Key, Pacer> pacers = new ConcurrentHashMap<>();

    private record Key(Tier tier, DeploymentId deployment) {
    }

    /** @param zone the reader's, in which there are mornings and evenings */
    public Pacing(Catalog catalog, ZoneId zone) {
        var deep = new Worth(catalog.policy().values());
        catalog.plan(Tier.DEEP).chain().forEach(model -> add(catalog, Tier.DEEP, model, deep, zone));
        catalog.plan(Tier.CONVERSATION).chain().stream().limit(1)
                .forEach(model -> add(catalog, Tier.CONVERSATION, model, Worth.OF_CONVERSATION, zone));
        catalog.plan(Tier.WORKER).chain().stream().limit(1).forEach(model -> add(catalog, Tier.WORKER, model, Worth.OF_WORK, zone));
    }

    private void add(Catalog catalog, Tier tier, String model, Worth worth, ZoneId zone) {
        for (Deployment deployment : catalog.deploymentsOf(model)) {
            pacers.put(new Key(tier, deployment.id()),
                    new Pacer(worth, deployment.provider().law(), deployment.limits(), zone));
        }
    }

    /** Somebody wanted that tier; what tier 0 asks of its router model is the worker's concern, where they share it. */
    public void saw(Tier tier, Demand demand) {
        Tier concerned = tier == Tier.ROUTER ? Tier.WORKER : tier;
        Demand told = tier == Tier.ROUTER ? new Demand(demand.at(), HARDEST, demand.tokens()) : demand;
        pacers.forEach((key, pacer) -> {
            if (key.tier() == concerned) {
                pacer.saw(told);
            }
        });
    }

    /**
     * What a deployment costs now, and what it is worth for a message.
     *
     * @param tier   on whose behalf it would answer
     * @param levels of that deployment
     * @return empty where nothing is paced
     */
    public Optional<Quote> quote(Tier tier, DeploymentId deployment, int difficulty, long tokens, List<Level> levels, Instant now) {
        return Optional.ofNullable(pacers.get(new Key(tier, deployment)))
                .filter(pacer -> levels.stream().anyMatch(level -> level.axis().isDaily()))
                .map(pacer -> pacer.quote(difficulty, tokens, levels, now));
    }

    /** The coming day of a deployment, by the level of its tokens a day (or requests, where those alone are limited). */
    public Optional<Outlook> outlook(Tier tier, Level day, Instant now) {
        return Optional.ofNullable(pacers.get(new Key(tier, day.deployment()))).map(pacer -> pacer.outlook(day, now));
    }
}
