package dev.katman.journal;

import dev.katman.catalog.Tier;
import org.jdbi.v3.core.Handle;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;

/** What calls cost, gathered by something. Hours and days are the reader's, so they are cut here and not in the database. */
final class UsageQuery {
    private record Call(String deployment, String tier, Instant left, boolean answered, long prompt, long completion) {
    }

    private UsageQuery() {
    }

    static List<UsageRow> run(Handle handle, UsageRow.By by, ZoneId zone) {
        var rows = new TreeMap<String, UsageRow>();
        try (var calls = handle.createQuery("select deployment, tier, left_at, outcome, prompt_tokens, completion_tokens from call")
                .map((row, context) -> new Call(row.getString(1), row.getString(2), row.getObject(3, OffsetDateTime.class).toInstant(),
                        "OK".equals(row.getString(4)), row.getLong(5), row.getLong(6))).stream()) {
            calls.forEach(call -> {
                String key = key(call, by, zone);
                rows.merge(key, new UsageRow(key, 1, call.answered() ? 1 : 0, call.prompt(), call.completion()), UsageQuery::sum);
            });
        }
        return List.copyOf(rows.values());
    }

    private static String key(Call call, UsageRow.By by, ZoneId zone) {
        return switch (by) {
            case MODEL -> call.deployment();
            case TIER -> String.valueOf(Tier.valueOf(call.tier()).number());
            case HOUR -> call.left().atZone(zone).truncatedTo(ChronoUnit.HOURS).toOffsetDateTime().toString();
            case DAY -> call.left().atZone(zone).toLocalDate().toString();
        };
    }

    private static UsageRow sum(UsageRow a, UsageRow b) {
        return new UsageRow(a.key(), a.calls() + b.calls(), a.answered() + b.answered(), a.promptTokens() + b.promptTokens(),
                a.completionTokens() + b.completionTokens());
    }
}
