package dev.katman.ui.usage;

import dev.katman.catalog.Catalog;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.catalog.TierPlan;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gives each deployment the colour of its tier and a shade of its own in it, and a name that is its alone. */
final class Tones {
    private final SequencedMap<DeploymentId, Tone> tones = new LinkedHashMap<>();
    private final Set<String> twice;

    /** @param all deployments that the page shows anywhere: so that one has the same colour on every chart */
    Tones(Catalog catalog, Collection<DeploymentId> all) {
        List<DeploymentId> ids = all.stream().distinct().sorted(Comparator.<DeploymentId, Tier>comparing(id -> home(catalog, id))
                .thenComparing(id -> place(catalog, id)).thenComparing(Comparator.naturalOrder())).toList();
        var shades = new EnumMap<Tier, Integer>(Tier.class);
        ids.forEach(id -> {
            Tier home = home(catalog, id);
            tones.put(id, new Tone(Ink.of(home), shades.merge(home, 1, Integer::sum) - 1));
        });
        Map<String, Integer> times = new HashMap<>();
        ids.forEach(id -> times.merge(id.model(), 1, Integer::sum));
        twice = times.entrySet().stream().filter(entry -> entry.getValue() > 1).map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** All of them, by tier and then in the order in which they are asked. */
    List<DeploymentId> inOrder() {
        return List.copyOf(tones.keySet());
    }

    Tone of(DeploymentId id) {
        return tones.get(id);
    }

    /** The model's name; with its provider where the page shows another of that name. */
    String name(DeploymentId id) {
        return twice.contains(id.model()) ? id.toString() : id.model();
    }

    /** The tier whose work it is there for. A model that also routes is a worker that routes, and not the other way round. */
    private static Tier home(Catalog catalog, DeploymentId id) {
        return catalog.tiersOf(id.model()).stream().filter(tier -> tier != Tier.ROUTER).findFirst()
                .orElse(catalog.tiersOf(id.model()).isEmpty() ? Tier.WORKER : Tier.ROUTER);
    }

    private static int place(Catalog catalog, DeploymentId id) {
        TierPlan plan = catalog.plan(home(catalog, id));
        int place = Stream.concat(plan.chain().stream(), plan.emergency().stream()).toList().indexOf(id.model());
        return place < 0 ? Integer.MAX_VALUE : place;
    }
}
