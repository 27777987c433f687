package dev.katman.journal;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Mode;
import dev.katman.catalog.Tier;
import dev.katman.classify.Assessment;
import dev.katman.classify.Guess;
import dev.katman.classify.MessageType;
import dev.katman.conversation.CallId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.Ids;
import dev.katman.conversation.Outcome;
import dev.katman.conversation.Purpose;
import dev.katman.conversation.Role;
import dev.katman.conversation.Usage;
import dev.katman.journal.LatencyRow.Percentiles;
import dev.katman.journal.UsageCell.Grain;
import dev.katman.quota.Need;
import dev.katman.routing.Decision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class UsageHistoryTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final DeploymentId DEEP = DeploymentId.parse("gpt-oss-120b@groq");
    private static final DeploymentId SCOUT = DeploymentId.parse("llama-4-scout@groq");

    private final Ids ids = new Ids(() -> NOON, new Random(5));

    @TempDir
    private Path home;

    private Journal journal;
    private UsageHistory history;

    @BeforeEach
    void open() {
        journal = Journals.open(home, NOON);
        history = journal.history();
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void callsAreGatheredByGrainDeploymentAndTier() {
        call(SCOUT, Purpose.ROUTE, Tier.ROUTER, NOON, Outcome.OK, 100, 10);
        call(SCOUT, Purpose.ANSWER, Tier.WORKER, NOON.plusSeconds(59), Outcome.OK, 200, 50);
        call(SCOUT, Purpose.ANSWER, Tier.WORKER, NOON.plusSeconds(899), Outcome.REFUSED, 0, 0);
        call(SCOUT, Purpose.ANSWER, Tier.WORKER, NOON.plusSeconds(900), Outcome.INTERRUPTED, 70, 5);

        assertThat(history.cells(NOON, NOON.plusSeconds(3600), Grain.QUARTER)).containsExactly(
                new UsageCell(NOON, SCOUT, Tier.ROUTER, 1, 1, 0, 0, 0, 100, 10),
                new UsageCell(NOON, SCOUT, Tier.WORKER, 2, 1, 1, 0, 0, 200, 50),
                new UsageCell(NOON.plusSeconds(900), SCOUT, Tier.WORKER, 1, 0, 0, 0, 1, 70, 5));
        assertThat(history.cells(NOON, NOON.plusSeconds(3600), Grain.MINUTE)).extracting(UsageCell::start)
                .containsExactly(NOON, NOON, NOON.plusSeconds(840), NOON.plusSeconds(900));
    }

    @Test
    void aTimeHoldsItsFirstInstantAndNotItsLast() {
        Instant midnight = Instant.parse("2026-11-22T21:00:00Z"); // of Istanbul
        call(DEEP, midnight.minusMillis(1));
        call(DEEP, midnight);
        assertThat(history.cells(midnight.minus(Duration.ofDays(1)), midnight, Grain.QUARTER)).singleElement()
                .satisfies(cell -> assertThat(cell.start()).isEqualTo(midnight.minusSeconds(900)));
        assertThat(history.cells(midnight, midnight.plus(Duration.ofDays(1)), Grain.QUARTER)).singleElement()
                .satisfies(cell -> assertThat(cell.start()).isEqualTo(midnight));
    }

    @Test
    void aCallUnderWayHasLeftAndNotEnded() {
        DecisionId decision = decision(NOON);
        journal.callLeaves(ids.call(), decision, DEEP, Purpose.ANSWER, Tier.DEEP, new Need(10, 20), NOON);
        assertThat(history.cells(NOON, NOON.plusSeconds(60), Grain.MINUTE))
                .containsExactly(new UsageCell(NOON, DEEP, Tier.DEEP, 1, 0, 0, 0, 0, 0, 0));
        assertThat(history.latencies(NOON, NOON.plusSeconds(60))).isEmpty();
        assertThat(history.charged(NOON, NOON.plusSeconds(60))).containsExactly(new ChargeRow(DEEP, 0, 0));
    }

    @Test
    void percentilesAreTimesThatReallyWere() {
        for (int i = 1; i <= 20; i++) {
            call(DEEP, Purpose.ANSWER, Tier.DEEP, NOON.plusSeconds(i), Outcome.OK, 1, 1, Optional.of(Duration.ofMillis(i * 10)),
                    Duration.ofMillis(i * 100));
        }
        call(DEEP, Purpose.ANSWER, Tier.DEEP, NOON, Outcome.INTERRUPTED, 1, 1, Optional.of(Duration.ofHours(1)), Duration.ofHours(1));
        call(SCOUT, Purpose.ROUTE, Tier.ROUTER, NOON, Outcome.OK, 1, 1, Optional.empty(), Duration.ofMillis(180));
        assertThat(history.latencies(NOON, NOON.plusSeconds(60))).containsExactly(
                new LatencyRow(DEEP, false, 20, Optional.of(new Percentiles(Duration.ofMillis(100), Duration.ofMillis(190))),
                        new Percentiles(Duration.ofMillis(1_000), Duration.ofMillis(1_900))),
                new LatencyRow(SCOUT, true, 1, Optional.empty(), new Percentiles(Duration.ofMillis(180), Duration.ofMillis(180))));
    }

    @Test
    void aFailOverIsAFailureAfterWhichAnotherWasAsked() {
        DecisionId rescued = decision(NOON);
        call(rescued, DEEP, Purpose.ANSWER, Outcome.INTERRUPTED);
        call(rescued, SCOUT, Purpose.ANSWER, Outcome.OK);
        DecisionId lost = decision(NOON);
        call(lost, DEEP, Purpose.ANSWER, Outcome.FAILED);
        DecisionId judgedHere = decision(NOON);
        call(judgedHere, SCOUT, Purpose.ROUTE, Outcome.REFUSED);
        call(judgedHere, DEEP, Purpose.ANSWER, Outcome.OK);
        DecisionId stopped = decision(NOON);
        call(stopped, DEEP, Purpose.ANSWER, Outcome.CANCELLED);
        call(stopped, DEEP, Purpose.ANSWER, Outcome.OK);
        assertThat(history.failovers(NOON, NOON.plusSeconds(60))).containsExactly(new FailoverRow(DEEP, 1));
    }

    @Test
    void aMessageThatWaitedCountsOnceAndItsJudgesAreCounted() {
        var waiting = accept();
        decide(waiting, Assessment.SURE, Optional.empty(), Decision.Reason.HARD_TASK);
        journal.finished(new Ending(waiting.decision(), waiting.id(), waiting.conversation(), MessageRow.State.PARKED, Optional.empty(),
                Optional.empty(), Optional.empty(), Duration.ZERO, Optional.of(NOON.plusSeconds(60)), NOON));
        DecisionId again = ids.decision();
        journal.takeUp(waiting, again, NOON.plusSeconds(60));
        journal.decided(again, decision("", Optional.of(new Guess(MessageType.TASK, 9, .6)), Decision.Reason.HARD_TASK));
        var answer = new MessageRow(ids.message(), waiting.conversation(), Role.ASSISTANT, "Here", NOON, MessageRow.State.DONE, again);
        journal.finished(new Ending(again, waiting.id(), waiting.conversation(), MessageRow.State.DONE, Optional.of(answer), Optional.empty(),
                Optional.of(DEEP), Duration.ofSeconds(1), Optional.empty(), NOON.plusSeconds(61)));
        var chosen = accept();
        decide(chosen, Assessment.SURE, Optional.empty(), Decision.Reason.ASKED_FOR);
        var disagreed = accept();
        decide(disagreed, "", Optional.of(new Guess(MessageType.CHAT, 2, .6)), Decision.Reason.HARD_TASK);
        accept(); // not decided yet
        assertThat(history.messages(NOON, NOON.plusSeconds(3600), 5)).isEqualTo(new MessageCount(3, 1, 1, 3, 1, 2, 1));
        assertThat(history.messages(NOON.plusSeconds(3600), NOON.plusSeconds(7200), 5)).isEqualTo(new MessageCount(0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void answersComeInTheOrderInWhichTheyWereAskedForAndRouterAndFailuresAreNone() {
        call(DEEP, Purpose.ANSWER, Tier.DEEP, NOON.plusSeconds(2), Outcome.OK, 300, 40);
        call(SCOUT, Purpose.ANSWER, Tier.WORKER, NOON, Outcome.OK, 100, 20);
        call(SCOUT, Purpose.ROUTE, Tier.ROUTER, NOON, Outcome.OK, 90, 5);
        call(SCOUT, Purpose.ANSWER, Tier.WORKER, NOON, Outcome.FAILED, 9, 9);
        var answers = new ArrayList<ServedAnswer>();
        history.answers(NOON, NOON.plusSeconds(60), answers::add);
        assertThat(answers).containsExactly(new ServedAnswer(NOON, SCOUT, 100, 20), new ServedAnswer(NOON.plusSeconds(2), DEEP, 300, 40));
        assertThat(history.charged(NOON, NOON.plusSeconds(60))).containsExactly(new ChargeRow(DEEP, 1, 340),
                new ChargeRow(SCOUT, 3, 233));
        assertThat(history.lastCall()).contains(NOON.plusSeconds(2));
    }

    @Test
    void anEmptyJournalTellsOfNothing() {
        assertThat(history.lastCall()).isEmpty();
        assertThat(history.cells(Instant.EPOCH, NOON, Grain.QUARTER)).isEmpty();
        assertThat(history.messages(Instant.EPOCH, NOON, 5).messages()).isZero();
    }

    private void call(DeploymentId deployment, Instant left) {
        call(deployment, Purpose.ANSWER, Tier.DEEP, left, Outcome.OK, 10, 10);
    }

    private void call(DecisionId decision, DeploymentId deployment, Purpose purpose, Outcome outcome) {
        call(decision, deployment, purpose, Tier.DEEP, NOON, outcome, 1, 1, Optional.empty(), Duration.ofSeconds(1));
    }

    private void call(DeploymentId deployment, Purpose purpose, Tier tier, Instant left, Outcome outcome, long prompt, long completion) {
        call(deployment, purpose, tier, left, outcome, prompt, completion, Optional.empty(), Duration.ofSeconds(1));
    }

    private void call(DeploymentId deployment, Purpose purpose, Tier tier, Instant left, Outcome outcome, long prompt, long completion,
            Optional<Duration> ttft, Duration whole) {
        call(decision(left), deployment, purpose, tier, left, outcome, prompt, completion, ttft, whole);
    }

    private void call(DecisionId decision, DeploymentId deployment, Purpose purpose, Tier tier, Instant left, Outcome outcome, long prompt,
            long completion, Optional<Duration> ttft, Duration whole) {
        CallId call = ids.call();
        journal.callLeaves(call, decision, deployment, purpose, tier, new Need(prompt, completion), left);
        Instant ended = left.plus(whole);
        boolean free = prompt + completion == 0;
        journal.callEnded(new CallEnd(call, ended, free ? Optional.empty() : Optional.of(ended), new Need(prompt, completion), outcome, 200,
                new Usage(prompt, completion, 0), ttft, ""));
    }

    private DecisionId decision(Instant at) {
        DecisionId decision = ids.decision();
        journal.withoutMessage(decision, at);
        return decision;
    }

    private MessageRow accept() {
        var row = new MessageRow(ids.message(), ids.conversation(), Role.USER, "Hello", NOON, MessageRow.State.PENDING, ids.decision());
        journal.accept(row, Optional.empty());
        return row;
    }

    private void decide(MessageRow message, String note, Optional<Guess> guess, Decision.Reason reason) {
        journal.decided(message.decision(), decision(note, guess, reason));
    }

    private static Decision decision(String note, Optional<Guess> guess, Decision.Reason reason) {
        return new Decision(new Assessment(MessageType.TASK, 8, .8, "local", Duration.ofMillis(3), note, guess), Tier.DEEP, Mode.PACED, reason,
                new Decision.Pace(.1, .5, .9), List.of());
    }
}
