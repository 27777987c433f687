package dev.katman.journal;

import dev.katman.catalog.DeploymentId;
import org.jdbi.v3.core.Handle;

import java.time.Instant;
import java.util.List;

/** Finds the calls after which another was asked. */
final class Failovers {
    private Failovers() {
    }

    /** @param to not included */
    static List<FailoverRow> between(Handle handle, Instant from, Instant to) {
        return handle.createQuery("""
                select deployment, count(*) times from call c
                where left_at >= :from and left_at < :to and outcome in ('REFUSED', 'FAILED', 'INTERRUPTED') and purpose not in ('ROUTE', 'TITLE')
                    and exists (select 1 from call next where next.decision_id = c.decision_id and next.id > c.id
                        and next.purpose not in ('ROUTE', 'TITLE'))
                group by deployment order by deployment""")
                .bind("from", Rows.time(from)).bind("to", Rows.time(to))
                .map((row, context) -> new FailoverRow(DeploymentId.parse(row.getString("deployment")), row.getLong("times"))).list();
    }
}
