package dev.katman.journal;

import org.jdbi.v3.core.Handle;

import java.time.Instant;

/** Counts messages by what became of them. */
final class MessageCounts {
    private MessageCounts() {
    }

    /**
     * @param to        not included
     * @param workBelow tasks below it are the worker's: two verdicts agree when they lead to one tier
     */
    static MessageCount between(Handle handle, Instant from, Instant to, int workBelow) {
        return handle.createQuery("""
                select count(distinct message_id) messages,
                    count(distinct case when served is not null then message_id end) answered,
                    count(distinct case when parked_until is not null then message_id end) parked,
                    count(case when chosen then null else 1 end) judged,
                    count(case when not chosen and sure then 1 end) sure,
                    count(case when not chosen and asked then 1 end) asked,
                    count(case when not chosen and asked and lane = local_lane then 1 end) agreed
                from (select message_id, served, parked_until, coalesce(reason = 'ASKED_FOR', false) chosen,
                        coalesce(judge_note = 'SURE', false) sure, local_type is not null and coalesce(judge_note, '') <> 'SURE' asked,
                        case when type = 'CHAT' then 1 when difficulty < :workBelow then 2 else 3 end lane,
                        case when local_type = 'CHAT' then 1 when local_difficulty < :workBelow then 2 else 3 end local_lane
                    from decision where tier is not null and at >= :from and at < :to)""")
                .bind("workBelow", workBelow).bind("from", Rows.time(from)).bind("to", Rows.time(to))
                .map((row, context) -> new MessageCount(row.getLong("messages"), row.getLong("answered"), row.getLong("parked"),
                        row.getLong("judged"), row.getLong("sure"), row.getLong("asked"), row.getLong("agreed"))).one();
    }
}
