package dev.katman.ui.usage;

import dev.katman.ui.usage.ChartData.Category;
import dev.katman.ui.usage.ChartData.Form;
import dev.katman.ui.usage.ChartData.Series;
import dev.katman.ui.usage.ChartData.Shape;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FiguresOfChartsTest {
    private static Series series(String name, Double... values) {
        return new Series(name, "", Tone.of(Ink.DEEP), Shape.DOT, List.of(values));
    }

    private static ChartData chart(Series... series) {
        return new ChartData("some", Form.STACK, "Some", "", "Time", Unit.TOKENS, List.of(
                new Category("2026-11-22T14:00:00+03:00", "14:00", Optional.empty()),
                new Category("2026-11-22T15:00:00+03:00", "15:00", Optional.empty())), List.of(), List.of(series), OptionalDouble.empty(), List.of());
    }

    @Test
    void csvHasAPointAndNoGroupsInEveryLanguageAndLeavesOutWhatIsNotThere() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.of("tr", "TR"));
        try {
            assertThat(Csv.of(chart(series("say, \"ışık\"", 1_234_567.0, Double.NaN), series("pay", 0.125, 1e-9))))
                    .isEqualTo("Time,\"say, \"\"ışık\"\"\",pay\r\n2026-11-22T14:00:00+03:00,1234567,0.125\r\n2026-11-22T15:00:00+03:00,,0\r\n");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void everySeriesHasAValueForEachCategory() {
        assertThatIllegalArgumentException().isThrownBy(() -> chart(series("one", 1.0)));
    }

    @Test
    void whatIsSwitchedOffIsLeftOutOfTheSum() {
        ChartData data = chart(series("a", 1.0, 2.0), series("b", 10.0, Double.NaN));
        assertThat(ChartData.sum(data.shown(Set.of()), 0)).isEqualTo(11);
        assertThat(ChartData.sum(data.shown(Set.of("b")), 0)).isEqualTo(1);
        assertThat(ChartData.sum(data.shown(Set.of()), 1)).isEqualTo(2);
        assertThat(chart(series("a", 0.0, Double.NaN)).isEmpty()).isTrue();
    }

    @Test
    void aScaleEndsAtARoundMarkThatHoldsTheLargest() {
        assertThat(Scale.upTo(412_000, 4, 1)).isEqualTo(new Scale(0, 600_000, 200_000));
        assertThat(Scale.upTo(100, 4, 1).top()).isEqualTo(100);
        assertThat(Scale.upTo(3, 4, 1).marks()).containsExactly(0.0, 1.0, 2.0, 3.0);
        assertThat(Scale.upTo(0, 4, 1).marks()).containsExactly(0.0, 1.0);
        assertThat(Scale.over(-900, 12_000, 4, 1)).isEqualTo(new Scale(-5_000, 15_000, 5_000));
        assertThat(Scale.over(-7, 0, 4, 1).marks()).containsExactly(-8.0, -6.0, -4.0, -2.0, 0.0);
        assertThat(Scale.upTo(0.031, 4, 0.001).top()).isGreaterThanOrEqualTo(0.031);
    }
}
