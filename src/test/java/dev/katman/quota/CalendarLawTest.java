package dev.katman.quota;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Law;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Q7: days of 23, 24 and 25 hours. Istanbul kept summer time until 2016, and has stood still since. */
class CalendarLawTest {
    private static final Map<Axis, Long> LIMITS = Map.of(Axis.RPD, 50L, Axis.TPM, 8_000L);

    @ParameterizedTest(name = "{0} {1}, spent at {2}: resets at {3}")
    @CsvSource({
        "UTC,                 00:00, 2026-03-29T00:30:00Z, 2026-03-30T00:00:00Z",
        "UTC,                 00:00, 2026-10-25T23:59:59Z, 2026-10-26T00:00:00Z",
        // spring: 8 March 2026 has 23 hours; autumn: 1 November 2026 has 25
        "America/Los_Angeles, 00:00, 2026-03-08T08:00:00Z, 2026-03-09T07:00:00Z",
        "America/Los_Angeles, 00:00, 2026-11-01T07:00:00Z, 2026-11-02T08:00:00Z",
        "America/Los_Angeles, 00:00, 2026-03-08T07:59:59Z, 2026-03-08T08:00:00Z",
        // 02:30 does not exist on 8 March: the day starts at 03:30 instead; it exists twice at 01:30 on 1 November: the first
        // counts
        "America/Los_Angeles, 02:30, 2026-03-08T09:00:00Z, 2026-03-08T10:30:00Z",
        "America/Los_Angeles, 02:30, 2026-03-08T10:30:00Z, 2026-03-09T09:30:00Z",
        "America/Los_Angeles, 01:30, 2026-11-01T08:00:00Z, 2026-11-01T08:30:00Z",
        "America/Los_Angeles, 01:30, 2026-11-01T08:30:00Z, 2026-11-02T09:30:00Z",
        // Istanbul: +2 to +3 at 03:00 on 27 March 2016, for good
        "Europe/Istanbul,     00:00, 2016-03-26T22:00:00Z, 2016-03-27T21:00:00Z",
        "Europe/Istanbul,     00:00, 2016-10-29T21:00:00Z, 2016-10-30T21:00:00Z",
        "Europe/Istanbul,     00:00, 2015-11-07T22:00:00Z, 2015-11-08T22:00:00Z",
        "Europe/Istanbul,     00:00, 2026-03-28T21:00:00Z, 2026-03-29T21:00:00Z",
        "Europe/Istanbul,     00:00, 2026-10-24T20:59:59Z, 2026-10-24T21:00:00Z",
    })
    @DisplayName("Q7: a day starts at its own midnight, however many hours the last one had")
    void aDayStartsAtItsOwnTime(ZoneId zone, LocalTime time, Instant spent, Instant reset) {
        var ledger = new Ledger(Fixture.catalog(new Law.Calendar(zone, time), LIMITS));
        for (int i = 0; i < 50; i++) {
            Fixture.spend(ledger, Fixture.tokens(1), spent);
        }

        assertThat(ledger.level(Fixture.ID, Axis.RPD, spent).orElseThrow().untilFull()).isEqualTo(Duration.between(spent, reset));
        assertThat(ledger.peek(Fixture.ID, Fixture.tokens(1), Kept.NOTHING, spent)).isEqualTo(
                new Admission.NoRoom(Axis.RPD, 1, 50, 50, Duration.between(spent, reset)));
        assertThat(Fixture.used(ledger, Axis.RPD, reset.minusMillis(1))).isEqualTo(50);
        assertThat(Fixture.used(ledger, Axis.RPD, reset)).isZero();
        assertThat(ledger.peek(Fixture.ID, Fixture.tokens(1), Kept.NOTHING, reset)).isInstanceOf(Admission.Fits.class);
    }

    @Test
    @DisplayName("Q7: limits a minute drain though the day is a calendar day")
    void limitsAMinuteStillDrain() {
        var ledger = new Ledger(Fixture.catalog(new Law.Calendar(ZoneId.of("UTC"), LocalTime.MIDNIGHT), LIMITS));
        Fixture.spend(ledger, Fixture.tokens(8_000), Fixture.T0);

        assertThat(Fixture.used(ledger, Axis.TPM, Fixture.T0.plusSeconds(15))).isEqualTo(6_000);
        assertThat(Fixture.used(ledger, Axis.RPD, Fixture.T0.plusSeconds(15))).isEqualTo(1);
    }
}
