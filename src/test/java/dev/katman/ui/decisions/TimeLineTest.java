package dev.katman.ui.decisions;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TimeLineTest {
    @Test
    void theAxisHasTwoToSixRoundTicks() {
        for (double whole = 0.05; whole < 4000; whole *= 1.07) {
            double step = TimeLine.step(whole);
            assertThat(whole / step).as("%f", whole).isBetween(1.5, 5.0);
            double mantissa = step / Math.pow(10, Math.floor(Math.log10(step) + 1e-9));
            assertThat(Math.round(mantissa)).isIn(1L, 2L, 5L, 10L);
        }
    }
}
