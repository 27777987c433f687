package dev.katman.journal;

import dev.katman.catalog.Axis;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.classify.Guess;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.MessageId;
import dev.katman.routing.Candidate;
import dev.katman.routing.Decision;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Decisions, as they are written and read. */
final class DecisionTable {
    private DecisionTable() {
    }

    static void insert(Handle handle, DecisionId id, ConversationId conversation, MessageId message, Instant at) {
        handle.createUpdate("insert into decision (id, conversation_id, message_id, at) values (:id, :conversation, :message, :at)")
                .bind("id", id.value()).bind("conversation", conversation.value()).bind("message", message.value())
                .bind("at", Rows.time(at)).execute();
    }

    static void decided(Handle handle, DecisionId id, Decision decision) {
        Optional<Guess> guess = decision.assessment().guess();
        handle.createUpdate("""
                update decision set type = :type, difficulty = :difficulty, confidence = :confidence, judged_by = :judgedBy,
                    judge_ms = :judgeMs, judge_note = :note, tier = :tier, mode = :mode, reason = :reason, price = :price,
                    worth = :worth, left_share = :left, usual_share = :usual,
                    local_type = :localType, local_difficulty = :localDifficulty, local_confidence = :localConfidence
                where id = :id""")
                .bind("id", id.value()).bind("type", decision.assessment().type().name())
                .bind("difficulty", decision.assessment().difficulty()).bind("confidence", decision.assessment().confidence())
                .bind("judgedBy", decision.assessment().judgedBy()).bind("judgeMs", decision.assessment().took().toMillis())
                .bind("note", decision.assessment().note()).bind("tier", decision.tier().name())
                .bind("mode", decision.mode().name()).bind("reason", decision.reason().name())
                .bind("price", decision.pace().price()).bind("worth", decision.pace().value())
                .bind("left", decision.pace().leftShare())
                .bind("usual", decision.pace().usualShare().isPresent() ? decision.pace().usualShare().getAsDouble() : null)
                .bind("localType", guess.map(g -> g.type().name()).orElse(null))
                .bind("localDifficulty", guess.map(Guess::difficulty).orElse(null))
                .bind("localConfidence", guess.map(Guess::confidence).orElse(null)).execute();
        handle.createUpdate("delete from candidate where decision_id = :id").bind("id", id.value()).execute();
        var batch = handle.prepareBatch("""
                insert into candidate values (:id, :place, :deployment, :tier, :standing, :verdict, :axis, :need, :used, :most,
                    :wait, :cap)""");
        int place = 0;
        for (Candidate c : decision.candidates()) {
            batch.bind("id", id.value()).bind("place", place++).bind("deployment", c.deployment().toString())
                    .bind("tier", c.tier().name()).bind("standing", c.standing().name()).bind("verdict", c.verdict().name())
                    .bind("axis", c.axis().map(Axis::name).orElse(null)).bind("need", c.need()).bind("used", c.level())
                    .bind("most", c.limit()).bind("wait", c.roomIn().toMillis()).bind("cap", c.cap()).add();
        }
        if (place > 0) {
            batch.execute();
        }
    }

    /** Oldest first. Three queries, however many there are. */
    static List<DecisionRecord> those(Handle handle, String where, UnaryOperator<Query> bind) {
        String those = "(select d.id from decision d where d.tier is not null and " + where + ")";
        Map<String, List<Candidate>> candidates = new LinkedHashMap<>();
        bind.apply(handle.createQuery("select * from candidate where decision_id in " + those + " order by decision_id, place"))
                .map((row, context) -> candidates.computeIfAbsent(row.getString("decision_id"), id -> new ArrayList<>())
                        .add(Rows.candidate(row))).list();
        Map<String, List<CallRecord>> calls = new LinkedHashMap<>();
        bind.apply(handle.createQuery("select * from call where decision_id in " + those + " order by id"))
                .map((row, context) -> calls.computeIfAbsent(row.getString("decision_id"), id -> new ArrayList<>())
                        .add(Rows.call(row))).list();
        return bind.apply(handle.createQuery("select d.*, m.text from decision d left join message m on m.id = d.message_id"
                        + " where d.tier is not null and " + where + " order by d.id"))
                .map((row, context) -> Rows.decision(row, candidates.getOrDefault(row.getString("id"), List.of()),
                        calls.getOrDefault(row.getString("id"), List.of()))).list();
    }

    /** Who gave the last answer on the way to a message, if that was later than {@code since}. */
    static Optional<DeploymentId> lastServed(Handle handle, MessageId upTo, Instant since) {
        for (Optional<String> at = Optional.of(upTo.value()); at.isPresent(); at = MessageTree.parent(handle, at.get())) {
            Optional<DecisionId> answered = handle.createQuery("select decision_id from message where id = :id and role = 'ASSISTANT'")
                    .bind("id", at.get()).mapTo(String.class).findOne().map(DecisionId::new);
            if (answered.isPresent()) {
                return handle.createQuery("select served from decision where id = :id and served is not null and at > :since")
                        .bind("id", answered.get().value()).bind("since", Rows.time(since)).mapTo(String.class).findOne()
                        .map(DeploymentId::parse);
            }
        }
        return Optional.empty();
    }

    /** Messages that a model answered since then, oldest first. */
    static List<PastMessage> past(Handle handle, Instant since) {
        return handle.createQuery("""
                select d.*, left(m.text, 200) text, c.prompt_tokens, c.completion_tokens,
                        (select coalesce(sum(r.prompt_tokens + r.completion_tokens), 0) from call r
                            where r.decision_id = d.id and r.purpose = 'ROUTE') route_tokens
                    from decision d join call c on c.decision_id = d.id and c.outcome = 'OK' and c.purpose = 'ANSWER'
                        left join message m on m.id = d.message_id
                where d.tier is not null and d.served is not null and d.at >= :since order by d.at, d.id""")
                .bind("since", Rows.time(since))
                .map((row, context) -> {
                    String text = row.getString("text");
                    return new PastMessage(new DecisionId(row.getString("id")), Rows.instant(row, "at").orElseThrow(),
                            text == null ? "" : text, Rows.assessment(row), Decision.Reason.ASKED_FOR.name().equals(row.getString("reason")),
                            Tier.valueOf(row.getString("tier")), row.getLong("prompt_tokens"), row.getLong("completion_tokens"),
                            row.getLong("route_tokens"));
                }).list();
    }
}
