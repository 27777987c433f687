package dev.katman.journal;

import org.jdbi.v3.core.Handle;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** After a crash: what was under way is brought to an end, on the careful side. */
final class Recovery {
    private Recovery() {
    }

    /**
     * A call that had left counts as spent in full: nobody knows what the provider made of it. A message that had no answer yet says so, and
     * can be sent again; one that had waited for room goes on waiting. What had come of an answer is kept, and what the reader had deleted
     * is not.
     */
    static void endWhatWasUnderWay(Handle handle, Instant now) {
        List<String> calls = handle.createQuery("select id from call where ended_at is null order by id").mapTo(String.class).list();
        Instant when = now.truncatedTo(ChronoUnit.MICROS);
        if (!calls.isEmpty()) { // else it is not asked for: every call there ever was would be looked at
            when = latestChange(handle).filter(last -> !last.isBefore(now)).orElse(when).truncatedTo(ChronoUnit.MICROS);
        }
        for (String call : calls) {
            when = when.plus(1, ChronoUnit.MICROS);
            handle.createUpdate("""
                    update call set ended_at = :when, settled_at = :when, charged_prompt = reserved_prompt,
                        charged_completion = reserved_cap, outcome = case when opened_at is null then 'FAILED' else 'INTERRUPTED' end,
                        prompt_tokens = reserved_prompt, completion_tokens = reserved_cap,
                        reason = 'the program ended while this was under way'
                    where id = :id""").bind("when", Rows.time(when)).bind("id", call).execute();
        }
        handle.execute("delete from draft where conversation_id in (select id from conversation where gone)");
        handle.execute("delete from conversation where gone"); // the time to bring it back is over
        KeptDocuments.eraseAll(handle); // likewise
        handle.execute("""
                update message set state = 'PARKED' where state = 'PENDING' and id in (select message_id from parked)""");
        Pieces.gather(handle);
        handle.execute("update message set state = 'UNANSWERED' where state = 'PENDING'");
        handle.execute("update decision set took_ms = 0 where tier is not null and took_ms is null");
        Threads.erase(handle, Optional.empty());
    }

    private static Optional<Instant> latestChange(Handle handle) {
        return handle.createQuery("""
                select max(at) from (select max(opened_at) at from call union all select max(settled_at) from call
                    union all select max(at) from provider_word) last""")
                .mapTo(OffsetDateTime.class).findOne().map(OffsetDateTime::toInstant);
    }
}
