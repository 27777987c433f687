package dev.katman.exchange;

import dev.katman.catalog.Axis;
import dev.katman.catalog.CatalogReader;
import dev.katman.catalog.DeploymentId;
import dev.katman.quota.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

import static org.assertj.core.api.Assertions.assertThat;

/** Limits that the reader sets hold for whatever counts, offers or answers; the levels are the same before and after a restart. */
class OwnLimitsTest {
    private static final DeploymentId KIMI = DeploymentId.parse("kimi-k2-instruct@sandbox");

    @TempDir
    Path home;
    private final MovableClock clock = new MovableClock("2026-11-22T09:00:00Z");

    private Rig rig() {
        return new Rig(home, CatalogReader.embedded(), clock);
    }

    @Test
    void aFigureHoldsAtOnceAndAfterARestart() {
        List<Level> before;
        try (Rig rig = rig()) {
            rig.send("hello");
            clock.move(Duration.ofMinutes(1));
            rig.limits.choose(KIMI, Axis.RPD, OptionalLong.of(2));
            assertThat(rig.offer.get().deployment(KIMI).orElseThrow().limits().of(Axis.RPD)).hasValue(2);
            rig.send("how are you?");
            assertThat(rig.send("and what else?").record().served()).as("two a day").map(DeploymentId::model).contains("qwen3-32b");

            clock.move(Duration.ofMinutes(1));
            rig.limits.choose(KIMI, Axis.RPD, OptionalLong.of(900));
            clock.move(Duration.ofMinutes(1));
            before = rig.ledger.levels(clock.instant());
        }
        try (Rig rig = rig()) {
            assertThat(rig.ledger.word(KIMI, Axis.RPD).inForce()).hasValue(900);
            assertThat(rig.ledger.levels(clock.instant())).usingRecursiveComparison().ignoringFields("confirmed").isEqualTo(before);

            rig.limits.choose(KIMI, Axis.RPD, OptionalLong.empty());
            assertThat(rig.ledger.word(KIMI, Axis.RPD).inForce()).hasValue(1_000);
            assertThat(rig.offer.get()).isEqualTo(CatalogReader.embedded());
        }
    }

    @Test
    void whatWasSpentBeforeAnAxisWasLimitedCounts() {
        long before;
        try (Rig rig = rig()) {
            rig.send("hello");
            assertThat(rig.ledger.level(KIMI, Axis.OTPM, clock.instant())).isEmpty();
            rig.limits.choose(KIMI, Axis.OTPM, OptionalLong.of(5_000));
            before = rig.ledger.level(KIMI, Axis.OTPM, clock.instant()).orElseThrow().used();
            assertThat(before).isPositive();
        }
        try (Rig rig = rig()) {
            assertThat(rig.ledger.level(KIMI, Axis.OTPM, clock.instant()).orElseThrow().used()).isEqualTo(before);
        }
    }
}
