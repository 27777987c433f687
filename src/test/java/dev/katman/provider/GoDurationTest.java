package dev.katman.provider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class GoDurationTest {
    @ParameterizedTest
    @CsvSource({"577ms,577000000", "585ms,585000000", "7.66s,7660000000", "2m59.56s,179560000000", "1h2m3s,3723000000000",
            "9m38.016s,578016000000", "8m45.312s,525312000000", "6m11.52s,371520000000", "8m19.824s,499824000000",
            "2m43.728s,163728000000", "9m38.5344s,578534400000", "11.455s,11455000000", "1.985s,1985000000", "50.597s,50597000000",
            "1.482857s,1482857000", "2s,2000000000", "1m26.4s,86400000000", "1.5µs,1500", "1.5μs,1500", "3us,3000", "12ns,12",
                    ".5s,500000000",
            "1m,60000000000", "1m1ms,60001000000", "24h,86400000000000"})
    void readsWhatProvidersWrite(String text, long nanos) {
        assertThat(GoDuration.parse(text)).contains(Duration.ofNanos(nanos));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "12", "-3s", "1 m", "1d", "5 minutes", "s", "1..2s", "1S", "١s", "NaN", "1e9s", "9m38.016s."})
    void anythingElseIsEmpty(String text) {
        assertThat(GoDuration.parse(text)).isEmpty();
    }

    @Test
    void aMonstrousOneCanStillBeCountedInNanoseconds() {
        assertThat(GoDuration.parse("99999999999999999h").orElseThrow().toNanos()).isEqualTo(GoDuration.LONGEST.toNanos());
        assertThat(GoDuration.parse("9".repeat(100_000) + "s")).isEmpty();
    }

    @Test
    void secondsMayHaveAFractionAndNothingElse() {
        assertThat(GoDuration.parseSeconds("27")).contains(Duration.ofSeconds(27));
        assertThat(GoDuration.parseSeconds("11.382867")).contains(Duration.ofNanos(11_382_867_000L));
        assertThat(GoDuration.parseSeconds("31536000")).contains(Duration.ofDays(365));
        assertThat(GoDuration.parseSeconds("-1")).isEmpty();
        assertThat(GoDuration.parseSeconds("soon")).isEmpty();
    }
}
