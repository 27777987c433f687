package dev.katman.journal;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.classify.MessageType;
import dev.katman.conversation.DecisionId;
import dev.katman.journal.DecisionLine.End;
import dev.katman.routing.Verdict;
import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads decisions as lines: three passes over three tables in the order of their keys, however many there are. */
final class DecisionLines {
    /** Of a message's text, in characters. */
    private static final int TEXT = 200;
    private static final String VERDICTS = java.util.Arrays.stream(Verdict.values())
            .map(v -> "when '" + v.name() + "' then " + (1 << v.ordinal())).collect(Collectors.joining(" "));

    private record Calls(int attempts, long tokens) {
        private static final Calls NONE = new Calls(0, 0);
    }

    private DecisionLines() {
    }

    /** @param from the first one wanted; empty for the oldest */
    static List<DecisionLine> since(Handle handle, Optional<DecisionId> from) {
        String first = from.map(DecisionId::value).orElse("");
        Map<String, Integer> verdicts = new HashMap<>();
        handle.createQuery("select decision_id, bit_or_agg(case verdict " + VERDICTS + " else 0 end) seen from candidate"
                        + " where decision_id >= :first group by decision_id").bind("first", first)
                .map((row, context) -> verdicts.put(row.getString(1), row.getInt(2))).list();
        Map<String, Calls> calls = new HashMap<>();
        handle.createQuery("select decision_id, count(case when purpose not in ('ROUTE', 'TITLE') then 1 end),"
                        + " sum(case when purpose = 'TITLE' then 0 else prompt_tokens + completion_tokens end)"
                        + " from call where decision_id >= :first group by decision_id").bind("first", first)
                .map((row, context) -> calls.put(row.getString(1), new Calls(row.getInt(2), row.getLong(3)))).list();
        return handle.createQuery("select d.*, left(m.text, " + TEXT + ") brief, m.state, m.decision_id last, c.tier served_tier"
                        + " from decision d left join message m on m.id = d.message_id"
                        + " left join candidate c on c.decision_id = d.id and c.deployment = d.served"
                        + " where d.tier is not null and d.id >= :first order by d.id").bind("first", first)
                .map((row, context) -> line(row, verdicts, calls)).list();
    }

    private static DecisionLine line(ResultSet row, Map<String, Integer> verdicts, Map<String, Calls> calls) throws SQLException {
        String id = row.getString("id");
        Calls made = calls.getOrDefault(id, Calls.NONE);
        String tier = row.getString("served_tier");
        String brief = row.getString("brief");
        return new DecisionLine(new DecisionId(id), Rows.instant(row, "at").orElseThrow(), brief == null ? "" : brief,
                MessageType.valueOf(row.getString("type")), row.getInt("difficulty"), row.getString("judged_by"),
                Tier.valueOf(tier == null ? row.getString("tier") : tier),
                Optional.ofNullable(row.getString("served")).map(DeploymentId::parse), end(row), seen(verdicts.getOrDefault(id, 0)),
                made.attempts(), made.tokens(), Duration.ofMillis(row.getLong("took_ms")));
    }

    private static End end(ResultSet row) throws SQLException {
        if (row.getString("served") != null) {
            return "STOPPED".equals(row.getString("state")) ? End.STOPPED : End.ANSWERED;
        }
        if (row.getObject("parked_until") != null) {
            return End.PARKED;
        }
        String state = row.getString("state");
        if ("DONE".equals(state) && row.getObject("took_ms") == null) {
            return End.UNDER_WAY; // it is being answered once more
        }
        return state == null ? End.UNANSWERED : switch (MessageRow.State.valueOf(state)) {
            case PENDING -> End.UNDER_WAY;
            case PARKED -> End.PARKED;
            case STOPPED -> End.STOPPED;
            case DONE, UNANSWERED, INTERRUPTED -> End.UNANSWERED;
        };
    }

    private static Set<Verdict> seen(int bits) {
        var seen = EnumSet.noneOf(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            if ((bits & 1 << verdict.ordinal()) != 0) {
                seen.add(verdict);
            }
        }
        return seen;
    }
}
