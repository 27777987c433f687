package dev.katman.journal;

import dev.katman.catalog.DeploymentId;
import dev.katman.journal.LatencyRow.Percentiles;
import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Percentiles by deployment. */
final class Latencies {
    private Latencies() {
    }

    /** @param to not included */
    static List<LatencyRow> between(Handle handle, Instant from, Instant to) {
        // A clock that was set back between the two is no reason to tell of a negative time.
        return handle.createQuery("""
                select deployment, router, count(*) calls,
                    percentile_disc(0.5) within group (order by ttft_ms) first_median,
                    percentile_disc(0.95) within group (order by ttft_ms) first_p95,
                    percentile_disc(0.5) within group (order by whole_ms) whole_median,
                    percentile_disc(0.95) within group (order by whole_ms) whole_p95
                from (select deployment, purpose = 'ROUTE' router, ttft_ms, greatest(0, datediff(millisecond, left_at, ended_at)) whole_ms
                    from call where outcome = 'OK' and ended_at is not null and left_at >= :from and left_at < :to)
                group by deployment, router order by deployment, router""")
                .bind("from", Rows.time(from)).bind("to", Rows.time(to))
                .map((row, context) -> new LatencyRow(DeploymentId.parse(row.getString("deployment")), row.getBoolean("router"),
                        row.getLong("calls"), percentiles(row, "first"), percentiles(row, "whole").orElseThrow())).list();
    }

    private static Optional<Percentiles> percentiles(ResultSet row, String what) throws SQLException {
        long median = row.getLong(what + "_median");
        return row.wasNull() ? Optional.empty()
                : Optional.of(new Percentiles(Duration.ofMillis(median), Duration.ofMillis(row.getLong(what + "_p95"))));
    }
}
