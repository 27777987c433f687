package dev.katman.exchange;

import dev.katman.catalog.Catalog;
import dev.katman.catalog.Deployment;
import dev.katman.catalog.Model;
import dev.katman.catalog.Tier;
import dev.katman.quota.OwnLimit;
import dev.katman.settings.Preferences;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What exists just now: the catalogue, what was found on this machine, each tier's models and each limit as the reader set them. What is
 * changed holds at once, for every thread. It only grows while the program runs, so that whatever was decided on can still be looked up.
 */
public final class Offer implements Supplier<Catalog> {
    private final Catalog catalogues;
    private final KeptChains chains;
    private final KeptLimits limits;
    private volatile Catalog now;

    public Offer(Catalog catalogues, Preferences preferences) {
        this.catalogues = catalogues;
        chains = new KeptChains(catalogues, preferences);
        limits = new KeptLimits(catalogues, preferences);
        show(catalogues.models(), catalogues.deployments());
    }

    @Override
    public Catalog get() {
        return now;
    }

    /** What was read from the file, or came with the program. */
    public Catalog catalogues() {
        return catalogues;
    }

    /** What the reader has set of limits, in the order in which it was set. */
    public List<OwnLimit> ownLimits() {
        return limits.all();
    }

    /** Takes in what runs on this machine. */
    synchronized void found(Collection<Deployment> here) {
        var models = new ArrayList<>(now.models());
        var deployments = new ArrayList<>(now.deployments());
        here.stream().map(Deployment::model).filter(m -> models.stream().map(Model::id).noneMatch(m.id()::equals)).forEach(models::add);
        here.stream().filter(d -> deployments.stream().map(Deployment::id).noneMatch(d.id()::equals)).forEach(deployments::add);
        if (deployments.size() > now.deployments().size()) {
            show(models, deployments);
        }
    }

    /**
     * Gives a tier other models, or the same in another order.
     *
     * @param chain the first choice first; without any, the tier's messages go where they go when it has no room
     * @throws IllegalArgumentException     if one does not exist, or is there twice
     * @throws java.io.UncheckedIOException if it cannot be kept for the next start; it holds now all the same
     */
    public synchronized void chain(Tier tier, List<String> chain) {
        Set<String> models = names(now.models());
        if (!models.containsAll(chain) || new HashSet<>(chain).size() < chain.size()) {
            throw new IllegalArgumentException("no models for " + tier + ": " + chain);
        }
        try {
            chains.keep(tier, chain, models);
        } finally {
            show(now.models(), now.deployments());
        }
    }

    /** @throws java.io.UncheckedIOException if it cannot be kept for the next start; it holds now all the same */
    synchronized void limit(OwnLimit own) {
        try {
            limits.keep(own);
        } finally {
            show(now.models(), now.deployments());
        }
    }

    private void show(List<Model> models, List<Deployment> deployments) {
        var known = catalogues.byId();
        now = new Catalog(catalogues.providers(), models, deployments.stream()
                .map(d -> known.containsKey(d.id()) ? d.with(limits.over(known.get(d.id()))) : d).toList(), chains.plans(names(models)), catalogues.policy());
    }

    private static Set<String> names(List<Model> models) {
        return models.stream().map(Model::id).collect(Collectors.toSet());
    }
}
