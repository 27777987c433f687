package dev.katman.exchange;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Catalog;
import dev.katman.catalog.CatalogReader;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Limits;
import dev.katman.catalog.Mode;
import dev.katman.catalog.Policy;
import dev.katman.catalog.Tier;
import dev.katman.classify.Assessment;
import dev.katman.classify.Guess;
import dev.katman.classify.MessageType;
import dev.katman.conversation.DecisionId;
import dev.katman.exchange.WhatIf.Comparison;
import dev.katman.exchange.WhatIf.Terms;
import dev.katman.journal.PastMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** The past decided again under other terms. */
class WhatIfTest {
    private static final DeploymentId DEEP = DeploymentId.parse("gpt-oss-120b@sandbox");
    private static final DeploymentId SCOUT = DeploymentId.parse("llama-4-scout@sandbox");
    private static final Instant MORNING = Instant.parse("2026-11-20T08:00:00Z");
    private static final Policy GENEROUS = new Policy(Mode.GENEROUS, 5, 7, OptionalDouble.of(.9));
    private static final Policy STRICT = new Policy(Mode.STRICT, 5, 7, OptionalDouble.of(.9));

    private final Catalog catalog = CatalogReader.embedded();
    private final WhatIf whatIf = new WhatIf(catalog, Set.of("sandbox"), .9, ZoneOffset.UTC);
    private final List<PastMessage> past = new ArrayList<>();

    @TempDir
    private Path home;

    @Test
    void theSameTermsMoveNothingAndCostNothing() {
        for (int i = 0; i < 50; i++) {
            say(i % 10 + 1, 1_000, i);
        }
        Comparison same = whatIf.compare(past, new Terms(GENEROUS), new Terms(GENEROUS));
        assertThat(same.messages()).isEqualTo(50);
        assertThat(same.moved()).isEmpty();
        assertThat(same.cost()).isEmpty();
        assertThat(same.before()).isEqualTo(same.after());
    }

    @Test
    void anotherModeMovesTheContestedOnesAndNamesTheCost() {
        say(3, 1_000, 0);
        say(6, 1_000, 10);
        say(7, 1_500, 20);
        say(9, 1_000, 30);
        Comparison generous = whatIf.compare(past, new Terms(STRICT), new Terms(GENEROUS));
        assertThat(generous.moved()).extracting(m -> m.message().assessment().difficulty()).containsExactly(6, 7);
        assertThat(generous.moved()).allSatisfy(m -> {
            assertThat(m.before()).contains(SCOUT);
            assertThat(m.after()).contains(DEEP);
        });
        assertThat(generous.cost()).isEqualTo(Map.of(SCOUT, -2_500L, DEEP, 2_500L));
        assertThat(generous.after().deep() - generous.before().deep()).isEqualTo(2);
    }

    @Test
    void aDayThatWouldHaveRunDryIsNamedWithItsHour() {
        for (int i = 0; i < 80; i++) {
            say(9, 3_000, i); // 240 000 in 80 minutes: the day's 200 000 are gone after 66, and 11 000 come back
        }
        Comparison half = whatIf.compare(past, new Terms(GENEROUS),
                new Terms(GENEROUS, Map.of(DEEP, new Limits(Map.of(Axis.TPM, 8_000L, Axis.TPD, 100_000L, Axis.RPM, 30L, Axis.RPD, 1_000L)))));
        assertThat(half.after().dry()).singleElement().satisfies(dry -> {
            assertThat(dry.deployment()).isEqualTo(DEEP);
            assertThat(dry.day()).isEqualTo(LocalDate.parse("2026-11-20"));
            assertThat(dry.at()).isBetween(MORNING.plus(Duration.ofMinutes(30)), MORNING.plus(Duration.ofMinutes(36)));
            assertThat(dry.turned()).isGreaterThan(30);
        });
        assertThat(half.before().dry()).singleElement().satisfies(dry -> assertThat(dry.turned()).isLessThan(20));
        assertThat(half.moved()).isNotEmpty();
    }

    @Test
    void aBolderLocalJudgeSavesRouterCallsAndMayThinkOtherwise() {
        past.add(message(MessageType.TASK, 8, Optional.of(new Guess(MessageType.CHAT, 2, .8)), 0));
        past.add(message(MessageType.TASK, 8, Optional.of(new Guess(MessageType.TASK, 9, .5)), 1));
        Comparison bolder = whatIf.compare(past, new Terms(GENEROUS), new Terms(new Policy(Mode.GENEROUS, 5, 7, OptionalDouble.of(.7))));
        assertThat(bolder.before().routeCalls()).isEqualTo(2);
        assertThat(bolder.after().routeCalls()).isEqualTo(1);
        assertThat(bolder.moved()).singleElement().satisfies(m -> {
            assertThat(m.tierBefore()).isEqualTo(Tier.DEEP);
            assertThat(m.tierAfter()).isEqualTo(Tier.CONVERSATION);
        });
        assertThat(bolder.cost().get(SCOUT)).as("a verdict less").isEqualTo(-600);
    }

    @Test
    void thePastComesFromTheJournal() {
        try (var rig = new Rig(home)) {
            rig.policies.choose(STRICT);
            rig.send("Write a Python function that reverses a linked list and returns the new head.");
            rig.send("Merhaba, nasılsın?");
            Comparison generous = rig.exchange.whatIf(rig.clock.instant().minus(Duration.ofDays(1)), new Terms(GENEROUS), ZoneOffset.UTC);
            assertThat(generous.messages()).isEqualTo(2);
            assertThat(generous.moved()).singleElement().satisfies(m -> {
                assertThat(m.message().text()).startsWith("Write a Python");
                assertThat(m.after()).contains(DEEP);
            });
            int calls = rig.sandbox.calls().size();
            assertThat(calls).as("nothing was called for it").isEqualTo(4);
        }
    }

    private void say(int difficulty, int tokens, int minute) {
        past.add(new PastMessage(new DecisionId("%026d".formatted(past.size())), MORNING.plus(Duration.ofMinutes(minute)), "", new Assessment(
                MessageType.TASK, difficulty, .95, Assessment.LOCAL, Duration.ZERO, Assessment.SURE, Optional.empty()), false, Tier.WORKER,
                tokens / 2, tokens - tokens / 2, 0));
    }

    private PastMessage message(MessageType type, int difficulty, Optional<Guess> guess, int minute) {
        return new PastMessage(new DecisionId("%026d".formatted(minute)), MORNING.plus(Duration.ofMinutes(minute)), "", new Assessment(type,
                difficulty, .9, SCOUT.toString(), Duration.ZERO, "", guess), false, Tier.DEEP, 500, 500, 600);
    }
}
