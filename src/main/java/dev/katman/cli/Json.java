package dev.katman.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.katman.catalog.Catalog;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Mode;
import dev.katman.catalog.Policy;
import dev.katman.catalog.Tier;
import dev.katman.classify.Assessment;
import dev.katman.classify.MessageType;
import dev.katman.conversation.Column;
import dev.katman.exchange.Answer;
import dev.katman.exchange.PreparationPrice;
import dev.katman.exchange.Prepared;
import dev.katman.exchange.PreparedTable;
import dev.katman.exchange.Proposal;
import dev.katman.journal.CallRecord;
import dev.katman.journal.DecisionRecord;
import dev.katman.journal.Fitting;
import dev.katman.journal.KeptDocument;
import dev.katman.journal.Source;
import dev.katman.journal.UsageRow;
import dev.katman.quota.Level;
import dev.katman.routing.Candidate;
import dev.katman.simulation.Simulation;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The JSON that other programs rely on: field names and their order are a contract. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

    private Json() {
    }

    record AnswerLine(String id, String answer, String conversation, String parkedUntil, DecisionPart decision,
            List<AttemptPart> attempts, List<SourcePart> sources, @JsonProperty("left_out") LeftPart leftOut, Long saved) {
    }

    /** What of a document went along; page and line from 1, where the document has such. */
    record SourcePart(int number, String document, Integer page, Integer line, String heading, String text) {
    }

    /** What did not: tokens of documents, older turns, and how many of these a summary stood for. */
    record LeftPart(long tokens, int turns, int summarised, boolean shortened) {
    }

    record DecisionLine(String id, String at, String conversation, String text, String parkedUntil, DecisionPart decision,
            List<AttemptPart> attempts) {
    }

    record DecisionPart(String type, int difficulty, double confidence, String judgedBy, int tier, String mode, String reason,
            String chosen, String served, List<CandidatePart> candidates, String judgeNote, long judgeMs, GuessPart local, Integer shouldBe,
            double price, double value, double leftShare, Double usualShare) {
    }

    /** What the local judge had thought, where the router model judged. */
    record GuessPart(String type, int difficulty, double confidence) {
    }

    record VerdictLine(String id, String type, int difficulty, double confidence, int tier, String judgedBy, double ms) {
    }

    record CandidatePart(String deployment, String verdict, String axis, long need, long level, long limit, double waitSeconds) {
    }

    record AttemptPart(String deployment, String purpose, String outcome, int http, long promptTokens, long completionTokens,
            Long ttftMs, long totalMs, String reason) {
    }

    record LevelLine(String deployment, List<Integer> tiers, String axis, long limit, long used, long held, long left,
            double refillPerSecond, double fullInSeconds, String source, String confirmedAt) {
    }

    record UsageLine(String key, long calls, long answered, long promptTokens, long completionTokens, long tokens, Long saved) {
    }

    static String answer(String id, Answer answer, Fitting fitting) {
        return write(new AnswerLine(id, answer.result() == Answer.Result.ANSWERED ? answer.text() : null,
                answer.conversation().value(), until(answer.record()), decision(answer.record()), attempts(answer.record()),
                fitting.sources().stream().map(Json::source).toList(), fitting.leavesOut() ? new LeftPart(fitting.leftTokens(), fitting.leftTurns(),
                        fitting.summedTurns(), fitting.shortened()) : null, saved(answer.record(), fitting)));
    }

    private static Long saved(DecisionRecord record, Fitting fitting) {
        return fitting.unsentTokens() == 0 ? null : record.saved(fitting);
    }

    private static SourcePart source(Source source) {
        return new SourcePart(source.number(), source.name(), source.place().page() == 0 ? null : source.place().page(),
                source.place().line() == 0 ? null : source.place().line(), source.place().heading().isEmpty() ? null : source.place().heading(),
                source.text());
    }

    static String decision(DecisionRecord record, String at) {
        return write(new DecisionLine(record.id().value(), at, record.conversation().value(), record.text(), until(record),
                decision(record), attempts(record)));
    }

    static String verdict(String id, Assessment assessment, Policy policy) {
        return write(new VerdictLine(id, assessment.type().name(), assessment.difficulty(), assessment.confidence(),
                (assessment.type() == MessageType.CHAT ? Tier.CONVERSATION : policy.tierOf(assessment.difficulty())).number(),
                assessment.judgedBy(), assessment.took().toNanos() / 1e6));
    }

    static String level(Level level, Catalog catalog) {
        return write(new LevelLine(level.deployment().toString(),
                catalog.tiersOf(level.deployment().model()).stream().map(Tier::number).toList(), level.axis().name(), level.limit(),
                level.used(), level.held(), level.left(), level.refillPerSecond(), seconds(level.untilFull()),
                level.source().name().toLowerCase(Locale.ROOT), level.confirmed().map(Instant::toString).orElse(null)));
    }

    record StepLine(BigDecimal at, int difficulty, long tokens, boolean deep, double price) {
    }

    record TotalsLine(String policy, int messages, long tokens, int deep, long deepTokens, double value, Map<Integer, Double> valueByDifficulty, Double best,
            int emergency, int worker, int noRoom) {
    }

    static String step(BigDecimal at, Simulation.Step step) {
        return write(new StepLine(at, step.demand().difficulty(), step.demand().tokens(), step.deep(), step.quote().price()));
    }

    static String totals(Mode mode, int messages, long tokens, int deep, long deepTokens, double value, Map<Integer, Double> byDifficulty, OptionalDouble best,
            int emergency, int worker, int noRoom) {
        return write(new TotalsLine(mode.name().toLowerCase(Locale.ROOT), messages, tokens, deep, deepTokens, value, byDifficulty,
                best.isPresent() ? best.getAsDouble() : null, emergency, worker, noRoom));
    }

    record PriceLine(String document, int calls, long promptTokens, long completionTokens, double seconds, boolean withoutModel,
            List<SharePart> shares) {
    }

    record SharePart(String deployment, int calls, long promptTokens, long completionTokens) {
    }

    record PreparedLine(String document, String conversation, String summary, List<String> columns, List<String> kinds,
            List<Map<String, Object>> rows, int pieces, int withoutModel, long promptTokens, long completionTokens) {
    }

    record KeptLine(String id, String name, String kind, long bytes, String since) {
    }

    static String kept(KeptDocument document) {
        return write(new KeptLine(document.id().value(), document.name(), document.kind().name(), document.bytes(), document.since().toString()));
    }

    static String price(String document, PreparationPrice price) {
        return write(new PriceLine(document, price.steps(), price.promptTokens(), price.completionTokens(), seconds(price.time()), price.withoutModel(),
                price.shares().stream().map(share -> new SharePart(share.deployment().toString(), share.calls(), share.promptTokens(),
                        share.completionTokens())).toList()));
    }

    record ColumnsLine(String document, List<String> columns, List<String> kinds, String proposedBy) {
    }

    static String columns(String document, Proposal proposal) {
        return write(new ColumnsLine(document, proposal.columns().stream().map(Column::name).toList(), kinds(proposal.columns()),
                proposal.by().map(DeploymentId::toString).orElse(null)));
    }

    private static List<String> kinds(List<Column> columns) {
        return columns.stream().map(column -> column.kind().name().toLowerCase(Locale.ROOT)).toList();
    }

    static String prepared(Prepared prepared) {
        Optional<PreparedTable> table = prepared.table();
        return write(new PreparedLine(prepared.row().document().name(), prepared.row().document().conversation().value(),
                table.isPresent() ? null : prepared.text(), table.map(PreparedTable::names).orElse(null),
                table.map(PreparedTable::columns).map(Json::kinds).orElse(null), table.map(PreparedTable::records).orElse(null),
                prepared.pieces(), prepared.unaided(), prepared.paid().promptTokens(), prepared.paid().completionTokens()));
    }

    /** @param saved for times only */
    static String usage(UsageRow row, Optional<Long> saved) {
        return write(new UsageLine(row.key(), row.calls(), row.answered(), row.promptTokens(), row.completionTokens(),
                row.promptTokens() + row.completionTokens(), saved.orElse(null)));
    }

    private static DecisionPart decision(DecisionRecord record) {
        var d = record.decision();
        return new DecisionPart(d.assessment().type().name(), d.assessment().difficulty(), d.assessment().confidence(),
                d.assessment().judgedBy(), d.tier().number(), d.mode().name().toLowerCase(Locale.ROOT),
                d.reason().name().toLowerCase(Locale.ROOT), d.chosen().map(DeploymentId::toString).orElse(null),
                record.served().map(DeploymentId::toString).orElse(null), d.candidates().stream().map(Json::candidate).toList(),
                d.assessment().note().isEmpty() ? null : d.assessment().note().toLowerCase(Locale.ROOT), d.assessment().took().toMillis(),
                d.assessment().guess().map(g -> new GuessPart(g.type().name(), g.difficulty(), g.confidence())).orElse(null),
                record.shouldBe().map(Tier::number).orElse(null), d.pace().price(), d.pace().value(), d.pace().leftShare(),
                d.pace().usualShare().isPresent() ? d.pace().usualShare().getAsDouble() : null);
    }

    private static CandidatePart candidate(Candidate c) {
        return new CandidatePart(c.deployment().toString(), c.verdict().name(), c.axis().map(Enum::name).orElse(null), c.need(),
                c.level(), c.limit(), seconds(c.roomIn()));
    }

    private static List<AttemptPart> attempts(DecisionRecord record) {
        return record.calls().stream().map(Json::attempt).toList();
    }

    private static AttemptPart attempt(CallRecord call) {
        return new AttemptPart(call.deployment().toString(), call.purpose().name(), call.outcome().map(Enum::name).orElse(null),
                call.http(), call.usage().promptTokens(), call.usage().completionTokens(),
                call.ttft().map(Duration::toMillis).orElse(null), call.total().toMillis(), call.reason().isEmpty() ? null : call.reason());
    }

    private static String until(DecisionRecord record) {
        return record.parkedUntil().map(Instant::toString).orElse(null);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
