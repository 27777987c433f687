package dev.katman.ui.kit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class DirectionTest {
    @ParameterizedTest
    @CsvSource({"Hello שלום,false", "שלום Hello,true", "12. شكرا,true", "'', false", "1 + 2,false", "🎉 ışık,false"})
    void aTextIsReadAsItsFirstLetterIs(String text, boolean rightToLeft) {
        assertThat(Direction.isRightToLeft(List.of(new Span(""), new Span(text)))).isEqualTo(rightToLeft);
    }
}
