package dev.katman.ui.quota;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Catalog;
import dev.katman.catalog.Deployment;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Law;
import dev.katman.catalog.Tier;
import dev.katman.catalog.TierPlan;
import dev.katman.quota.Level;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One bucket on the panel. Tiers that share a model share its card, since they share its bucket.
 *
 * @param tiers  those that it serves, the most scarce first
 * @param backup whether it is no tier's first choice
 * @param levels by axis
 * @param drains whether its day comes back all the time, and not at a time of day
 */
record LimitCard(DeploymentId deployment, List<Tier> tiers, boolean backup, Map<Axis, Level> levels, boolean drains) {
    /** A provider's word that is older than this is shown as old (UX: figures over 10 minutes look so). */
    private static final Duration STALE = Duration.ofMinutes(10);

    LimitCard {
        tiers = List.copyOf(tiers);
        levels = Map.copyOf(levels);
    }

    /** Whose word a figure rests on, as the panel marks it. */
    enum Word {
        PROVIDER,
        OURS,
        STALE
    }

    /** The axis of the ring: the day's tokens where they are limited, else the next best. */
    Optional<Level> ring() {
        return Stream.of(Axis.TPD, Axis.RPD, Axis.TPM, Axis.RPM).map(levels::get).filter(level -> level != null).findFirst();
    }

    /** The axes of the bars, each once and not the ring's. */
    List<Level> bars() {
        return Stream.of(Axis.TPM, Axis.RPD, Axis.RPM).map(levels::get).filter(level -> level != null)
                .filter(level -> ring().filter(level::equals).isEmpty()).limit(2).toList();
    }

    static Word word(Level level, Instant now) {
        if (level.source() == Level.Source.OURS || level.confirmed().isEmpty()) {
            return Word.OURS;
        }
        return Duration.between(level.confirmed().get(), now).compareTo(STALE) > 0 ? Word.STALE : Word.PROVIDER;
    }

    /**
     * The cards worth showing: the first choice of every tier where it can be reached, and whatever has been used.
     *
     * @param reached the providers that can serve
     */
    static List<LimitCard> of(List<Level> levels, Catalog catalog, Set<String> reached, Instant now) {
        var byDeployment = new LinkedHashMap<DeploymentId, EnumMap<Axis, Level>>();
        levels.forEach(level -> byDeployment.computeIfAbsent(level.deployment(), id -> new EnumMap<>(Axis.class))
                .put(level.axis(), level));
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Set<DeploymentId> first = new LinkedHashSet<>();
        var cards = new ArrayList<LimitCard>();
        for (Tier tier : Tier.values()) {
            firstChoice(catalog, tier, reached, today).ifPresent(first::add);
        }
        byDeployment.forEach((id, axes) -> {
            if (first.contains(id) || axes.values().stream().anyMatch(LimitCard::touched)) {
                catalog.deployment(id).filter(d -> reached.contains(d.provider().id())).ifPresent(deployment -> cards.add(
                        new LimitCard(id, tiers(catalog, deployment, reached, today), !first.contains(id), axes,
                                deployment.provider().law() instanceof Law.Draining)));
            }
        });
        cards.sort(Comparator.comparing(LimitCard::backup).thenComparing(LimitCard::place).thenComparing(LimitCard::deployment));
        return cards;
    }

    /** The deep brain on top, since it is the scarce one; then conversation, then the worker. */
    private int place() {
        return tiers.contains(Tier.DEEP) ? 0 : tiers.contains(Tier.CONVERSATION) ? 1 : 2;
    }

    private static boolean touched(Level level) {
        return level.used() > 0 || level.confirmed().isPresent();
    }

    private static Optional<DeploymentId> firstChoice(Catalog catalog, Tier tier, Set<String> reached, LocalDate today) {
        return catalog.plan(tier).chain().stream().flatMap(model -> successors(catalog, model, reached, today)).map(Deployment::id)
                .findFirst();
    }

    /** The model where it is reached; where it is gone, what took its place there. */
    private static Stream<Deployment> successors(Catalog catalog, String model, Set<String> reached, LocalDate today) {
        return catalog.deploymentsOf(model).stream().filter(d -> reached.contains(d.provider().id()))
                .flatMap(d -> d.isRetired(today) ? successor(catalog, d).stream() : Stream.of(d));
    }

    private static Optional<Deployment> successor(Catalog catalog, Deployment gone) {
        return gone.successor().flatMap(name -> catalog.deployment(name.contains("@") ? DeploymentId.parse(name)
                : new DeploymentId(name, gone.provider().id())));
    }

    private static List<Tier> tiers(Catalog catalog, Deployment deployment, Set<String> reached, LocalDate today) {
        var tiers = new ArrayList<Tier>();
        for (Tier tier : List.of(Tier.DEEP, Tier.CONVERSATION, Tier.WORKER, Tier.ROUTER)) {
            TierPlan plan = catalog.plan(tier);
            if (Stream.concat(plan.chain().stream(), plan.emergency().stream())
                    .anyMatch(model -> successors(catalog, model, reached, today).anyMatch(deployment::equals))) {
                tiers.add(tier);
            }
        }
        return tiers;
    }
}
