package dev.katman.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that could serve, checked: each name that is referred to exists.
 *
 * @param providers   in the document's order, which is the order of preference for a model that several offer
 * @param models      likewise
 * @param deployments likewise
 * @param tiers       one for each tier
 * @param policy      where tasks part ways
 */
public record Catalog(List<Provider> providers, List<Model> models, List<Deployment> deployments, Map<Tier, TierPlan> tiers,
        Policy policy) {
    public Catalog {
        providers = List.copyOf(providers);
        models = List.copyOf(models);
        deployments = List.copyOf(deployments);
        tiers = Map.copyOf(tiers);
    }

    public Optional<Provider> provider(String id) {
        return providers.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    public Optional<Model> model(String id) {
        return models.stream().filter(m -> m.id().equals(id)).findFirst();
    }

    public Optional<Deployment> deployment(DeploymentId id) {
        return deployments.stream().filter(d -> d.id().equals(id)).findFirst();
    }

    /** Everywhere the model runs, in the order of preference. */
    public List<Deployment> deploymentsOf(String model) {
        return deployments.stream().filter(d -> d.model().id().equals(model)).toList();
    }

    public TierPlan plan(Tier tier) {
        return tiers.getOrDefault(tier, new TierPlan(tier, List.of(), List.of()));
    }

    /** The tiers that name the model in chain or emergency: Scout stands in two, and they share its one bucket. */
    public List<Tier> tiersOf(String model) {
        return tiers.values().stream()
                .filter(plan -> plan.chain().contains(model) || plan.emergency().contains(model))
                .map(TierPlan::tier).sorted().toList();
    }

    /** The tier whose work a model does when it is asked for by name: the first that names it, the router last; empty where none does. */
    public Optional<Tier> tierOf(String model) {
        List<Tier> all = tiersOf(model);
        return all.stream().filter(tier -> tier != Tier.ROUTER).findFirst().or(() -> all.stream().findFirst());
    }

    /** The same catalogue under another policy. */
    public Catalog with(Policy other) {
        return new Catalog(providers, models, deployments, tiers, other);
    }

    /** The same catalogue where some deployments have other limits. */
    public Catalog with(Map<DeploymentId, Limits> limits) {
        return new Catalog(providers, models, deployments.stream().map(d -> d.with(limits.getOrDefault(d.id(), d.limits()))).toList(),
                tiers, policy);
    }

    /** Deployments by name, in the document's order. */
    public Map<DeploymentId, Deployment> byId() {
        var all = new LinkedHashMap<DeploymentId, Deployment>();
        deployments.forEach(d -> all.put(d.id(), d));
        return all;
    }
}
