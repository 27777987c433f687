package dev.katman.journal;

import org.jdbi.v3.core.Handle;

import java.time.Instant;

/** What is deleted, and what must stay for the levels. */
final class Erasing {
    private Erasing() {
    }

    static void erase(Handle handle, Erasure what, Instant now) {
        handle.execute("delete from conversation"); // and with it messages, the queue and lessons
        handle.execute("delete from draft");
        handle.execute("delete from attachment");
        // A conversation that was deleted earlier has left its decisions; none of them holds what was said.
        if (what == Erasure.EVERYTHING) {
            handle.execute("update document set kept = null, taken_out = false");
            handle.execute("delete from candidate");
            handle.createUpdate("delete from call where left_at < :edge").bind("edge", Rows.time(now.minus(QuotaFold.REACH))).execute();
            handle.createUpdate("delete from provider_word where at < :edge").bind("edge", Rows.time(now.minus(QuotaFold.REACH))).execute();
            handle.execute("delete from decision d where not exists (select 1 from call c where c.decision_id = d.id)");
            handle.execute("update decision set type = null, difficulty = null, confidence = null, judged_by = null, judge_note = null, "
                    + "tier = null, reason = null, served = null, local_type = null, local_difficulty = null, should_be = null");
            handle.execute("update call set reason = ''");
            handle.execute("delete from model_gone");
        }
        DocumentTable.sweep(handle);
    }
}
