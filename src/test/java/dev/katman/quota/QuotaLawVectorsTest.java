package dev.katman.quota;

import dev.katman.catalog.Axis;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Every line of the table in facts/quota-law: figures that providers stated, each of which must come out of the formula. */
class QuotaLawVectorsTest {
    private static final Instant NOW = Fixture.T0;

    @ParameterizedTest(name = "{0}: limit {1}, used {2}, requested {3} -> {4} s")
    @CsvSource({
        "TPD, 100000,  97050, 3619, 578.016",
        "TPD, 100000,  94976, 5632, 525.312",
        "TPD, 200000, 199336, 1524, 371.52",
        "TPD, 200000, 199508, 1649, 499.824",
        "TPD, 200000, 194803, 5576, 163.728",
        "TPD, 500000, 499483, 3865, 578.5344",
        "TPM,  12000,   4437, 9854, 11.455",
        "TPM,  12000,   2542, 9855, 1.985",
        "ITPM,  7000,   6635,  538, 1.482857",
        "RPM,     30,     30,    1, 2",
    })
    void aStatedWaitComesOutOfTheFormula(Axis axis, long limit, long used, long requested, BigDecimal stated) {
        Ledger ledger = Fixture.draining(Map.of(axis, limit));
        Fixture.fill(ledger, axis, used, NOW);

        Admission admission = ledger.peek(Fixture.ID, Fixture.tokens(requested), Kept.NOTHING, NOW);

        assertThat(admission).isInstanceOfSatisfying(Admission.NoRoom.class, full -> {
            assertThat(full.axis()).isEqualTo(axis);
            assertThat(full.need()).isEqualTo(requested);
            assertThat(full.level()).isEqualTo(used);
            assertThat(full.limit()).isEqualTo(limit);
            assertThat(seconds(full.roomIn()).setScale(stated.scale(), RoundingMode.DOWN)).isEqualByComparingTo(stated);
        });
    }

    @ParameterizedTest(name = "{0}: limit {1}, used {2}, requested {3}")
    @CsvSource({"TPD, 100000, 97050, 3619", "TPD, 500000, 499483, 3865", "TPM, 12000, 2542, 9855", "ITPM, 7000, 6635, 538",
        "RPM, 30, 30, 1"})
    void afterTheWaitItIsAdmittedAndAMillisecondBeforeItIsNot(Axis axis, long limit, long used, long requested) {
        Ledger ledger = Fixture.draining(Map.of(axis, limit));
        Fixture.fill(ledger, axis, used, NOW);
        Need need = Fixture.tokens(requested);
        Duration wait = ((Admission.NoRoom) ledger.peek(Fixture.ID, need, Kept.NOTHING, NOW)).roomIn();
        Instant then = NOW.plusMillis(wait.plusNanos(999_999).toMillis()); // the ledger counts in whole milliseconds

        assertThat(ledger.peek(Fixture.ID, need, Kept.NOTHING, then)).isInstanceOf(Admission.Fits.class);
        assertThat(ledger.peek(Fixture.ID, need, Kept.NOTHING, then.minusMillis(1))).isInstanceOf(Admission.NoRoom.class);
    }

    @Test
    void moreThanTheLimitNeverFitsThoughAProviderStatedAWaitForIt() {
        Ledger ledger = Fixture.draining(Map.of(Axis.TPM, 7_000L));

        assertThat(ledger.peek(Fixture.ID, Fixture.tokens(12_903), Kept.NOTHING, NOW))
                .isEqualTo(new Admission.NeverFits(Axis.TPM, 12_903, 7_000));
    }

    @ParameterizedTest(name = "{0}: limit {1}, {2} used -> full again in {3} s")
    @CsvSource({"RPD, 1000, 1, 86.4", "TPM, 8000, 78, 0.585"})
    void aResetHeaderIsTheTimeUntilTheBucketIsFullAgain(Axis axis, long limit, long used, BigDecimal stated) {
        Ledger ledger = Fixture.draining(Map.of(axis, limit));
        Fixture.fill(ledger, axis, used, NOW);

        Level level = ledger.level(Fixture.ID, axis, NOW).orElseThrow();

        assertThat(seconds(level.untilFull())).isEqualByComparingTo(stated);
        assertThat(level.left()).isEqualTo(limit - used);
        assertThat(Fixture.used(ledger, axis, NOW.plus(level.untilFull()))).isZero();
    }

    @Test
    @DisplayName("200 000 tokens a day refill at 8 333 an hour, and up to twice the limit goes in the first day")
    void twoLimitsCanBeSpentInTheFirstDay() {
        Ledger ledger = Fixture.draining(Map.of(Axis.TPD, 200_000L));
        Fixture.spend(ledger, Fixture.tokens(200_000), NOW);
        assertThat(ledger.level(Fixture.ID, Axis.TPD, NOW.plus(Duration.ofHours(1))).orElseThrow().left()).isEqualTo(8_333);

        long spent = 200_000;
        for (int hour = 1; hour <= 24; hour++) {
            Instant now = NOW.plus(Duration.ofHours(hour));
            long left = ledger.level(Fixture.ID, Axis.TPD, now).orElseThrow().left();
            Fixture.spend(ledger, Fixture.tokens(left), now);
            spent += left;
        }
        assertThat(spent).isEqualTo(400_000);
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos(), 9);
    }
}
