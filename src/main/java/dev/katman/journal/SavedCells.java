package dev.katman.journal;

import org.jdbi.v3.core.Handle;

import java.time.Instant;
import java.util.List;

/** Gathers by grain what was not sent and what was paid for it. */
final class SavedCells {
    private SavedCells() {
    }

    /** @param to not included */
    static List<SavedCell> between(Handle handle, Instant from, Instant to, UsageCell.Grain grain) {
        long minutes = grain.length().toMinutes();
        return handle.createQuery("select " + Grains.of("at") + """
                , sum(unsent) unsent, sum(paid) paid
                from (select d.at, f.unsent_tokens unsent, 0 paid from fitting f join decision d on d.id = f.decision_id
                        where f.unsent_tokens > 0 and d.served is not null and d.at >= :from and d.at < :to
                    union all select left_at, 0, prompt_tokens + completion_tokens from call
                        where purpose in ('SUMMARY', 'EXTRACT') and left_at >= :from and left_at < :to)
                group by grain order by grain""")
                .bind("minutes", minutes).bind("from", Rows.time(from)).bind("to", Rows.time(to))
                .map((row, context) -> new SavedCell(Grains.start(row, minutes), row.getLong("unsent"),
                        row.getLong("paid"))).list();
    }
}
