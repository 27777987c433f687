package dev.katman.exchange;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Deployment;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Limits;
import dev.katman.catalog.Tier;
import dev.katman.context.TokenCounter;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.Message;
import dev.katman.conversation.Outcome;
import dev.katman.conversation.Purpose;
import dev.katman.exchange.Answer.Result;
import dev.katman.journal.CallRecord;
import dev.katman.journal.MessageRow;
import dev.katman.journal.UsageRow;
import dev.katman.provider.Failure;
import dev.katman.quota.Kept;
import dev.katman.quota.Ledger;
import dev.katman.quota.Level;
import dev.katman.quota.Need;
import dev.katman.routing.Verdict;
import dev.katman.sandbox.Fault;
import dev.katman.sandbox.Seen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

/** One message through all of it, against the sandbox over a real connection and with a real journal. */
class ExchangeTest {
    private static final String CHAT = "Merhaba, nasılsın?";
    private static final String EASY = "Summarise in one sentence: The cat sat on the mat. It was warm there. The cat slept all day long.";
    private static final String HARD = "Prove that the square root of 2 is irrational and explain every step of the proof.";

    private static final DeploymentId SCOUT = DeploymentId.parse("llama-4-scout@sandbox");
    private static final DeploymentId KIMI = DeploymentId.parse("kimi-k2-instruct@sandbox");
    private static final DeploymentId QWEN = DeploymentId.parse("qwen3-32b@sandbox");
    private static final DeploymentId DEEP = DeploymentId.parse("gpt-oss-120b@sandbox");
    private static final DeploymentId EMERGENCY = DeploymentId.parse("llama-3.3-70b@sandbox");

    @TempDir
    private Path home;

    private Rig rig;

    @BeforeEach
    void build() {
        rig = new Rig(home);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {CHAT + "|1|" + "kimi-k2-instruct", EASY + "|2|llama-4-scout", HARD + "|3|gpt-oss-120b"})
    void eachKindOfMessageReachesItsTier(String text, int tier, String model) {
        Answer answer = rig.send(text);
        assertThat(answer.result()).isEqualTo(Result.ANSWERED);
        assertThat(answer.record().decision().tier().number()).isEqualTo(tier);
        assertThat(answer.record().served()).contains(new DeploymentId(model, "sandbox"));
        assertThat(answer.record().decision().assessment().judgedBy()).isEqualTo(SCOUT.toString());
        assertThat(answer.text()).isNotBlank().isEqualTo(rig.shown());
        assertThat(rig.journal.messages(answer.conversation())).extracting(MessageRow::text).containsExactly(text, answer.text());
    }

    @Test
    @DisplayName("Q11, Q20: every call on the wire is in the journal, the router's too, token for token")
    void theJournalEqualsWhatTheServerSaw() {
        for (String text : List.of(CHAT, EASY, HARD)) {
            rig.send(text);
        }
        assertThat(rig.journal.decisions(10).reversed().stream().flatMap(d -> d.calls().stream())
                .map(c -> tuple(name(c.deployment()), c.usage().promptTokens(), c.usage().completionTokens())))
                .containsExactlyElementsOf(rig.sandbox.calls().stream()
                        .map(s -> tuple(s.model(), s.promptTokens(), s.completionTokens())).toList());
        assertThat(rig.journal.decisions(10)).allSatisfy(d -> assertThat(d.calls()).extracting(CallRecord::purpose)
                .containsExactly(Purpose.ROUTE, Purpose.ANSWER));
        assertThat(rig.journal.usage(UsageRow.By.TIER, ZoneOffset.UTC)).extracting(UsageRow::key, UsageRow::calls)
                .containsExactly(tuple("0", 3L), tuple("1", 1L),
                        tuple("2", 1L), tuple("3", 1L));
    }

    @ParameterizedTest
    @CsvSource({"503, FAILED, false", "429:tpm, REFUSED, false", "reset, FAILED, false", "garbage, FAILED, false",
        "silence, FAILED, false", "cut:5, INTERRUPTED, true", "silence-after:5, INTERRUPTED, true", "error:5, INTERRUPTED, true"})
    void theBackupAnswersWhateverHappensToTheFirstChoice(String fault, Outcome outcome, boolean started) {
        rig.sandbox.script("kimi-k2-instruct", Fault.parse(fault));
        Answer answer = rig.send(CHAT);
        assertThat(answer.record().attempts()).extracting(CallRecord::deployment).containsExactly(KIMI, QWEN);
        assertThat(answer.record().attempts()).extracting(c -> c.outcome().orElseThrow()).containsExactly(outcome, Outcome.OK);
        assertThat(answer.record().attempts().getFirst().reason()).isNotBlank();
        assertThat(rig.events).filteredOn(ExchangeEvent.AttemptFailed.class::isInstance).singleElement()
                .satisfies(e -> assertThat(((ExchangeEvent.AttemptFailed) e).started()).isEqualTo(started));
        assertThat(rig.shown()).isEqualTo(answer.text());
    }

    @Test
    @DisplayName("Q18: after the first token the next one answers afresh, nothing is replayed into the same text")
    void anInterruptedAnswerIsNotContinued() {
        rig.sandbox.script("kimi-k2-instruct", Fault.parse("cut:8"));
        Answer answer = rig.send(CHAT);
        assertThat(rig.events).as("something had been shown before it broke").anyMatch(
                e -> e instanceof ExchangeEvent.AttemptFailed failed && failed.deployment().equals(KIMI) && failed.started());
        assertThat(answer.text()).contains("qwen").doesNotContain("kimi");
        assertThat(rig.shown()).as("the reader is told to begin afresh").isEqualTo(answer.text());
        assertThat(rig.journal.messages(answer.conversation())).extracting(MessageRow::text).containsExactly(CHAT, answer.text());
    }

    @Test
    @DisplayName("Q21: chosen and served are both recorded")
    void chosenAndServedAreBothThere() {
        rig.sandbox.script("kimi-k2-instruct", Fault.OVERLOADED);
        var record = rig.send(CHAT).record();
        assertThat(record.decision().chosen()).contains(KIMI);
        assertThat(record.served()).contains(QWEN);
    }

    @Test
    @DisplayName("Q9: no candidate is asked twice, and when all have failed the message waits until the first has rested")
    void eachCandidateOnce() {
        for (String model : List.of("gpt-oss-120b", "llama-3.3-70b", "kimi-k2-instruct", "qwen3-32b")) {
            rig.sandbox.script(model, Fault.OVERLOADED, Fault.OVERLOADED);
        }
        rig.sandbox.script("llama-4-scout", Fault.NONE, Fault.OVERLOADED, Fault.OVERLOADED);
        Answer answer = rig.send(HARD);
        assertThat(answer.result()).isEqualTo(Result.PARKED);
        assertThat(answer.record().parkedUntil()).contains(rig.clock.instant().plusSeconds(5));
        assertThat(answer.record().attempts()).extracting(CallRecord::deployment).containsExactly(DEEP, EMERGENCY, KIMI, QWEN, SCOUT);
        assertThat(rig.journal.messages(answer.conversation())).singleElement()
                .satisfies(m -> assertThat(m.state()).isEqualTo(MessageRow.State.PARKED));
    }

    @Test
    @DisplayName("Q9: a message's time to ask is one for all of its candidates together")
    void theTimeToAskIsOneForAll() {
        rig.sandbox.script("kimi-k2-instruct", Fault.OVERLOADED);
        Answer answer = rig.exchange.send(new Ask(CHAT), event -> {
            if (event instanceof ExchangeEvent.AttemptFailed) {
                rig.clock.move(Deadlines.DEFAULT.asking().plusMillis(1));
            }
        }, new Cancellation());
        assertThat(answer.record().attempts()).extracting(CallRecord::deployment).containsExactly(KIMI);
        assertThat(answer.result()).isEqualTo(Result.PARKED);
        assertThat(answer.record().parkedUntil()).isPresent();
    }

    @Test
    void theEmergencyModelServesOnlyAboveSeven() {
        rig.sandbox.script("gpt-oss-120b", Fault.OVERLOADED);
        assertThat(rig.send(HARD).record().served()).contains(EMERGENCY);
        rig.sandbox.script("gpt-oss-120b", Fault.OVERLOADED);
        var contested = rig.send("Write a Python function that reverses a linked list and returns the new head.").record();
        assertThat(contested.decision().assessment().difficulty()).isBetween(5, 7);
        assertThat(contested.decision().candidates()).noneMatch(c -> c.deployment().equals(EMERGENCY));
    }

    @ParameterizedTest
    @CsvSource({"503, FAILED", "garbage, FAILED", "429:tpm, FAILED", "silence, FAILED"})
    void withoutAValidVerdictInTimeTheLocalJudgeDecidesAndSaysWhy(String fault, String note) {
        rig.sandbox.script("llama-4-scout", Fault.parse(fault));
        var record = rig.send(HARD).record();
        assertThat(record.decision().assessment().judgedBy()).isEqualTo("local");
        assertThat(record.decision().assessment().note()).isEqualTo(note);
        assertThat(record.decision().tier()).isEqualTo(Tier.DEEP);
        assertThat(record.calls().getFirst().purpose()).isEqualTo(Purpose.ROUTE);
    }

    @Test
    void whenTheRouterHasNoRoomTheLocalJudgeTakesOverWithoutACall() {
        fill(SCOUT);
        var record = rig.send(CHAT).record();
        assertThat(record.decision().assessment().note()).isEqualTo("NO_ROOM");
        assertThat(record.calls()).extracting(CallRecord::purpose).containsExactly(Purpose.ANSWER);
    }

    @Test
    @DisplayName("Q13: when nobody has room the message is parked, with the least wait of all")
    void parkedWithATime() {
        List.of(SCOUT, KIMI, QWEN, DEEP, EMERGENCY).forEach(this::fill);
        Answer answer = rig.send(CHAT);
        assertThat(answer.result()).isEqualTo(Result.PARKED);
        Duration least = answer.record().decision().candidates().stream().filter(c -> c.verdict() == Verdict.NO_ROOM)
                .map(c -> c.roomIn()).min(Duration::compareTo).orElseThrow();
        assertThat(answer.record().parkedUntil()).contains(rig.clock.instant().plus(least).truncatedTo(ChronoUnit.MICROS));
        assertThat(answer.record().calls()).isEmpty();
        rig.clock.move(least.plusMillis(1));
        assertThat(rig.send(new Ask(CHAT).in(answer.conversation())).result()).isEqualTo(Result.ANSWERED);
    }

    @Test
    void whatCanNeverFitIsSaidAtOnceWithoutACall() {
        var tiny = new Limits(Map.of(Axis.TPM, 150L));
        rig.close();
        rig = new Rig(home, rig.catalog.with(rig.catalog.deployments().stream().collect(Collectors.toMap(Deployment::id, d -> tiny))), rig.clock);
        Answer answer = rig.send(new Ask(Optional.empty(), "word ".repeat(60_000), Optional.of(Tier.DEEP), Optional.empty()));
        assertThat(answer.result()).isEqualTo(Result.UNANSWERED);
        assertThat(answer.record().decision().candidates()).extracting(c -> c.verdict()).contains(Verdict.TOO_LARGE)
                .doesNotContain(Verdict.ADMITTED);
        assertThat(rig.sandbox.calls()).isEmpty();
    }

    @Test
    void stoppingKeepsWhatHadComeAndAsksNobodyElse() {
        rig.sandbox.script("kimi-k2-instruct", Fault.parse("silence-after:6"));
        var stop = new Cancellation();
        var answer = rig.exchange.send(new Ask(CHAT), event -> {
            rig.events.add(event);
            if (event instanceof ExchangeEvent.Text && rig.shown().split(" ").length >= 4) {
                stop.cancel();
            }
        }, stop);
        assertThat(answer.result()).isEqualTo(Result.STOPPED);
        assertThat(answer.text()).isNotBlank();
        assertThat(answer.record().attempts()).singleElement()
                .satisfies(c -> assertThat(c.outcome()).contains(Outcome.CANCELLED));
        assertThat(rig.journal.messages(answer.conversation())).extracting(MessageRow::state)
                .containsExactly(MessageRow.State.STOPPED, MessageRow.State.STOPPED);
    }

    @Test
    void whatWasThoughtIsKeptWithTheAnswerAndToldToNoModel() {
        var deep = new Ask(Optional.empty(), CHAT, Optional.of(Tier.DEEP), Optional.empty());
        Answer first = rig.send(deep);
        String thought = thought();
        assertThat(thought).isNotBlank();
        assertThat(rig.journal.thoughts().before(first.reply().orElseThrow())).contains(thought);
        rig.send(deep.in(first.conversation()));
        var model = rig.catalog.model("gpt-oss-120b").orElseThrow();
        var said = List.of(Message.user(CHAT), Message.assistant(first.text()), Message.user(CHAT));
        long more = new TokenCounter().prompt(model, said) - new TokenCounter().prompt(model, said.subList(0, 1));
        assertThat(rig.sandbox.calls().getLast().promptTokens() - rig.sandbox.calls().getFirst().promptTokens()).isEqualTo(more);
    }

    @Test
    void aFailOverVoidsWhatWasThought() {
        rig.sandbox.script("gpt-oss-120b", Fault.parse("cut:3"));
        Answer answer = rig.send(new Ask(Optional.empty(), HARD, Optional.of(Tier.DEEP), Optional.empty()));
        assertThat(answer.record().served()).contains(EMERGENCY);
        assertThat(rig.journal.thoughts().of(answer.conversation())).as("the emergency model does not think").isEmpty();
    }

    @Test
    void stoppingWhileAModelStillThinksKeepsTheThought() {
        rig.sandbox.script("gpt-oss-120b", Fault.parse("silence-after:6"));
        var stop = new Cancellation();
        Answer answer = rig.exchange.send(new Ask(Optional.empty(), CHAT, Optional.of(Tier.DEEP), Optional.empty()), event -> {
            rig.events.add(event);
            if (event instanceof ExchangeEvent.Thinking && thought().split(" ").length >= 4) {
                stop.cancel();
            }
        }, stop);
        assertThat(answer.result()).isEqualTo(Result.STOPPED);
        assertThat(answer.text()).isEmpty();
        assertThat(rig.journal.thoughts().before(answer.reply().orElseThrow())).contains(thought());
        assertThat(rig.journal.messages(answer.conversation()).getLast().state()).isEqualTo(MessageRow.State.STOPPED);
    }

    private String thought() {
        return rig.events.stream().filter(ExchangeEvent.Thinking.class::isInstance).map(event -> ((ExchangeEvent.Thinking) event).delta())
                .collect(Collectors.joining());
    }

    @Test
    void theReaderCanChooseTheTierOrTheModel() {
        assertThat(rig.send(new Ask(Optional.empty(), CHAT, Optional.of(Tier.DEEP), Optional.empty())).record().served()).contains(DEEP);
        var chosen = rig.send(new Ask(Optional.empty(), CHAT, Optional.empty(), Optional.of("qwen3-32b"))).record();
        assertThat(chosen.served()).contains(QWEN);
        assertThat(chosen.calls()).extracting(CallRecord::purpose).containsExactly(Purpose.ANSWER);
        assertThatIllegalArgumentException().isThrownBy(
                () -> rig.send(new Ask(Optional.empty(), CHAT, Optional.empty(), Optional.of("gpt-9"))));
    }

    @Test
    void aConversationIsRemembered() {
        Answer first = rig.send("My name is Defne.");
        rig.send(new Ask("What is my name?").in(first.conversation()));
        Seen last = rig.sandbox.calls().getLast();
        Seen firstAnswer = rig.sandbox.calls().get(1);
        assertThat(last.promptTokens()).isGreaterThan(firstAnswer.promptTokens() + first.text().length() / 8);
        assertThat(rig.journal.messages(first.conversation())).hasSize(4);
    }

    @Test
    @DisplayName("Q17: stop, start, and the gauges stand where they stood")
    void levelsAreTheSameAfterARestart() {
        rig.sandbox.script("kimi-k2-instruct", Fault.parse("cut:5"), Fault.RATE_LIMITED);
        for (String text : List.of(CHAT, EASY, HARD, CHAT, EASY)) {
            rig.send(text);
            rig.clock.move(Duration.ofMillis(700));
        }
        List<Level> before = rig.ledger.levels(rig.clock.instant());
        assertThat(before).anyMatch(l -> l.used() > 0);
        rig.close();
        rig = new Rig(home, rig.catalog, rig.clock);
        assertThat(rig.ledger.levels(rig.clock.instant())).isEqualTo(before);
        rig.clock.move(Duration.ofDays(3));
        assertThat(rig.ledger.levels(rig.clock.instant())).allMatch(l -> l.used() == 0);
    }

    @Test
    void ourLevelsAreNeverBelowTheProvidersOwn() {
        for (int i = 0; i < 12; i++) {
            rig.send(List.of(CHAT, EASY, HARD).get(i % 3));
            rig.clock.move(Duration.ofMillis(137));
            for (Level theirs : rig.sandbox.levels(rig.clock.instant())) {
                assertThat(rig.ledger.level(theirs.deployment(), theirs.axis(), rig.clock.instant()).orElseThrow().used())
                        .as(theirs.deployment() + " " + theirs.axis()).isGreaterThanOrEqualTo(theirs.used());
            }
        }
    }

    @Test
    void whatTheHeadersSaidOfTheWholeCapIsGivenBackToo() {
        CallRecord call = rig.send(CHAT).record().attempts().getFirst();
        Level minute = rig.ledger.level(KIMI, Axis.TPM, rig.clock.instant()).orElseThrow();
        assertThat(minute.source()).isEqualTo(Level.Source.PROVIDER);
        assertThat(minute.used()).isEqualTo(call.usage().charged());
    }

    @Test
    @DisplayName("Q3: a stream without usage is settled by our own count")
    void withoutUsageWeCountOurselves() {
        rig.sandbox.script("kimi-k2-instruct", Fault.NO_USAGE);
        CallRecord call = rig.send(CHAT).record().attempts().getFirst();
        assertThat(call.outcome()).contains(Outcome.OK);
        assertThat(call.usage().promptTokens()).isPositive();
        assertThat(call.usage().completionTokens()).isPositive();
        assertThat(rig.ledger.level(KIMI, Axis.TPD, rig.clock.instant()).orElseThrow().used())
                .isGreaterThanOrEqualTo(call.usage().charged());
    }

    @ParameterizedTest
    @CsvSource({"cut:5", "silence-after:5", "error:5", "garbage", "silence"})
    @DisplayName("Q3: a stream that breaks off keeps its whole reservation, also over a restart")
    void whatBrokeOffKeepsItsReservation(String fault) {
        rig.sandbox.script("kimi-k2-instruct", Fault.parse(fault));
        CallRecord call = rig.send(CHAT).record().attempts().getFirst();
        assertThat(call.deployment()).isEqualTo(KIMI);
        assertThat(call.usage().charged()).as("what we heard of it is less").isLessThan(call.reserved().tokens());
        assertThat(rig.ledger.level(KIMI, Axis.TPD, rig.clock.instant()).orElseThrow().used()).isEqualTo(call.reserved().tokens());
        rig.close();
        rig = new Rig(home, rig.catalog, rig.clock);
        assertThat(rig.ledger.level(KIMI, Axis.TPD, rig.clock.instant()).orElseThrow().used()).isEqualTo(call.reserved().tokens());
    }

    @Test
    @DisplayName("Q12: what our own ledger refuses takes the same path as what a provider refuses")
    void aLocalRefusalReachesTheBackup() {
        fill(KIMI);
        var record = rig.send(CHAT).record();
        assertThat(record.served()).contains(QWEN);
        assertThat(record.decision().candidates().stream().filter(c -> c.deployment().equals(KIMI))).singleElement()
                .satisfies(c -> assertThat(c.verdict()).isEqualTo(Verdict.NO_ROOM));
    }

    @Test
    @DisplayName("Q12: so does what the ledger refuses only after it was decided, because somebody else took the room")
    void aRefusalAtTheLastMomentReachesTheBackup() {
        Answer answer = rig.exchange.send(new Ask(CHAT), event -> {
            if (event instanceof ExchangeEvent.Decided(var decision)) {
                assertThat(decision.chosen()).contains(KIMI);
                fill(KIMI);
            }
        }, new Cancellation());
        assertThat(answer.result()).isEqualTo(Result.ANSWERED);
        assertThat(answer.record().served()).contains(QWEN);
        assertThat(answer.record().attempts()).extracting(CallRecord::deployment).containsExactly(QWEN);
        assertThat(answer.record().decision().candidates().stream().filter(c -> c.deployment().equals(KIMI))).singleElement()
                .satisfies(c -> assertThat(c.verdict()).isEqualTo(Verdict.NO_ROOM));
    }

    @Test
    void aRefusalTeachesTheLedgerItsAxis() {
        rig.sandbox.script("kimi-k2-instruct", Fault.parse("429:tpd"));
        rig.send(CHAT);
        Level day = rig.ledger.level(KIMI, Axis.TPD, rig.clock.instant()).orElseThrow();
        assertThat(day.source()).isEqualTo(Level.Source.PROVIDER);
        assertThat(day.used()).isGreaterThan(290_000);
        var next = rig.send(CHAT).record();
        assertThat(next.attempts()).extracting(CallRecord::deployment).containsExactly(QWEN);
    }

    @Test
    void manyAtOnceNeverGetARefusal() throws Exception {
        var answers = new ArrayList<Future<Answer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                String text = List.of(CHAT, EASY, HARD).get(i % 3);
                answers.add(threads.submit(() -> rig.exchange.send(new Ask(text), event -> { }, new Cancellation())));
            }
        }
        for (Future<Answer> answer : answers) {
            assertThat(answer.get().result()).isIn(Result.ANSWERED, Result.PARKED);
        }
        assertThat(rig.sandbox.calls()).extracting(Seen::status).containsOnly(200);
        assertThat(rig.ledger.levels(rig.clock.instant())).allMatch(l -> l.held() == 0);
    }

    @Test
    void aPreviewSpendsNothing() {
        Preview preview = rig.exchange.preview(new Ask(HARD));
        assertThat(preview.tier()).isEqualTo(Tier.DEEP);
        assertThat(preview.chosen()).contains(DEEP);
        assertThat(preview.tokens()).isBetween(1_000L, 8_000L);
        assertThat(rig.sandbox.calls()).isEmpty();
        assertThat(rig.journal.conversations()).isEmpty();
    }

    @Test
    void noKeyAndNoOrganisationReachesTheJournal() {
        rig.sandbox.script("kimi-k2-instruct", Fault.RATE_LIMITED);
        var record = rig.send(CHAT).record();
        assertThat(record.calls()).allSatisfy(c -> assertThat(c.reason()).doesNotContain("org_")
                .doesNotContain(rig.sandbox.token().reveal()));
        assertThat(rig.events.toString()).doesNotContain("org_sandbox").doesNotContain(rig.sandbox.token().reveal());
        assertThat(rig.events).anyMatch(e -> e instanceof ExchangeEvent.AttemptFailed f && f.failure() instanceof Failure.RateLimited);
    }

    /** Leaves no token of the day. */
    private void fill(DeploymentId id) {
        long limit = rig.ledger.level(id, Axis.TPD, rig.clock.instant()).orElseThrow().limit();
        rig.ledger.correct(id, Axis.TPD, limit, OptionalLong.empty(), rig.clock.instant());
        assertThat(rig.ledger.reserve(id, new Need(100, 0), Kept.NOTHING, rig.clock.instant())).isInstanceOf(Ledger.Result.Denied.class);
    }

    private String name(DeploymentId id) {
        return rig.catalog.deployment(id).orElseThrow().name();
    }
}
