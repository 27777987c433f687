package dev.katman.ui.usage;

import dev.katman.catalog.Axis;
import dev.katman.catalog.CatalogReader;
import dev.katman.catalog.DeploymentId;
import dev.katman.journal.ServedAnswer;
import dev.katman.ui.usage.UsageSpan.Kind;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class AlwaysDeepTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Istanbul");
    private static final Instant NOON = Instant.parse("2026-11-22T09:00:00Z");
    private static final DeploymentId DEEP = DeploymentId.parse("gpt-oss-120b@groq");
    private static final DeploymentId ELSEWHERE = DeploymentId.parse("gpt-oss-120b@cerebras");
    private static final DeploymentId SCOUT = DeploymentId.parse("llama-4-scout@groq");

    private final UsageSpan week = UsageSpan.of(Kind.WEEK, NOON, 0, ZONE);

    private AlwaysDeep fold(Map<Axis, Long> limits) {
        return new AlwaysDeep(week, ZONE, CatalogReader.embedded(), DEEP, limits);
    }

    private static ServedAnswer answer(DeploymentId by, Instant at, long tokens) {
        return new ServedAnswer(at, by, tokens / 2, tokens - tokens / 2);
    }

    @Test
    void savedIsWhatOthersSpentOnAnswersWhereverTheDeepModelStands() {
        AlwaysDeep fold = fold(Map.of(Axis.TPD, 200_000L));
        fold.accept(answer(DEEP, NOON, 1_000));
        fold.accept(answer(ELSEWHERE, NOON.plusSeconds(1), 200));
        fold.accept(answer(SCOUT, NOON.plusSeconds(2), 3_001));
        AlwaysDeep.Estimate estimate = fold.estimate();
        assertThat(estimate.saved()).isEqualTo(3_001);
        assertThat(estimate.own().stream().mapToLong(Long::longValue).sum()).isEqualTo(1_200);
        assertThat(estimate.dryDays()).isZero();
        assertThat(estimate.firstDry()).isEmpty();
    }

    @Test
    void aDayRunsDryWhereAnAnswerWouldHaveFoundNoRoom() {
        AlwaysDeep fold = fold(Map.of(Axis.TPD, 10_000L));
        Instant monday = week.from().plus(Duration.ofHours(10));
        fold.accept(answer(SCOUT, monday, 8_000));
        fold.accept(answer(SCOUT, monday.plusSeconds(60), 8_000));
        fold.accept(answer(SCOUT, monday.plusSeconds(120), 1_500));
        fold.accept(answer(SCOUT, monday.plusSeconds(180), 8_000));
        fold.accept(answer(SCOUT, monday.plus(Duration.ofDays(2)), 9_000));
        AlwaysDeep.Estimate estimate = fold.estimate();
        assertThat(estimate.dryDays()).isEqualTo(1);
        assertThat(estimate.firstDry()).contains(monday.plusSeconds(60));
        assertThat(estimate.saved()).as("all that would have been asked of it").isEqualTo(34_500);
    }

    @Test
    void whatWasSpentTheEveningBeforeIsStillThere() {
        AlwaysDeep fold = fold(Map.of(Axis.TPD, 10_000L));
        fold.accept(answer(SCOUT, week.from().minus(Duration.ofHours(2)), 9_000));
        fold.accept(answer(SCOUT, week.from().plusSeconds(1), 9_000));
        assertThat(fold.estimate().firstDry()).contains(week.from().plusSeconds(1));
        assertThat(fold.estimate().saved()).as("the evening before is not of this week").isEqualTo(9_000);
    }

    @Test
    void requestsCountToo() {
        AlwaysDeep fold = fold(Map.of(Axis.RPD, 2L, Axis.TPD, 1_000_000L));
        for (int i = 0; i < 3; i++) {
            fold.accept(answer(SCOUT, NOON.plusSeconds(i), 10));
        }
        assertThat(fold.estimate().firstDry()).contains(NOON.plusSeconds(2));
    }

    @Test
    void whatHasNoLimitOfADayNeverRunsDry() {
        AlwaysDeep fold = fold(Map.of());
        fold.accept(answer(SCOUT, NOON, 100_000_000));
        assertThat(fold.estimate().dryDays()).isZero();
    }
}
