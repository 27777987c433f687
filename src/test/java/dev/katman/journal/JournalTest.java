package dev.katman.journal;

import dev.katman.catalog.Axis;
import dev.katman.catalog.CatalogReader;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Mode;
import dev.katman.catalog.Tier;
import dev.katman.classify.Assessment;
import dev.katman.classify.Guess;
import dev.katman.classify.MessageType;
import dev.katman.conversation.CallId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.MessageId;
import dev.katman.conversation.Outcome;
import dev.katman.conversation.Purpose;
import dev.katman.conversation.Role;
import dev.katman.conversation.Usage;
import dev.katman.quota.Kept;
import dev.katman.quota.Ledger;
import dev.katman.quota.Need;
import dev.katman.quota.Reservation;
import dev.katman.routing.Candidate;
import dev.katman.routing.Decision;
import dev.katman.routing.Standing;
import dev.katman.routing.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JournalTest extends InJournal {
    private static final DeploymentId DEEP = DeploymentId.parse("gpt-oss-120b@groq");

    private final MessageId message = ids.message();
    private final DecisionId decision = ids.decision();

    private MessageRow sent(String text, Instant at) {
        return new MessageRow(message, conversation, Role.USER, text, at, MessageRow.State.PENDING, decision);
    }

    private Ending answered(String text, Duration took, Instant at) {
        var answer = new MessageRow(ids.message(), conversation, Role.ASSISTANT, text, at, MessageRow.State.DONE, decision);
        return new Ending(decision, message, conversation, MessageRow.State.DONE, Optional.of(answer), Optional.empty(), Optional.of(DEEP), took,
                Optional.empty(), at);
    }

    private void reopen(Instant now) {
        journal.close();
        journal = Journals.open(home, now);
    }

    @Test
    void aDecisionComesBackAsItWasWritten() {
        var written = decision();
        journal.accept(sent("Kaç gün kaldı?", NOON), Optional.empty());
        journal.decided(decision, written);
        CallId call = call(NOON);
        journal.callOpened(call, NOON.plusMillis(3), List.of());
        journal.callEnded(new CallEnd(call, NOON.plusSeconds(2), Optional.of(NOON.plusSeconds(2)), new Need(90, 40), Outcome.OK, 200,
                new Usage(100, 40, 10), Optional.of(Duration.ofMillis(310)), ""));
        journal.finished(answered("Otuz dokuz.", Duration.ofMillis(2_345), NOON.plusSeconds(2)));
        reopen(NOON.plusSeconds(60));

        DecisionRecord read = journal.decision(decision).orElseThrow();
        assertThat(read.decision()).isEqualTo(written);
        assertThat(read.text()).isEqualTo("Kaç gün kaldı?");
        assertThat(read.served()).contains(DEEP);
        assertThat(read.took()).isEqualTo(Duration.ofMillis(2_345));
        assertThat(read.calls()).singleElement().satisfies(c -> {
            assertThat(c.usage()).isEqualTo(new Usage(100, 40, 10));
            assertThat(c.ttft()).contains(Duration.ofMillis(310));
            assertThat(c.total()).isEqualTo(Duration.ofSeconds(2));
        });
        assertThat(journal.messages(conversation)).extracting(MessageRow::text).containsExactly("Kaç gün kaldı?", "Otuz dokuz.");
        assertThat(journal.decisions(5)).containsExactly(read);
        assertThat(journal.decisionsOf(conversation)).containsEntry(decision, read);
    }

    @Test
    @DisplayName("S4: a crash loses no message, and what was under way counts as spent")
    void whatACrashLeftUnderWayIsEndedOnTheCarefulSide() {
        journal.accept(sent("Hello", NOON), Optional.empty());
        journal.decided(decision, decision());
        call(NOON);
        reopen(NOON.plusSeconds(10));

        assertThat(journal.messages(conversation)).singleElement()
                .satisfies(m -> assertThat(m.state()).isEqualTo(MessageRow.State.UNANSWERED));
        CallRecord call = journal.decision(decision).orElseThrow().calls().getFirst();
        assertThat(call.outcome()).contains(Outcome.FAILED);
        assertThat(call.reason()).contains("ended while this was under way");
        var ledger = new Ledger(CatalogReader.embedded());
        journal.restore(ledger, NOON.plusSeconds(10));
        assertThat(ledger.level(DEEP, Axis.TPD, NOON.plusSeconds(10)).orElseThrow().used()).isEqualTo(1_600);
        Instant again = NOON.plusSeconds(11);
        long before = ledger.level(DEEP, Axis.TPD, again).orElseThrow().used();
        reopen(again);
        var second = new Ledger(CatalogReader.embedded());
        journal.restore(second, again);
        assertThat(second.level(DEEP, Axis.TPD, again).orElseThrow().used()).as("counted once").isEqualTo(before);
    }

    @Test
    @DisplayName("S4: a crash in mid-answer keeps the levels as they were, also when the clock has gone back meanwhile")
    void whatACrashCutOffInMidAnswerCountsOnceAndInOrder() {
        var need = new Need(600, 1_000);
        var live = new Ledger(CatalogReader.embedded());
        journal.accept(sent("Hello", NOON), Optional.empty());
        journal.decided(decision, decision());
        CallId call = call(NOON);
        var held = ((Ledger.Result.Granted) live.reserve(DEEP, need, Kept.NOTHING, NOON)).reservation();
        Instant opened = live.open(held, NOON.plusSeconds(1));
        journal.callOpened(call, opened, List.of());
        reopen(NOON.minusSeconds(3_600));

        CallRecord ended = journal.decision(decision).orElseThrow().calls().getFirst();
        assertThat(ended.outcome()).contains(Outcome.INTERRUPTED);
        assertThat(ended.ended().orElseThrow()).as("after it was admitted, whatever the clock says").isAfter(opened);
        var restored = new Ledger(CatalogReader.embedded());
        journal.restore(restored, NOON.plusSeconds(10));
        for (Axis axis : List.of(Axis.RPM, Axis.RPD, Axis.TPM, Axis.TPD)) {
            assertThat(restored.level(DEEP, axis, NOON.plusSeconds(10))).as(axis.name())
                    .isEqualTo(live.level(DEEP, axis, NOON.plusSeconds(10)));
        }
    }

    @Test
    @DisplayName("S4: a message that waited, and was just being answered at the crash, goes on waiting")
    void aCrashTakesNothingOutOfTheQueue() {
        MessageRow waiting = sent("Hello", NOON);
        journal.accept(waiting, Optional.empty());
        journal.finished(new Ending(decision, message, conversation, MessageRow.State.PARKED, Optional.empty(), Optional.empty(),
                Optional.empty(), Duration.ZERO, Optional.of(NOON.plusSeconds(60)), NOON));
        journal.takeUp(waiting, ids.decision(), NOON.plusSeconds(61));
        reopen(NOON.plusSeconds(62));

        assertThat(journal.parked()).extracting(ParkedRow::message).containsExactly(message);
        assertThat(journal.message(message).orElseThrow().state()).isEqualTo(MessageRow.State.PARKED);
    }

    @Test
    @DisplayName("Q17: a random day of calls folds to the very same levels")
    void theFoldEqualsTheLedger() {
        long seed = Long.getLong("katman.seed", 20_261_122);
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var ledger = new Ledger(CatalogReader.embedded());
        Instant now = NOON;
        journal.accept(sent("Hello", now), Optional.empty());
        for (int i = 0; i < 150; i++) {
            now = now.plusMillis(random.nextInt(20_000));
            var need = new Need(random.nextInt(1_500), 200 + random.nextInt(1_500));
            if (!(ledger.reserve(DEEP, need, Kept.NOTHING, now) instanceof Ledger.Result.Granted(Reservation held))) {
                continue;
            }
            CallId call = ids.call();
            journal.callLeaves(call, decision, DEEP, Purpose.ANSWER, Tier.DEEP, need, now);
            boolean opened = random.nextInt(4) > 0;
            if (opened) {
                Instant when = ledger.open(held, now);
                long said = random.nextInt(4_000);
                journal.callOpened(call, when, List.of(new ProviderWord(DEEP, Axis.TPM, OptionalLong.of(8_000),
                        ledger.correct(DEEP, Axis.TPM, said, OptionalLong.of(8_000), now))));
            }
            now = now.plusMillis(random.nextInt(9_000));
            var cost = new Need(need.promptTokens(), random.nextInt((int) need.completionTokens()));
            Optional<Instant> settled = Optional.empty();
            if (opened || random.nextBoolean()) {
                settled = Optional.of(ledger.settle(held, cost, now));
            } else {
                ledger.release(held);
                cost = new Need(0, 0);
            }
            journal.callEnded(new CallEnd(call, now, settled, cost, Outcome.OK, 200, Usage.NONE, Optional.empty(), ""));
        }
        reopen(now);
        var folded = new Ledger(CatalogReader.embedded());
        journal.restore(folded, now);
        assertThat(folded.levels(now)).isEqualTo(ledger.levels(now));
    }

    @Test
    void aLineTellsOfADecisionWhatATableNeeds() {
        journal.accept(sent("Kaç gün kaldı?", NOON), Optional.empty());
        journal.decided(decision, decision());
        assertThat(journal.decisionLines(Optional.empty())).singleElement()
                .satisfies(line -> assertThat(line.end()).isEqualTo(DecisionLine.End.UNDER_WAY));
        CallId call = call(NOON);
        journal.callEnded(new CallEnd(call, NOON, Optional.of(NOON), new Need(100, 50), Outcome.OK, 200, new Usage(100, 50),
                Optional.empty(), ""));
        journal.finished(answered("Üç.", Duration.ofMillis(700), NOON));
        assertThat(journal.decisionLines(Optional.of(decision))).containsExactly(new DecisionLine(decision, NOON, "Kaç gün kaldı?",
                MessageType.TASK, 8, "local", Tier.DEEP, Optional.of(DEEP), DecisionLine.End.ANSWERED,
                EnumSet.of(Verdict.ADMITTED, Verdict.NO_ROOM), 1, 150, Duration.ofMillis(700)));
        assertThat(journal.decisionLines(Optional.of(ids.decision()))).as("none later").isEmpty();
        journal.delete(conversation);
        assertThat(journal.decisionLines(Optional.empty())).singleElement().satisfies(line -> assertThat(line.text()).isEmpty());
    }

    @Test
    void deletingAConversationKeepsWhatItCost() {
        journal.accept(sent("secret plans", NOON), Optional.empty());
        journal.decided(decision, decision());
        CallId call = call(NOON);
        journal.callEnded(new CallEnd(call, NOON, Optional.of(NOON), new Need(100, 50), Outcome.OK, 200, new Usage(100, 50),
                Optional.empty(), ""));
        journal.delete(conversation);
        assertThat(journal.conversations()).isEmpty();
        assertThat(journal.messages(conversation)).isEmpty();
        assertThat(journal.decision(decision).orElseThrow().text()).isEmpty();
        assertThat(journal.usage(UsageRow.By.MODEL, ZoneId.of("UTC")))
                .containsExactly(new UsageRow(DEEP.toString(), 1, 1, 100, 50));
    }

    @Test
    void usageIsGatheredInTheReadersOwnDay() {
        journal.accept(sent("Hello", NOON), Optional.empty());
        for (String at : List.of("2026-11-22T20:30:00Z", "2026-11-22T21:30:00Z")) {
            CallId call = call(Instant.parse(at));
            journal.callEnded(new CallEnd(call, Instant.parse(at), Optional.of(Instant.parse(at)), new Need(1, 1), Outcome.OK, 200,
                    new Usage(1, 1), Optional.empty(), ""));
        }
        assertThat(journal.usage(UsageRow.By.DAY, ZoneId.of("Europe/Istanbul"))).extracting(UsageRow::key)
                .containsExactly("2026-11-22", "2026-11-23");
        assertThat(journal.usage(UsageRow.By.DAY, ZoneId.of("UTC"))).extracting(UsageRow::calls).containsExactly(2L);
        assertThat(journal.usage(UsageRow.By.HOUR, ZoneId.of("Europe/Istanbul"))).extracting(UsageRow::key)
                .containsExactly("2026-11-22T23:00+03:00", "2026-11-23T00:00+03:00");
    }

    @Test
    void titlesAreTheFirstWords() {
        String text = "  Could you please explain to me in a few words how a bloom filter works and when it fails?\nThanks";
        journal.accept(sent(text, NOON), Optional.empty());
        assertThat(journal.conversations()).singleElement().satisfies(
                c -> assertThat(c.title()).startsWith("Could you please").endsWith("…").hasSizeLessThan(62));
        journal.shelf().rename(conversation, "Bloom filters");
        assertThat(journal.conversations().getFirst().title()).isEqualTo("Bloom filters");
    }

    @Test
    void aFileThatIsNoDatabaseIsNotTouched() throws IOException {
        Path other = Files.createDirectory(home.resolve("other"));
        Path file = Files.writeString(other.resolve("katman.mv.db"), "this is a shopping list ".repeat(1_000));
        byte[] before = Files.readAllBytes(file);
        assertThatExceptionOfType(JournalException.class).isThrownBy(() -> Journal.open(other, NOON))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(JournalException.Kind.DAMAGED));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    private CallId call(Instant at) {
        CallId call = ids.call();
        journal.callLeaves(call, decision, DEEP, Purpose.ANSWER, Tier.DEEP, new Need(600, 1_000), at);
        return call;
    }

    private static Decision decision() {
        return new Decision(new Assessment(MessageType.TASK, 8, .93, "local", Duration.ofMillis(2), "",
                Optional.of(new Guess(MessageType.CHAT, 3, .61))), Tier.DEEP, Mode.PACED,
                Decision.Reason.HARD_TASK, new Decision.Pace(.25, .55, .62, OptionalDouble.of(.8)),
                List.of(new Candidate(DEEP, Tier.DEEP, Standing.FIRST, Verdict.ADMITTED, Optional.of(Axis.TPM), 2_100, 900, 8_000,
                                Duration.ZERO, 2_560),
                        new Candidate(DeploymentId.parse("llama-3.3-70b@groq"), Tier.DEEP, Standing.EMERGENCY, Verdict.NO_ROOM,
                                Optional.of(Axis.TPD), 2_100, 99_000, 100_000, Duration.ofMinutes(16), 2_560)));
    }
}
