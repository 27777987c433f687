package dev.katman.ui.usage;

import dev.katman.ui.usage.UsageSpan.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import static org.assertj.core.api.Assertions.assertThat;

class UsageSpanTest {
    private static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-22T11:24:30Z");

    @Test
    void theHourEndsWithThePresentMinute() {
        UsageSpan span = UsageSpan.of(Kind.HOUR, NOW, 0, ISTANBUL);
        assertThat(span.bins()).isEqualTo(60);
        assertThat(span.from()).isEqualTo("2026-11-22T10:25:00Z");
        assertThat(span.to()).isEqualTo("2026-11-22T11:25:00Z");
        assertThat(UsageSpan.of(Kind.HOUR, NOW, 2, ISTANBUL).to()).isEqualTo("2026-11-22T09:25:00Z");
    }

    @Test
    void aDayIsTheReadersDay() {
        UsageSpan span = UsageSpan.of(Kind.DAY, NOW, 0, ISTANBUL);
        assertThat(span.from()).isEqualTo("2026-11-21T21:00:00Z");
        assertThat(span.bins()).isEqualTo(24);
    }

    @Test
    void aDayHasAnHourMoreOrLessWhereTheClockIsPutBackOrForward() {
        UsageSpan longer = UsageSpan.of(Kind.DAY, Instant.parse("2026-10-25T12:00:00Z"), 0, BERLIN);
        assertThat(longer.bins()).isEqualTo(25);
        assertThat(Duration.between(longer.from(), longer.to())).isEqualTo(Duration.ofHours(25));
        UsageSpan shorter = UsageSpan.of(Kind.DAY, Instant.parse("2026-03-29T12:00:00Z"), 0, BERLIN);
        assertThat(shorter.bins()).isEqualTo(23);
        assertThat(shorter.to()).isEqualTo("2026-03-29T22:00:00Z");
    }

    @Test
    void aZoneThatMovesItsClockByHalfAnHourHasAHalfBinAtTheEnd() {
        UsageSpan span = UsageSpan.of(Kind.DAY, Instant.parse("2026-04-05T03:00:00Z"), 0, ZoneId.of("Australia/Lord_Howe"));
        assertThat(span.bins()).isEqualTo(25);
        assertThat(Duration.between(span.start(24), span.end(24))).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void aWeekRunsFromMondayInQuartersOfItsOwnDays() {
        UsageSpan span = UsageSpan.of(Kind.WEEK, Instant.parse("2026-10-25T12:00:00Z"), 0, BERLIN);
        assertThat(span.bins()).isEqualTo(28);
        assertThat(span.from()).isEqualTo("2026-10-18T22:00:00Z");
        assertThat(span.to()).isEqualTo("2026-10-25T23:00:00Z");
        assertThat(Duration.between(span.start(24), span.end(24))).as("the quarter in which the clock is put back").hasHours(7);
    }

    @Test
    void aMonthHasADayForEachOfItsDays() {
        assertThat(UsageSpan.of(Kind.MONTH, NOW, 0, ISTANBUL).bins()).isEqualTo(30);
        UsageSpan february = UsageSpan.of(Kind.MONTH, Instant.parse("2026-03-31T12:00:00Z"), 1, ISTANBUL);
        assertThat(february.bins()).isEqualTo(28);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyInstantIsInTheBinThatBeginsBeforeItAndEndsAfter(Kind kind) {
        UsageSpan span = UsageSpan.of(kind, Instant.parse("2026-10-25T12:00:00Z"), 0, BERLIN);
        for (int bin = 0; bin < span.bins(); bin++) {
            assertThat(span.bin(span.start(bin))).hasValue(bin);
            assertThat(span.bin(span.end(bin).minusNanos(1))).hasValue(bin);
        }
        assertThat(span.bin(span.to())).isEmpty();
        assertThat(span.bin(span.from().minusNanos(1))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theSpanOfAPastInstantIsFound(Kind kind) {
        Instant then = Instant.parse("2026-03-29T00:59:59Z"); // a second later Berlin puts its clock forward
        int back = UsageSpan.back(kind, NOW, then, BERLIN);
        assertThat(UsageSpan.of(kind, NOW, back, BERLIN).bin(then)).isPresent();
        assertThat(UsageSpan.back(kind, NOW, NOW, BERLIN)).isZero();
    }
}
