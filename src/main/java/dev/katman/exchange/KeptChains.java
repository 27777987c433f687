package dev.katman.exchange;

import dev.katman.catalog.Catalog;
import dev.katman.catalog.Tier;
import dev.katman.catalog.TierPlan;
import dev.katman.settings.Preferences;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Each tier's models in the reader's own choice, in the preferences: their names in order, and behind an exclamation mark, which no name
 * has, those of the catalogue that the reader took out.
 */
final class KeptChains {
    private static final String OUT = "!";

    private final Catalog catalog;
    private final Preferences preferences;

    KeptChains(Catalog catalog, Preferences preferences) {
        this.catalog = catalog;
        this.preferences = preferences;
    }

    /**
     * Every tier's plan. What the catalogue has got since the reader chose stands behind what was chosen.
     *
     * @param models the names of those that exist just now: another may come back, with its server on this machine
     */
    Map<Tier, TierPlan> plans(Set<String> models) {
        var plans = new EnumMap<Tier, TierPlan>(Tier.class);
        for (Tier tier : Tier.values()) {
            List<String> kept = kept(tier);
            var chain = new ArrayList<>(kept.stream().filter(models::contains).distinct().toList());
            catalog.plan(tier).chain().stream().filter(model -> !kept.contains(model) && !kept.contains(OUT + model)).forEach(chain::add);
            plans.put(tier, new TierPlan(tier, chain, catalog.plan(tier).emergency()));
        }
        return plans;
    }

    /**
     * @param models the names of those that exist just now
     * @throws java.io.UncheckedIOException if it cannot be kept
     */
    void keep(Tier tier, List<String> chain, Set<String> models) {
        if (chain.equals(catalog.plan(tier).chain())) {
            preferences.forget(name(tier));
            return;
        }
        Stream<String> away = kept(tier).stream().filter(name -> !name.startsWith(OUT) && !models.contains(name));
        Stream<String> out = catalog.plan(tier).chain().stream().filter(model -> !chain.contains(model)).map(OUT::concat);
        preferences.put(name(tier), Stream.of(chain.stream(), away, out).flatMap(names -> names).collect(Collectors.joining(" ")));
    }

    private List<String> kept(Tier tier) {
        return Stream.of(preferences.get(name(tier)).orElse("").split(" ")).filter(name -> !name.isEmpty()).toList();
    }

    private static String name(Tier tier) {
        return "chain." + tier.number();
    }
}
