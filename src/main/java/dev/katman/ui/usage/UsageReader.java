package dev.katman.ui.usage;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Catalog;
import dev.katman.catalog.Deployment;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Law;
import dev.katman.catalog.Tier;
import dev.katman.journal.ChargeRow;
import dev.katman.journal.UsageCell;
import dev.katman.journal.UsageCell.Grain;
import dev.katman.journal.UsageHistory;
import dev.katman.quota.Ledger;
import dev.katman.quota.Level;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Looks at the journal and at the levels. Slow where there is much to count: not for the FX thread. */
final class UsageReader {
    /** Of the hours of the week: enough for each to have been there four times. */
    static final Duration WEEKS = Duration.ofDays(28);

    private final UsageHistory history;
    private final Ledger ledger;
    private final Catalog catalog;
    private final Supplier<List<DeploymentId>> inUse;
    private final ZoneId zone;

    /** @param inUse the deployments that can serve */
    UsageReader(UsageHistory history, Ledger ledger, Catalog catalog, Supplier<List<DeploymentId>> inUse, ZoneId zone) {
        this.history = history;
        this.ledger = ledger;
        this.catalog = catalog;
        this.inUse = inUse;
        this.zone = zone;
    }

    /** @param workBelow tasks below this are the worker's */
    Reading read(UsageSpan span, int workBelow, Instant now) {
        Instant weeksAgo = span.to().minus(WEEKS);
        Instant first = span.from().isBefore(weeksAgo) ? span.from() : weeksAgo;
        List<UsageCell> quarters = history.cells(first, span.to(), Grain.QUARTER);
        List<UsageCell> cells = span.kind().grain() == Grain.QUARTER ? since(quarters, span.from())
                : history.cells(span.from(), span.to(), span.kind().grain());
        List<Level> levels = ledger.levels(now);
        List<DeploymentId> reach = inUse.get();
        return new Reading(span, cells, since(quarters, weeksAgo), history.latencies(span.from(), span.to()),
                history.failovers(span.from(), span.to()), history.messages(span.from(), span.to(), workBelow),
                history.saved(span.from(), span.to(), span.kind().grain()),
                deep(reach).map(id -> alwaysDeep(span, id, levels)), budgets(levels, reach, now), history.lastCall(), now);
    }

    private static List<UsageCell> since(List<UsageCell> cells, Instant from) {
        return cells.stream().filter(cell -> !cell.start().isBefore(from)).toList();
    }

    /** The deep brain's first choice, at the provider that comes first. */
    private Optional<DeploymentId> deep(List<DeploymentId> reach) {
        return catalog.plan(Tier.DEEP).chain().stream()
                .flatMap(model -> reach.stream().filter(id -> id.model().equals(model))).findFirst();
    }

    private AlwaysDeep.Estimate alwaysDeep(UsageSpan span, DeploymentId deep, List<Level> levels) {
        var limits = new EnumMap<Axis, Long>(Axis.class);
        levels.stream().filter(level -> level.deployment().equals(deep) && level.axis().isDaily())
                .forEach(level -> limits.put(level.axis(), level.limit()));
        var fold = new AlwaysDeep(span, zone, catalog, deep, limits);
        history.answers(span.from().minus(AlwaysDeep.WARM_UP), span.to(), fold);
        return fold.estimate();
    }

    /** Of each deployment the budget that ends first, where anything of it was spent. */
    private List<Budget> budgets(List<Level> levels, List<DeploymentId> reach, Instant now) {
        Map<DeploymentId, ChargeRow> charged = history.charged(now.minus(Budget.RECENT), now).stream()
                .collect(Collectors.toMap(ChargeRow::deployment, Function.identity()));
        var byDeployment = new LinkedHashMap<DeploymentId, List<Budget>>();
        for (Level level : levels) {
            Optional<Deployment> deployment = catalog.deployment(level.deployment()).filter(d -> reach.contains(d.id()));
            if (deployment.isPresent() && level.axis().isDaily()) {
                ChargeRow row = charged.getOrDefault(level.deployment(), new ChargeRow(level.deployment(), 0, 0));
                byDeployment.computeIfAbsent(level.deployment(), id -> new ArrayList<>()).add(new Budget(level,
                        deployment.get().provider().law() instanceof Law.Draining,
                        level.axis().countsRequests() ? row.requests() : row.tokens(), now));
            }
        }
        return byDeployment.values().stream().filter(all -> all.stream().anyMatch(b -> b.spent() > 0 || b.level().used() > 0))
                .map(all -> all.stream().min(Budget.MOST_PRESSING).orElseThrow()).sorted(Budget.MOST_PRESSING).toList();
    }
}
