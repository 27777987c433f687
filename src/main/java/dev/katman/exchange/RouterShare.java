package dev.katman.exchange;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Catalog;
import dev.katman.catalog.DeploymentId;
import dev.katman.journal.Journal;
import dev.katman.journal.RouterDay;
import dev.katman.quota.Kept;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What tier 0 still needs today of a bucket that it shares: what it spent on the busiest of the last seven days, less what it has spent in
 * the last 24 hours. Asked of the journal once an hour.
 */
public final class RouterShare implements Function<DeploymentId, Kept> {
    private static final Duration MEMORY = Duration.ofDays(8);
    private static final Duration AGE = Duration.ofHours(1);
    /** Before there is a day to learn from: about a hundred verdicts on Scout's 1 000 requests. */
    private static final double AT_FIRST = .10;
    /** Also on a quiet day somebody may begin to chat; and however busy the router was, half of the bucket is the worker's. */
    private static final double LEAST = .02;
    private static final double MOST = .50;

    private final Supplier<Catalog> catalog;
    private final Journal journal;
    private final InstantSource clock;
    private Map<DeploymentId, Map<Long, RouterDay>> days = Map.of();
    private Instant read = Instant.MIN;

    public RouterShare(Supplier<Catalog> catalog, Journal journal, InstantSource clock) {
        this.catalog = catalog;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public synchronized Kept apply(DeploymentId deployment) {
        Instant now = clock.instant();
        if (read.equals(Instant.MIN) || Duration.between(read, now).compareTo(AGE) > 0) {
            days = journal.routerDays(now.minus(MEMORY), now);
            read = now;
        }
        Map<Long, RouterDay> own = days.getOrDefault(deployment, Map.of());
        var kept = new EnumMap<Axis, Long>(Axis.class);
        catalog.get().deployment(deployment).orElseThrow().limits().byAxis().forEach((axis, limit) -> {
            if (axis.isDaily()) {
                kept.put(axis, Math.round(limit * share(own, axis, limit)));
            }
        });
        return new Kept(kept);
    }

    private static double share(Map<Long, RouterDay> days, Axis axis, long limit) {
        boolean learned = days.keySet().stream().anyMatch(day -> day > 0);
        if (!learned) {
            return AT_FIRST;
        }
        long busiest = days.entrySet().stream().filter(d -> d.getKey() > 0).mapToLong(d -> on(axis, d.getValue())).max().orElse(0);
        long today = on(axis, days.getOrDefault(0L, new RouterDay(0, 0)));
        return Math.clamp((double) (busiest - today) / limit, LEAST, MOST);
    }

    private static long on(Axis axis, RouterDay day) {
        return axis.countsRequests() ? day.calls() : day.tokens();
    }
}
