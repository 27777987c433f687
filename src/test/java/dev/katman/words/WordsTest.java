package dev.katman.words;

import dev.katman.settings.Language;
import dev.katman.settings.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsLeftOfABudgetIsNeverNothingBeforeItIsAndNeverAllAfterSomethingWasSpent(Language language) {
        var words = new Words(Texts.in(language));
        assertThat(words.left(0)).isEqualTo(words.percent(0));
        assertThat(words.left(0.000_05)).isEqualTo("<" + words.percent(0.01));
        assertThat(words.left(0.005)).isEqualTo(words.percent(0.01));
        assertThat(words.left(0.42)).isEqualTo(words.percent(0.42));
        assertThat(words.left(0.994)).isEqualTo(words.percent(0.99));
        assertThat(words.left(0.999)).isEqualTo(">" + words.percent(0.99));
        assertThat(words.left(1)).isEqualTo(words.percent(1));
    }

    @ParameterizedTest
    @CsvSource({"100, 0.10", "120, 0.12", "2030, 2.0", "3000, 3", "12400, 12"})
    void durationsThatStandBelowEachOtherHaveAsManyDigitsAsTheirNeighbours(long millis, String seconds) {
        assertThat(new Words(Texts.in(Language.EN)).duration(Duration.ofMillis(millis))).startsWith(seconds + " ");
        assertThat(new Words(Texts.in(Language.TR)).duration(Duration.ofMillis(millis))).startsWith(seconds.replace('.', ',') + " ");
    }
}
