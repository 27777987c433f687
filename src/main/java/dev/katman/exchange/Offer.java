package dev.katman.exchange;

import dev.katman.catalog.Catalog;
import dev.katman.catalog.Deployment;
import dev.katman.catalog.Model;
import dev.katman.catalog.Tier;
import dev.katman.catalog.TierPlan;
import dev.katman.settings.Preferences;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What exists just now: the catalogue, what was found on this machine, and each tier's models in the reader's own order. What is changed
 * holds at once, for every thread. It only grows while the program runs, so that whatever was decided on can still be looked up.
 */
public final class Offer implements Supplier<Catalog> {
    private final Catalog catalogues;
    private final Preferences preferences;
    private volatile Catalog now;

    public Offer(Catalog catalogues, Preferences preferences) {
        this.catalogues = catalogues;
        this.preferences = preferences;
        now = new Catalog(catalogues.providers(), catalogues.models(), catalogues.deployments(), plans(), catalogues.policy());
    }

    @Override
    public Catalog get() {
        return now;
    }

    /** What was read from the file, or came with the program. */
    public Catalog catalogues() {
        return catalogues;
    }

    /** Takes in what runs on this machine. */
    synchronized void found(Collection<Deployment> here) {
        var models = new ArrayList<>(now.models());
        var deployments = new ArrayList<>(now.deployments());
        here.stream().map(Deployment::model).filter(m -> models.stream().map(Model::id).noneMatch(m.id()::equals)).forEach(models::add);
        here.stream().filter(d -> deployments.stream().map(Deployment::id).noneMatch(d.id()::equals)).forEach(deployments::add);
        if (deployments.size() > now.deployments().size()) {
            now = new Catalog(now.providers(), models, deployments, now.tiers(), now.policy());
        }
    }

    /**
     * Puts a tier's models into another order.
     *
     * @param chain all of them, the first choice first
     * @throws IllegalArgumentException      if it is not the same models
     * @throws java.io.UncheckedIOException if it cannot be kept for the next start; it holds now all the same
     */
    public void order(Tier tier, List<String> chain) {
        synchronized (this) {
            if (!chain.stream().sorted().toList().equals(now.plan(tier).chain().stream().sorted().toList())) {
                throw new IllegalArgumentException("not the models of " + tier + ": " + chain);
            }
            var plans = new EnumMap<>(now.tiers());
            plans.put(tier, new TierPlan(tier, chain, now.plan(tier).emergency()));
            now = new Catalog(now.providers(), now.models(), now.deployments(), plans, now.policy());
        }
        preferences.put(name(tier), String.join(" ", chain));
    }

    /** As the reader once ordered them; what the catalogue has got since stands where the catalogue has it, behind those. */
    private Map<Tier, TierPlan> plans() {
        var plans = new EnumMap<Tier, TierPlan>(Tier.class);
        catalogues.tiers().forEach((tier, plan) -> {
            List<String> own = List.of(preferences.get(name(tier)).orElse("").split(" "));
            List<String> chain = plan.chain().stream().sorted(Comparator.comparingInt(
                    model -> own.contains(model) ? own.indexOf(model) : own.size())).toList();
            plans.put(tier, new TierPlan(tier, chain, plan.emergency()));
        });
        return plans;
    }

    private static String name(Tier tier) {
        return "chain." + tier.number();
    }
}
