package dev.katman.journal;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import org.jdbi.v3.core.Handle;

import java.time.Instant;
import java.util.List;

/** Gathers calls by grain, deployment and tier. The database does it, so that what comes here is as much as there are grains. */
final class UsageCells {
    private UsageCells() {
    }

    /** @param to not included */
    static List<UsageCell> between(Handle handle, Instant from, Instant to, UsageCell.Grain grain) {
        long minutes = grain.length().toMinutes();
        return handle.createQuery("select " + Grains.of("left_at") + """
                , deployment, tier,
                    count(*) calls,
                    count(case when outcome = 'OK' then 1 end) answered,
                    count(case when outcome = 'REFUSED' then 1 end) refused,
                    count(case when outcome = 'FAILED' then 1 end) failed,
                    count(case when outcome = 'INTERRUPTED' then 1 end) interrupted,
                    sum(prompt_tokens) prompt, sum(completion_tokens) completion
                from call where left_at >= :from and left_at < :to
                group by grain, deployment, tier order by grain, deployment, tier""")
                .bind("minutes", minutes).bind("from", Rows.time(from)).bind("to", Rows.time(to))
                .map((row, context) -> new UsageCell(Grains.start(row, minutes),
                        DeploymentId.parse(row.getString("deployment")), Tier.valueOf(row.getString("tier")), row.getLong("calls"),
                        row.getLong("answered"), row.getLong("refused"), row.getLong("failed"), row.getLong("interrupted"),
                        row.getLong("prompt"), row.getLong("completion"))).list();
    }
}
