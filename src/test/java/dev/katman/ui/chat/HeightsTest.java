package dev.katman.ui.chat;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HeightsTest {
    private final Heights heights = new Heights();

    @Test
    void aRowNeverSeenIsAsHighAsTheOthersAreOnAverage() {
        heights.insert(0, 4);
        heights.set(0, 10);
        heights.set(3, 30);
        assertThat(heights.of(1)).isEqualTo(20);
        assertThat(heights.total()).isEqualTo(80);
        assertThat(heights.above(3)).isEqualTo(50);
    }

    @Test
    void whatWasSeenIsKnownWhereverItComesToStand() {
        heights.insert(0, 3);
        heights.set(0, 10);
        heights.set(2, 50);
        heights.insert(1, 500); // more than there was room for
        assertThat(heights.of(0)).isEqualTo(10);
        assertThat(heights.of(502)).isEqualTo(50);
        heights.remove(0, 1);
        assertThat(heights.of(501)).isEqualTo(50);
        assertThat(heights.of(0)).isEqualTo(50);
        heights.clear();
        assertThat(heights.total()).isZero();
    }
}
