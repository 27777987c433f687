package dev.katman.journal;

import dev.katman.catalog.DeploymentId;
import org.jdbi.v3.core.Handle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads what was spent: answers one by one, in the order in which they were asked for, and what all calls took from the budgets. */
final class Served {
    private Served() {
    }

    /** @param to not included */
    static void answers(Handle handle, Instant from, Instant to, Consumer<ServedAnswer> each) {
        try (var rows = handle.createQuery("""
                select left_at, deployment, prompt_tokens, completion_tokens from call
                where left_at >= :from and left_at < :to and outcome = 'OK' and purpose = 'ANSWER' order by left_at, id""")
                .bind("from", Rows.time(from)).bind("to", Rows.time(to)).setFetchSize(1_000)
                .map((row, context) -> new ServedAnswer(Rows.instant(row, "left_at").orElseThrow(),
                        DeploymentId.parse(row.getString("deployment")), row.getLong("prompt_tokens"), row.getLong("completion_tokens")))
                .stream()) {
            rows.forEach(each);
        }
    }

    /** @param to not included */
    static List<ChargeRow> charged(Handle handle, Instant from, Instant to) {
        return handle.createQuery("""
                select deployment, count(coalesce(settled_at, opened_at)) requests,
                    sum(charged_prompt + charged_completion) tokens
                from call where left_at >= :from and left_at < :to group by deployment order by deployment""")
                .bind("from", Rows.time(from)).bind("to", Rows.time(to))
                .map((row, context) -> new ChargeRow(DeploymentId.parse(row.getString("deployment")), row.getLong("requests"),
                        row.getLong("tokens"))).list();
    }

    static Optional<Instant> lastCall(Handle handle) {
        return handle.createQuery("select max(left_at) last from call").map((row, context) -> Rows.instant(row, "last")).one();
    }
}
