package dev.katman.exchange;

import dev.katman.catalog.Mode;
import dev.katman.catalog.Policy;
import dev.katman.catalog.Tier;
import dev.katman.classify.Assessment;
import dev.katman.classify.MessageType;
import dev.katman.classify.Teacher;
import dev.katman.classify.Verdict;
import dev.katman.conversation.Purpose;
import dev.katman.exchange.Heard.Lesson;
import dev.katman.journal.JudgingDay;
import dev.katman.journal.UsageRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.awaitility.Awaitility.await;

/** Who judges a message, what it costs, and what is learned from it. */
class CascadeTest {
    private static final String CHAT = "Merhaba, nasılsın?";
    private static final String HARD = "Prove that the square root of 2 is irrational and explain every step of the proof.";

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

    @Test
    void whatTheLocalJudgeIsSureOfCostsNoCall() {
        sureFrom(0);
        Answer answer = rig.send(CHAT);
        assertThat(answer.record().calls()).extracting(c -> c.purpose()).containsExactly(Purpose.ANSWER);
        assertThat(answer.record().decision().assessment().judgedBy()).isEqualTo(Assessment.LOCAL);
        assertThat(answer.record().decision().assessment().sure()).isTrue();
        assertThat(lessons()).isEmpty();
    }

    @Test
    void theRestIsAskedOfTheRouterAndWhatWasGuessedHereIsKeptBesideIt() {
        sureFrom(1);
        Answer answer = rig.send(CHAT);
        assertThat(answer.record().calls()).extracting(c -> c.purpose()).containsExactly(Purpose.ROUTE, Purpose.ANSWER);
        assertThat(answer.record().decision().assessment().judgedBy()).isEqualTo("llama-4-scout@sandbox");
        assertThat(answer.record().decision().assessment().guess()).hasValueSatisfying(
                guess -> assertThat(guess.type()).isEqualTo(MessageType.CHAT));
    }

    @Test
    void aPolicyOfTheReadersHoldsAtOnceAndAtTheNextStart() {
        sureFrom(0);
        assertThat(rig.send(CHAT).record().decision().assessment().sure()).isTrue();
        sureFrom(1);
        assertThat(rig.send(CHAT).record().decision().assessment().sure()).isFalse();
        var chosen = new Policy(Mode.STRICT, 4, 8, OptionalDouble.of(.73));
        rig.policies.choose(chosen);
        restart();
        assertThat(rig.policies.get()).isEqualTo(chosen);
        rig.preferences.put("policy", "sometimes 5 x");
        restart();
        assertThat(rig.policies.get()).as("what makes no sense is left aside").isEqualTo(rig.catalog.policy());
    }

    @Test
    void theRoutersVerdictIsALessonAndIsHeardAgainAtTheNextStart() {
        sureFrom(1);
        Answer first = rig.send(CHAT);
        rig.send(new Ask(HARD).in(first.conversation()));
        await().until(() -> lessons().size() == 2);
        List<Lesson> heard = lessons();
        assertThat(heard.getFirst().teacher()).isEqualTo(Teacher.ROUTER);
        assertThat(heard.getFirst().before()).isEmpty();
        assertThat(heard.getLast().before()).as("what was said before").hasSize(2);
        assertThat(heard.getLast().verdict().type()).isEqualTo(MessageType.TASK);
        restart();
        await().until(() -> lessons().size() == 2);
        assertThat(lessons()).isEqualTo(heard);
    }

    @Test
    void whoDoesNotWantItToLearnIsObeyedAndWhoWantsItForgottenToo() {
        sureFrom(1);
        rig.send(CHAT);
        await().until(() -> lessons().size() == 1);
        rig.preferences.learns(false);
        rig.send(HARD);
        assertThat(rig.journal.lessons(10)).hasSize(1);
        rig.preferences.learns(true);
        rig.exchange.forgetLessons();
        await().until(() -> lessons().isEmpty());
        assertThat(rig.journal.lessons(10)).isEmpty();
        rig.send(HARD);
        rig.journal.delete(rig.journal.conversations().getFirst().id());
        assertThat(rig.journal.lessons(10)).as("a lesson goes with its message").isEmpty();
    }

    @Test
    void theReadersWordIsWrittenDownAndOutlivesTheRouters() {
        sureFrom(1);
        Answer answer = rig.send(CHAT);
        rig.exchange.teach(answer.record().id(), Tier.DEEP);
        await().until(() -> lessons().size() == 2);
        assertThat(lessons().getLast()).isEqualTo(new Lesson(CHAT, List.of(), new Verdict(MessageType.TASK, 8), Teacher.READER));
        assertThat(rig.journal.decision(answer.record().id()).orElseThrow().shouldBe()).contains(Tier.DEEP);
        rig.journal.lesson(answer.id(), Teacher.ROUTER, new Verdict(MessageType.CHAT, 1), rig.clock.instant());
        assertThat(rig.journal.lessons(10)).singleElement().satisfies(row -> assertThat(row.teacher()).isEqualTo(Teacher.READER));
    }

    @Test
    void aCorrectionIsTheNearestVerdictThatLeadsToItsTier() {
        var said = new Assessment(MessageType.TASK, 6, .5, Assessment.LOCAL, Duration.ZERO);
        assertThat(Lessons.verdict(said, Tier.CONVERSATION, Policy.FOUNDING)).isEqualTo(new Verdict(MessageType.CHAT, 4));
        assertThat(Lessons.verdict(said, Tier.WORKER, Policy.FOUNDING)).isEqualTo(new Verdict(MessageType.TASK, 4));
        assertThat(Lessons.verdict(said, Tier.DEEP, Policy.FOUNDING)).isEqualTo(new Verdict(MessageType.TASK, 8));
    }

    @Test
    void twoFiguresTellHowItGoes() {
        sureFrom(1);
        rig.send(CHAT);
        Answer hard = rig.send(HARD);
        sureFrom(0);
        rig.send("Merhaba!");
        Answer wrong = rig.send("Selam, ne yapıyorsun?");
        rig.exchange.teach(wrong.record().id(), Tier.WORKER);
        rig.send(new Ask(Optional.empty(), HARD, Optional.of(Tier.DEEP), Optional.empty())); // chosen by the reader: nobody's verdict
        boolean agreed = hard.record().decision().assessment().guess().orElseThrow().type() == MessageType.TASK;
        assertThat(agreed).isTrue();
        JudgingDay day = rig.journal.judging(ZoneOffset.UTC, 5).getFirst();
        assertThat(day).isEqualTo(new JudgingDay(day.day(), 4, 2, 2, 2, 1));
        assertThat(day.localShare()).isEqualTo(.5);
        assertThat(day.agreement()).isCloseTo(2 / 3.0, offset(1e-9));
    }

    @Test
    void judgingAloneAnswersNothingAndItsCallIsInTheJournal() {
        sureFrom(1);
        assertThat(rig.exchange.judge(HARD).judgedBy()).isEqualTo("llama-4-scout@sandbox");
        assertThat(rig.sandbox.calls()).hasSize(1);
        assertThat(rig.journal.usage(UsageRow.By.TIER, ZoneOffset.UTC)).singleElement()
                .satisfies(row -> assertThat(row.calls()).isEqualTo(1));
        assertThat(rig.journal.decisions(10)).isEmpty();
        assertThat(rig.exchange.judgeLocally(HARD).judgedBy()).isEqualTo(Assessment.LOCAL);
        assertThat(rig.sandbox.calls()).hasSize(1);
    }

    private List<Lesson> lessons() {
        return rig.learner.lessons();
    }

    private void sureFrom(double confidence) {
        rig.policies.choose(new Policy(Mode.PACED, 5, 7, OptionalDouble.of(confidence)));
    }

    private void restart() {
        rig.close();
        rig = new Rig(home, rig.catalog, rig.clock);
    }
}
