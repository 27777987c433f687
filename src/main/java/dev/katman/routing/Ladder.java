package dev.katman.routing;

import dev.katman.catalog.Catalog;
import dev.katman.catalog.Deployment;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Provider;
import dev.katman.catalog.Tier;
import dev.katman.catalog.TierPlan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who is thought of for a tier, and in which order: first choice, backups, the same models elsewhere, the emergency, the neighbours, a
 * model server on this machine. A model
 * that its provider has retired is followed by its successor. Each deployment stands on it once, at its first place.
 */
final class Ladder {
    /** One rung. */
    record Rung(Deployment deployment, Tier tier, Standing standing) {
    }

    private final Catalog catalog;
    private final Predicate<Deployment> live;
    private final Map<DeploymentId, Rung> rungs = new LinkedHashMap<>();

    private Ladder(Catalog catalog, Predicate<Deployment> live) {
        this.catalog = catalog;
        this.live = live;
    }

    /**
     * @param live      whether a deployment can serve at all: its provider usable, itself not retired
     * @param asked     the model that the reader chose: it comes first
     * @param emergency whether the message is hard enough for the emergency models
     */
    static List<Rung> of(Catalog catalog, Tier tier, Optional<String> asked, boolean emergency, Predicate<Deployment> live) {
        var ladder = new Ladder(catalog, live);
        asked.ifPresent(name -> named(catalog, name).forEach(d -> ladder.add(d, tier, Standing.ASKED_FOR)));
        ladder.tier(tier, false);
        if (emergency) {
            catalog.plan(tier).emergency().forEach(model -> ladder.everywhere(model, tier, Standing.EMERGENCY));
        }
        neighbours(tier).forEach(neighbour -> ladder.tier(neighbour, true));
        catalog.deployments().stream().filter(d -> d.provider().kind() == Provider.Kind.LOCAL)
                .forEach(d -> ladder.add(d, tier, Standing.THIS_MACHINE));
        return List.copyOf(ladder.rungs.values());
    }

    /** The deployments that a reader can mean by {@code model} or {@code model@provider}. */
    static List<Deployment> named(Catalog catalog, String name) {
        List<Deployment> everywhere = catalog.deploymentsOf(name);
        return everywhere.isEmpty() && name.contains("@") ? catalog.deployment(DeploymentId.parse(name)).stream().toList() : everywhere;
    }

    /** The nearer in kind first; the deep brain, whose day is the shortest, last. */
    private static List<Tier> neighbours(Tier tier) {
        return switch (tier) {
            case ROUTER -> List.of();
            case CONVERSATION -> List.of(Tier.WORKER, Tier.DEEP);
            case WORKER -> List.of(Tier.CONVERSATION, Tier.DEEP);
            case DEEP -> List.of(Tier.CONVERSATION, Tier.WORKER);
        };
    }

    private void tier(Tier tier, boolean neighbour) {
        TierPlan plan = catalog.plan(tier);
        for (int i = 0; i < plan.chain().size(); i++) {
            upToTheFirstThatLives(plan.chain().get(i), tier,
                    neighbour ? Standing.NEIGHBOUR : i == 0 ? Standing.FIRST : Standing.BACKUP);
        }
        plan.chain().forEach(model -> everywhere(model, tier, neighbour ? Standing.NEIGHBOUR : Standing.ELSEWHERE));
    }

    private void upToTheFirstThatLives(String model, Tier tier, Standing standing) {
        for (Deployment deployment : catalog.deploymentsOf(model)) {
            if (add(deployment, tier, standing)) {
                return;
            }
        }
    }

    private void everywhere(String model, Tier tier, Standing standing) {
        catalog.deploymentsOf(model).forEach(deployment -> add(deployment, tier, standing));
    }

    /** @return whether the deployment, or its successor, can serve */
    private boolean add(Deployment deployment, Tier tier, Standing standing) {
        rungs.putIfAbsent(deployment.id(), new Rung(deployment, tier, standing));
        if (live.test(deployment)) {
            return true;
        }
        var passed = new ArrayList<DeploymentId>();
        for (Optional<Deployment> next = successor(deployment); next.isPresent() && !passed.contains(next.get().id());
                next = successor(next.get())) {
            passed.add(next.get().id());
            if (live.test(next.get())) {
                rungs.putIfAbsent(next.get().id(), new Rung(next.get(), tier, standing == Standing.FIRST ? Standing.BACKUP : standing));
                return true;
            }
        }
        return false;
    }

    private Optional<Deployment> successor(Deployment deployment) {
        return deployment.successor().flatMap(name -> catalog.deployment(
                name.contains("@") ? DeploymentId.parse(name) : new DeploymentId(name, deployment.provider().id())));
    }
}
