package dev.katman.launch;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

import static org.assertj.core.api.Assertions.assertThat;

class SteadyClockTest {
    @Test
    @DisplayName("Q19: a jump of the wall clock is not followed while the program runs")
    void aJumpOfTheWallClockIsNotFollowed() {
        var wall = new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));
        var settable = new Clock() {
            @Override
            public Instant instant() {
                return wall.get();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }
        };
        SteadyClock clock = SteadyClock.from(settable);
        Instant before = clock.instant();
        for (Duration jump : new Duration[] {Duration.ofDays(3), Duration.ofDays(-30)}) {
            wall.set(wall.get().plus(jump));
            Instant after = clock.instant();
            assertThat(after).isAfterOrEqualTo(before).isBefore(before.plus(Duration.ofHours(1)));
            before = after;
        }
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    }
}
