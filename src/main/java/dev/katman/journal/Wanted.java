package dev.katman.journal;

import dev.katman.catalog.Tier;
import dev.katman.classify.MessageType;
import org.jdbi.v3.core.Handle;

import java.time.Instant;
import java.util.List;

/**
 * A call that answered or judged: what habits are learned from.
 *
 * @param left       when it left
 * @param ended      when it was over; calls are told in this order
 * @param tier       that served the message, or {@link Tier#ROUTER} for a verdict
 * @param type       of the message
 * @param difficulty of the message, 1 to 10
 * @param tokens     that the call was charged
 */
public record Wanted(Instant left, Instant ended, Tier tier, MessageType type, int difficulty, long tokens) {
    static List<Wanted> after(Handle handle, Instant ended) {
        return handle.createQuery("""
                select c.left_at, c.ended_at, c.purpose, c.charged_prompt + c.charged_completion tokens, d.tier, d.type, d.difficulty
                    from call c join decision d on d.id = c.decision_id
                where c.ended_at > :ended and c.outcome = 'OK' and c.purpose in ('ROUTE', 'ANSWER') and d.tier is not null
                order by c.ended_at, c.id""")
                .bind("ended", Rows.time(ended))
                .map((row, context) -> new Wanted(Rows.instant(row, "left_at").orElseThrow(), Rows.instant(row, "ended_at").orElseThrow(),
                        row.getString("purpose").equals("ROUTE") ? Tier.ROUTER : Tier.valueOf(row.getString("tier")),
                        MessageType.valueOf(row.getString("type")), row.getInt("difficulty"), row.getLong("tokens"))).list();
    }
}
