package dev.katman.ui.usage;

import dev.katman.catalog.Axis;
import dev.katman.catalog.DeploymentId;
import dev.katman.quota.Level;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** A limit of 240 000 tokens a day gives 10 000 back in an hour. */
class ForecastTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private static Level level(long used, Duration untilFull) {
        return new Level(DeploymentId.parse("gpt-oss-120b@groq"), Axis.TPD, 240_000, used, 0, untilFull, Level.Source.OURS, Optional.empty());
    }

    private static Forecast draining(long used, long spent) {
        return Forecast.of(level(used, Duration.ofHours(used / 10_000)), true, spent, HOUR, NOW);
    }

    private static Forecast calendar(long used, long spent, Duration untilFull) {
        return Forecast.of(level(used, untilFull), false, spent, HOUR, NOW);
    }

    @Test
    void aDrainingBudgetRunsOutOnlyWhereMoreIsSpentThanComesBack() {
        assertThat(draining(140_000, 30_000)).isEqualTo(new Forecast.RunsOut(NOW.plus(Duration.ofHours(5))));
        assertThat(draining(140_000, 10_000)).isEqualTo(new Forecast.Never());
        assertThat(draining(140_000, 4_000)).isEqualTo(new Forecast.Never());
        assertThat(draining(140_000, 0)).isEqualTo(new Forecast.AtRest());
        assertThat(draining(240_000, 30_000)).isEqualTo(new Forecast.Empty());
    }

    @Test
    void aBudgetOfTheCalendarRunsOutUnlessItsDayStartsBefore() {
        assertThat(calendar(140_000, 20_000, Duration.ofHours(12))).isEqualTo(new Forecast.RunsOut(NOW.plus(Duration.ofHours(5))));
        assertThat(calendar(140_000, 20_000, Duration.ofHours(4))).isEqualTo(new Forecast.StartsAfresh(NOW.plus(Duration.ofHours(4))));
    }

    @Test
    void whatIsLeftIsDrawnBetweenNothingAndEverything() {
        Level level = level(140_000, Duration.ofHours(14));
        assertThat(Forecast.leftShare(level, true, 30_000, HOUR, Duration.ZERO)).isEqualTo(100_000 / 240_000.0, within(1e-9));
        assertThat(Forecast.leftShare(level, true, 30_000, HOUR, Duration.ofHours(2))).isEqualTo(60_000 / 240_000.0, within(1e-9));
        assertThat(Forecast.leftShare(level, true, 30_000, HOUR, Duration.ofHours(9))).isZero();
        assertThat(Forecast.leftShare(level, true, 0, HOUR, Duration.ofHours(20))).isEqualTo(1);
    }

    @Test
    void aBudgetOfTheCalendarIsWholeAgainWhenItsDayStarts() {
        Level level = level(140_000, Duration.ofHours(4));
        assertThat(Forecast.leftShare(level, false, 12_000, HOUR, Duration.ofHours(3))).isEqualTo(64_000 / 240_000.0, within(1e-9));
        assertThat(Forecast.leftShare(level, false, 12_000, HOUR, Duration.ofHours(4))).isEqualTo(1);
        assertThat(Forecast.leftShare(level, false, 12_000, HOUR, Duration.ofHours(6))).isEqualTo(216_000 / 240_000.0, within(1e-9));
    }
}
