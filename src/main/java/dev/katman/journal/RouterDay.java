package dev.katman.journal;

import dev.katman.catalog.DeploymentId;
import dev.katman.conversation.Usage;
import org.jdbi.v3.core.Handle;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What tier 0 spent on one deployment in 24 hours.
 *
 * @param calls  verdicts asked for
 * @param tokens prompt and completion
 */
public record RouterDay(long calls, long tokens) {
    /** By deployment, then by how many whole days ago. */
    static Map<DeploymentId, Map<Long, RouterDay>> since(Handle handle, Instant since, Instant now) {
        var days = new HashMap<DeploymentId, Map<Long, RouterDay>>();
        handle.createQuery("select deployment, left_at, prompt_tokens, completion_tokens from call"
                        + " where purpose = 'ROUTE' and left_at >= :since")
                .bind("since", Rows.time(since)).map((row, context) -> {
                    long day = Duration.between(Rows.instant(row, "left_at").orElseThrow(), now).toDays();
                    var spent = new RouterDay(1, new Usage(row.getLong("prompt_tokens"), row.getLong("completion_tokens")).total());
                    return days.computeIfAbsent(DeploymentId.parse(row.getString("deployment")), id -> new HashMap<>())
                            .merge(day, spent, (a, b) -> new RouterDay(a.calls() + b.calls(), a.tokens() + b.tokens()));
                }).list();
        return days;
    }
}
