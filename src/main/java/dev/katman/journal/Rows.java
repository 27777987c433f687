package dev.katman.journal;

import dev.katman.catalog.Axis;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Mode;
import dev.katman.catalog.Tier;
import dev.katman.classify.Assessment;
import dev.katman.classify.Guess;
import dev.katman.classify.MessageType;
import dev.katman.conversation.CallId;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.MessageId;
import dev.katman.conversation.Outcome;
import dev.katman.conversation.Purpose;
import dev.katman.conversation.Role;
import dev.katman.conversation.Usage;
import dev.katman.quota.Need;
import dev.katman.routing.Candidate;
import dev.katman.routing.Decision;
import dev.katman.routing.Standing;
import dev.katman.routing.Verdict;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** From rows to values. */
final class Rows {
    private Rows() {
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static ConversationRow conversation(ResultSet row) throws SQLException {
        return new ConversationRow(new ConversationId(row.getString("id")), row.getString("title"),
                instant(row, "created").orElseThrow(), instant(row, "updated").orElseThrow(), row.getBoolean("pinned"),
                Optional.ofNullable(row.getString("folder")));
    }

    static MessageRow message(ResultSet row) throws SQLException {
        return new MessageRow(new MessageId(row.getString("id")), new ConversationId(row.getString("conversation_id")),
                Role.valueOf(row.getString("role")), row.getString("text"), instant(row, "at").orElseThrow(),
                MessageRow.State.valueOf(row.getString("state")), new DecisionId(row.getString("decision_id")),
                Optional.ofNullable(row.getString("asked_tier")).map(Tier::valueOf), Optional.ofNullable(row.getString("asked_model")));
    }

    static CallRecord call(ResultSet row) throws SQLException {
        long ttft = row.getLong("ttft_ms");
        Optional<Duration> firstToken = row.wasNull() ? Optional.empty() : Optional.of(Duration.ofMillis(ttft));
        return new CallRecord(new CallId(row.getString("id")), new DecisionId(row.getString("decision_id")),
                DeploymentId.parse(row.getString("deployment")), Purpose.valueOf(row.getString("purpose")),
                Tier.valueOf(row.getString("tier")), instant(row, "left_at").orElseThrow(),
                new Need(row.getLong("reserved_prompt"), row.getLong("reserved_cap")), instant(row, "opened_at"),
                instant(row, "ended_at"), Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf), row.getInt("http"),
                new Usage(row.getLong("prompt_tokens"), row.getLong("completion_tokens"), row.getLong("cached_tokens")), firstToken,
                row.getString("reason"));
    }

    static Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(DeploymentId.parse(row.getString("deployment")), Tier.valueOf(row.getString("tier")),
                Standing.valueOf(row.getString("standing")), Verdict.valueOf(row.getString("verdict")),
                Optional.ofNullable(row.getString("axis")).map(Axis::valueOf), row.getLong("need"), row.getLong("used"),
                row.getLong("most"), Duration.ofMillis(row.getLong("wait_ms")), row.getInt("cap"));
    }

    /** @param candidates of this decision, in order */
    static DecisionRecord decision(ResultSet row, List<Candidate> candidates, List<CallRecord> calls) throws SQLException {
        var decision = new Decision(assessment(row), Tier.valueOf(row.getString("tier")), Mode.valueOf(row.getString("mode")),
                Decision.Reason.valueOf(row.getString("reason")),
                new Decision.Pace(row.getDouble("price"), row.getDouble("worth"), row.getDouble("left_share"), usual(row)), candidates);
        String text = row.getString("text");
        return new DecisionRecord(new DecisionId(row.getString("id")), new ConversationId(row.getString("conversation_id")),
                new MessageId(row.getString("message_id")), text == null ? "" : text, instant(row, "at").orElseThrow(), decision,
                Optional.ofNullable(row.getString("served")).map(DeploymentId::parse), Duration.ofMillis(row.getLong("took_ms")),
                instant(row, "parked_until"), Optional.ofNullable(row.getString("should_be")).map(Tier::valueOf), calls);
    }

    static Assessment assessment(ResultSet row) throws SQLException {
        String local = row.getString("local_type");
        Optional<Guess> guess = local == null ? Optional.empty()
                : Optional.of(new Guess(MessageType.valueOf(local), row.getInt("local_difficulty"), row.getDouble("local_confidence")));
        return new Assessment(MessageType.valueOf(row.getString("type")), row.getInt("difficulty"), row.getDouble("confidence"),
                row.getString("judged_by"), Duration.ofMillis(row.getLong("judge_ms")), row.getString("judge_note"), guess);
    }

    private static OptionalDouble usual(ResultSet row) throws SQLException {
        double share = row.getDouble("usual_share");
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(share);
    }
}
