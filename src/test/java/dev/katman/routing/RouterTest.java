package dev.katman.routing;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Catalog;
import dev.katman.catalog.CatalogReader;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Mode;
import dev.katman.catalog.Policy;
import dev.katman.catalog.Tier;
import dev.katman.classify.Assessment;
import dev.katman.classify.MessageType;
import dev.katman.pacing.Pacing;
import dev.katman.quota.Kept;
import dev.katman.quota.Ledger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import static dev.katman.routing.Verdict.ADMITTED;
import static dev.katman.routing.Verdict.NO_KEY;
import static dev.katman.routing.Verdict.NO_ROOM;
import static dev.katman.routing.Verdict.PACED;
import static dev.katman.routing.Verdict.RETIRED;
import static dev.katman.routing.Verdict.TOO_LARGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class RouterTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Set<String> SANDBOX = Set.of("sandbox");

    private final Catalog catalog = CatalogReader.embedded();
    private final Ledger ledger = new Ledger(catalog);
    private final Pacing pacing = new Pacing(catalog, ZoneOffset.UTC);
    private final Router router = new Router(() -> catalog, ledger, catalog::policy, () -> pacing, id -> new Kept(Map.of(Axis.RPD, 100L, Axis.TPD, 50_000L)));

    @ParameterizedTest
    @CsvSource({"CHAT, 1, CONVERSATION", "CHAT, 9, CONVERSATION", "TASK, 1, WORKER", "TASK, 4, WORKER", "TASK, 8, DEEP", "TASK, 10, DEEP"})
    void theFoundingTable(MessageType type, int difficulty, Tier tier) {
        assertThat(decide(type, difficulty).tier()).isEqualTo(tier);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void theContestedBandFollowsTheMode(Mode mode) {
        var other = new Router(() -> catalog, ledger, () -> new Policy(mode, 5, 7), () -> pacing, id -> Kept.NOTHING);
        for (int difficulty = 5; difficulty <= 7; difficulty++) {
            Decision fresh = other.decide(question(MessageType.TASK, difficulty, 100, SANDBOX));
            assertThat(fresh.tier()).isEqualTo(mode == Mode.STRICT ? Tier.WORKER : Tier.DEEP);
        }
        fill("gpt-oss-120b@sandbox", Axis.TPD, 140_000);
        Decision late = other.decide(question(MessageType.TASK, 6, 100, SANDBOX));
        assertThat(late.tier()).isEqualTo(mode == Mode.GENEROUS ? Tier.DEEP : Tier.WORKER);
    }

    @Test
    void whatPacingHoldsBackServesLast() {
        fill("gpt-oss-120b@sandbox", Axis.TPD, 140_000);
        Decision decision = decide(MessageType.TASK, 6);
        assertThat(decision.reason()).isEqualTo(Decision.Reason.CONTESTED_KEPT);
        assertThat(decision.pace().price()).isGreaterThan(decision.pace().value());
        assertThat(decision.order()).extracting(c -> c.deployment().model())
                .containsExactly("llama-4-scout", "qwen3-32b", "kimi-k2-instruct", "gpt-oss-120b");
        assertThat(decision.order().getLast().verdict()).isEqualTo(PACED);
        assertThat(decide(MessageType.TASK, 8).chosen()).as("above seven it is always the deep brain")
                .contains(DeploymentId.parse("gpt-oss-120b@sandbox"));
    }

    @Test
    void aConversationStaysWithItsBackupUntilTheFirstChoiceHasAmpleRoom() {
        fill("kimi-k2-instruct@sandbox", Axis.TPM, 5_000); // half full, and this message asks for more
        var backup = DeploymentId.parse("qwen3-32b@sandbox");
        assertThat(router.decide(after(backup)).candidates().getFirst()).satisfies(c -> {
            assertThat(c.deployment()).isEqualTo(backup);
            assertThat(c.standing()).isEqualTo(Standing.STAYS);
        });
        var kimi = DeploymentId.parse("kimi-k2-instruct@sandbox");
        assertThat(router.decide(question(MessageType.CHAT, 2, 100, SANDBOX)).chosen()).as("a new conversation").contains(kimi);
        assertThat(router.decide(after(DeploymentId.parse("gpt-oss-120b@sandbox"))).chosen()).as("a neighbour is no home").contains(kimi);
        fill("qwen3-32b@sandbox", Axis.TPM, 6_000);
        assertThat(router.decide(after(backup)).chosen()).as("the backup is full").contains(kimi);
    }

    @Test
    void aConversationComesBackToAFirstChoiceWithAmpleRoom() {
        assertThat(router.decide(after(DeploymentId.parse("qwen3-32b@sandbox"))).chosen())
                .contains(DeploymentId.parse("kimi-k2-instruct@sandbox"));
    }

    @Test
    void aConversationThatTheDeepBrainIsInLeavesItNotByAHair() {
        var deep = DeploymentId.parse("gpt-oss-120b@sandbox");
        fill(deep.toString(), Axis.TPD, 110_000); // the price is a little above what a task of difficulty 6 is worth
        Question task = question(MessageType.TASK, 6, 100, SANDBOX);
        assertThat(router.decide(task).tier()).isEqualTo(Tier.WORKER);
        assertThat(router.decide(after(deep, task)).tier()).isEqualTo(Tier.DEEP);
        fill(deep.toString(), Axis.TPD, 150_000);
        assertThat(router.decide(after(deep, task)).tier()).as("far above").isEqualTo(Tier.WORKER);
    }

    private static Question after(DeploymentId last) {
        return after(last, question(MessageType.CHAT, 2, 100, SANDBOX));
    }

    private static Question after(DeploymentId last, Question q) {
        return new Question(q.assessment(), q.promptTokens(), q.usable(), q.rests(), q.tier(), q.model(), Optional.of(last), q.now(),
                q.today());
    }

    @ParameterizedTest
    @CsvSource({"qwen3-32b, CONVERSATION", "qwen3-32b@sandbox, CONVERSATION", "llama-4-scout@sandbox, WORKER", "gpt-oss-120b, DEEP"})
    void aModelThatIsAskedForAnswersForTheTierThatNamesIt(String model, Tier tier) {
        Question q = question(MessageType.TASK, 9, 100, SANDBOX);
        Decision decision = router.decide(new Question(q.assessment(), q.promptTokens(), q.usable(), q.rests(), q.tier(), Optional.of(model), q.last(),
                q.now(), q.today()));
        assertThat(decision.tier()).isEqualTo(tier);
        assertThat(decision.reason()).isEqualTo(Decision.Reason.ASKED_FOR);
        assertThat(decision.order().getFirst().deployment().model()).isEqualTo(model.split("@")[0]);
    }

    @Test
    void everyCandidateStandsInTheDecisionWithItsFigures() {
        fill("gpt-oss-120b@sandbox", Axis.TPD, 200_000);
        Decision decision = decide(MessageType.TASK, 9);
        assertThat(decision.candidates()).extracting(c -> c.deployment().toString(), Candidate::standing, Candidate::verdict).contains(
                tuple("gpt-oss-120b@groq", Standing.FIRST, NO_KEY),
                tuple("gpt-oss-120b@sandbox", Standing.FIRST, NO_ROOM),
                tuple("llama-3.3-70b@sandbox", Standing.EMERGENCY, ADMITTED),
                tuple("kimi-k2-instruct@sandbox", Standing.NEIGHBOUR, ADMITTED));
        Candidate full = decision.candidates().stream().filter(c -> c.verdict() == NO_ROOM).findFirst().orElseThrow();
        assertThat(full.axis()).contains(Axis.TPD);
        assertThat(full.level()).isEqualTo(200_000);
        assertThat(full.limit()).isEqualTo(200_000);
        assertThat(full.roomIn()).isEqualTo(Duration.ofMillis(full.need() * 432)); // 86 400 s / 200 000 tokens
        assertThat(decision.leastWait()).contains(full.roomIn());
    }

    @Test
    @DisplayName("Q22: a model that is gone is said, and its successor takes its place")
    void retiredModelsAreSaidAndSucceeded() {
        Decision decision = router.decide(question(MessageType.CHAT, 2, 100, Set.of("groq")));
        assertThat(decision.candidates()).extracting(c -> c.deployment().toString(), Candidate::verdict).startsWith(
                tuple("kimi-k2-instruct@groq", RETIRED), tuple("qwen3.8-27b@groq", ADMITTED),
                tuple("qwen3-32b@groq", RETIRED), tuple("gpt-oss-20b@groq", ADMITTED));
        Decision before = router.decide(new Question(assessment(MessageType.CHAT, 2), (model, room) -> 100, Set.of("groq"), Rests.NONE,
                Optional.empty(), Optional.empty(), Optional.empty(), NOW, LocalDate.parse("2025-10-09")));
        assertThat(before.chosen()).contains(DeploymentId.parse("kimi-k2-instruct@groq"));
    }

    @Test
    void besideRealModelsTheSandboxIsNoChoice() {
        assertThat(router.decide(question(MessageType.CHAT, 2, 100, Set.of("groq"))).candidates())
                .noneMatch(c -> c.deployment().provider().equals("sandbox"));
    }

    @Test
    @DisplayName("Q10: fit is checked for each candidate")
    void whatIsTooLargeForOneMayFitAnother() {
        Decision decision = router.decide(question(MessageType.TASK, 9, 7_950, SANDBOX));
        assertThat(decision.candidates()).extracting(c -> c.deployment().toString(), Candidate::verdict).contains(
                tuple("gpt-oss-120b@sandbox", TOO_LARGE), tuple("llama-3.3-70b@sandbox", ADMITTED));
    }

    @Test
    @DisplayName("Q10: what fits the first choice may be too large for its backup")
    void theBackupsSmallerLimitIsSeen() {
        Decision decision = router.decide(question(MessageType.CHAT, 2, 7_000, SANDBOX));
        assertThat(decision.candidates()).extracting(c -> c.deployment().toString(), Candidate::verdict).contains(
                tuple("kimi-k2-instruct@sandbox", ADMITTED), tuple("qwen3-32b@sandbox", TOO_LARGE));
        assertThat(decision.order()).extracting(c -> c.deployment().model()).doesNotContain("qwen3-32b");
    }

    @Test
    @DisplayName("Q10: where no token is limited, the model's own window is the measure")
    void theModelsWindowIsTheMeasureWhereNothingElseIs() {
        Set<String> withoutTokenLimits = Set.of("openrouter");
        assertThat(router.decide(question(MessageType.TASK, 9, 131_072 - 64, withoutTokenLimits)).order())
                .first().satisfies(c -> assertThat(c.cap()).as("what is left of the window").isEqualTo(64));
        assertThat(router.decide(question(MessageType.TASK, 9, 131_072 - 63, withoutTokenLimits)).candidates())
                .filteredOn(c -> c.deployment().provider().equals("openrouter")).isNotEmpty()
                .allSatisfy(c -> assertThat(c.verdict()).isEqualTo(TOO_LARGE));
    }

    @Test
    void theCapFitsTheTaskAndTheLimit() {
        assertThat(decide(MessageType.CHAT, 2).order().getFirst().cap()).isEqualTo(1_024);
        Candidate close = router.decide(question(MessageType.TASK, 9, 6_000, SANDBOX)).order().getFirst();
        assertThat(close.deployment().model()).isEqualTo("gpt-oss-120b");
        assertThat(close.cap()).isEqualTo(2_000);
        fill("gpt-oss-120b@sandbox", Axis.TPM, 5_500);
        assertThat(router.decide(question(MessageType.TASK, 9, 500, SANDBOX)).order().getFirst().cap())
                .as("a shorter answer now beats the full length later").isEqualTo(2_000);
    }

    @Test
    void theWorkerLeavesTheRouterItsShare() {
        fill("llama-4-scout@sandbox", Axis.RPD, 900);
        Decision decision = decide(MessageType.TASK, 2);
        assertThat(decision.chosen()).contains(DeploymentId.parse("qwen3-32b@sandbox"));
        assertThat(router.judge(question(MessageType.TASK, 2, 300, SANDBOX), model -> 40)).map(d -> d.model().id())
                .contains("llama-4-scout");
        fill("llama-4-scout@sandbox", Axis.RPD, 1_000);
        assertThat(router.judge(question(MessageType.TASK, 2, 300, SANDBOX), model -> 40)).isEmpty();
    }

    @Test
    void noCandidateStandsThereTwice() {
        for (Set<String> usable : List.of(SANDBOX, Set.of("groq"), Set.of("groq", "cerebras", "openrouter", "gemini"), Set.<String>of())) {
            for (int difficulty = 1; difficulty <= 10; difficulty++) {
                assertThat(router.decide(question(MessageType.TASK, difficulty, 100, usable)).candidates())
                        .extracting(Candidate::deployment).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void withoutAnyKeyNobodyIsChosenAndNoWaitIsPromised() {
        Decision decision = router.decide(question(MessageType.CHAT, 1, 100, Set.of()));
        assertThat(decision.order()).isEmpty();
        assertThat(decision.leastWait()).isEmpty();
        assertThat(decision.candidates()).isNotEmpty().allMatch(c -> c.verdict() == NO_KEY);
    }

    private Decision decide(MessageType type, int difficulty) {
        return router.decide(question(type, difficulty, 100, SANDBOX));
    }

    private static Question question(MessageType type, int difficulty, long tokens, Set<String> usable) {
        return new Question(assessment(type, difficulty), (model, room) -> tokens, usable, Rests.NONE, Optional.empty(), Optional.empty(),
                Optional.empty(), NOW, LocalDate.parse("2026-11-22"));
    }

    private static Assessment assessment(MessageType type, int difficulty) {
        return new Assessment(type, difficulty, .9, "local", Duration.ZERO);
    }

    private void fill(String deployment, Axis axis, long used) {
        ledger.correct(DeploymentId.parse(deployment), axis, used, OptionalLong.empty(), NOW);
    }

    @Test
    void aHardTaskGoesToTheEmergencyModelWhileThePriceKeepsTheFirstChoice() {
        fill("gpt-oss-120b@sandbox", Axis.TPD, 190_000);
        Decision kept = decide(MessageType.TASK, 8);
        assertThat(kept.pace().kept()).isTrue();
        assertThat(kept.order()).extracting(c -> c.deployment().model())
                .as("the first choice before any neighbour: it is always tier 3").startsWith("llama-3.3-70b", "gpt-oss-120b");
        fill("llama-3.3-70b@sandbox", Axis.TPD, 100_000);
        Decision yields = decide(MessageType.TASK, 8);
        assertThat(yields.order().getFirst()).extracting(c -> c.deployment().model(), Candidate::verdict)
                .containsExactly("gpt-oss-120b", ADMITTED);
    }

    @Test
    void smallTalkLeavesTheFirstChoiceToHarderTalkWhereItIsScarce() {
        assertThat(decide(MessageType.CHAT, 1).chosen()).hasValueSatisfying(id -> assertThat(id.model()).isEqualTo("kimi-k2-instruct"));
        fill("kimi-k2-instruct@sandbox", Axis.TPD, 220_000);
        assertThat(decide(MessageType.CHAT, 1).order()).extracting(c -> c.deployment().model())
                .startsWith("qwen3-32b", "kimi-k2-instruct");
        assertThat(decide(MessageType.CHAT, 9).chosen()).hasValueSatisfying(id -> assertThat(id.model()).isEqualTo("kimi-k2-instruct"));
    }
}
