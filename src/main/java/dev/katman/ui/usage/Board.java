package dev.katman.ui.usage;

import dev.katman.catalog.Catalog;
import dev.katman.catalog.DeploymentId;
import dev.katman.journal.LatencyRow;
import dev.katman.journal.UsageCell;

import java.util.List;
import java.util.stream.Stream;

/**
 * A reading and the charts that are made of it.
 *
 * @param charts in the order in which the page shows them
 */
record Board(Reading reading, List<ChartData> charts) {
    Board {
        charts = List.copyOf(charts);
    }

    /** Goes through all figures several times: not for the FX thread. */
    static Board of(Reading reading, Measure measure, Catalog catalog, UsageWords words) {
        Stream<DeploymentId> seen = Stream.of(reading.cells().stream().map(UsageCell::deployment),
                reading.latencies().stream().map(LatencyRow::deployment),
                reading.budgets().stream().map(budget -> budget.level().deployment())).flatMap(all -> all);
        var tones = new Tones(catalog, seen.toList());
        var time = new TimeCharts(words, reading, measure);
        var service = new ServiceCharts(words, reading, measure, tones);
        return new Board(reading, List.of(time.byModel(tones), service.budgets(), time.byTier(), time.deep(), time.spared(),
                time.routerShare(), service.hours(), service.latencies(), service.troubles()));
    }
}
