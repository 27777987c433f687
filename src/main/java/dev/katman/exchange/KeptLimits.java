package dev.katman.exchange;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Catalog;
import dev.katman.catalog.Deployment;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Limits;
import dev.katman.quota.OwnLimit;
import dev.katman.settings.Preferences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The reader's own limits in the preferences: one entry for each axis, {@code figure@since}, or {@code -@since} where the known figure holds
 * again. Entries before the last are kept for as long as levels are counted back, because they held while something was spent.
 */
final class KeptLimits {
    private static final Logger LOG = LoggerFactory.getLogger(KeptLimits.class);
    /** No level knows of anything older: a bucket that was full two days ago is empty. */
    private static final Duration MEMORY = Duration.ofDays(3);
    private static final String KNOWN = "-";

    private final Catalog catalog;
    private final Preferences preferences;

    KeptLimits(Catalog catalog, Preferences preferences) {
        this.catalog = catalog;
        this.preferences = preferences;
    }

    /** All of them, in the order in which they were set. */
    List<OwnLimit> all() {
        return catalog.deployments().stream().map(Deployment::id)
                .flatMap(id -> Stream.of(Axis.values()).flatMap(axis -> of(id, axis).stream()))
                .sorted(Comparator.comparing(OwnLimit::since)).toList();
    }

    /** What the deployment allows by the reader's word, and by the catalogue's where the reader said nothing. */
    Limits over(Deployment deployment) {
        var limits = new EnumMap<Axis, Long>(Axis.class);
        limits.putAll(deployment.limits().byAxis());
        for (Axis axis : Axis.values()) {
            List<OwnLimit> story = of(deployment.id(), axis);
            if (!story.isEmpty() && story.getLast().figure().isPresent()) {
                limits.put(axis, story.getLast().figure().getAsLong());
            }
        }
        return new Limits(limits);
    }

    /** @throws java.io.UncheckedIOException if it cannot be kept */
    void keep(OwnLimit limit) {
        var story = new ArrayList<>(of(limit.deployment(), limit.axis()));
        story.add(limit);
        Instant edge = limit.since().minus(MEMORY);
        while (story.size() > 1 && story.get(1).since().isBefore(edge)) {
            story.removeFirst();
        }
        preferences.put(name(limit.deployment(), limit.axis()), story.stream()
                .map(o -> (o.figure().isPresent() ? String.valueOf(o.figure().getAsLong()) : KNOWN) + "@" + o.since())
                .collect(Collectors.joining(" ")));
    }

    private List<OwnLimit> of(DeploymentId deployment, Axis axis) {
        String kept = preferences.get(name(deployment, axis)).orElse("");
        try {
            return kept.isBlank() ? List.of() : Stream.of(kept.strip().split("\\s+")).map(entry -> {
                String[] parts = entry.split("@", 2);
                return new OwnLimit(deployment, axis, parts[0].equals(KNOWN) ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(parts[0])),
                        Instant.parse(parts[1]));
            }).toList();
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            LOG.warn("a limit in the preferences makes no sense and is left aside: {} of {}", axis, deployment, e);
            return List.of();
        }
    }

    private static String name(DeploymentId deployment, Axis axis) {
        return "limit." + deployment + "." + axis.name().toLowerCase(Locale.ROOT);
    }
}
