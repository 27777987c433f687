package dev.katman.sandbox;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Deployment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ScriptTest {
    private final List<Deployment> served = Caller.catalog().deployments();
    private final Script script = new Script(served);

    @Test
    void faultsAreReadAsPeopleWriteThem() {
        assertThat(Stream.of("429", "429:TPD", "503", "cut", "cut:12", "reset", "silence", "silence-after:3", "garbage", "error:0",
                "no-usage",
                " OK ").map(Fault::parse)).containsExactly(Fault.RATE_LIMITED, new Fault.RateLimited(Optional.of(Axis.TPD)),
                Fault.OVERLOADED,
                        new Fault.Cut(5), new Fault.Cut(12), Fault.RESET, Fault.SILENCE, new Fault.SilenceAfter(3), Fault.GARBAGE,
                        new Fault.ErrorInStream(0), Fault.NO_USAGE, Fault.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "500", "cut:", "cut:-1", "cut:many", "429:day", "503:1", "silence:3"})
    void anUnknownFaultIsToldWhichThereAre(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.parse(text)).withMessageContaining("it knows ok, 429");
    }

    @Test
    void aSpecNamesModelsByTheirShortNameOrByTheirNameOnTheWire() {
        script.add("kimi-k2-instruct=503,cut ; openai/gpt-oss-120b = 429;");

        assertThat(script.next(served.get(1))).contains(Fault.OVERLOADED);
        assertThat(script.next(served.get(1))).contains(new Fault.Cut(5));
        assertThat(script.next(served.get(1))).isEmpty();
        assertThat(script.next(served.get(0))).contains(Fault.RATE_LIMITED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "kimi-k2-instruct=503;gpt-9=cut     | serves no \"gpt-9\"; it serves gpt-oss-120b, kimi-k2-instruct",
        "kimi-k2-instruct=503;gpt-oss-120b  | write MODEL=FAULT,FAULT",
        "kimi-k2-instruct=503,;             | \"\" is no fault",
        "kimi-k2-instruct=503,explode       | \"explode\" is no fault",
        "kimi-k2-instruct=503,429:itpm      | the sandbox limits it on",
    })
    void aBadSpecChangesNothingAndSaysWhatIsWrong(String spec, String says) {
        assertThatIllegalArgumentException().isThrownBy(() -> script.add(spec)).withMessageContaining(says);
        assertThat(script.next(served.get(1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"578.016, 9m38.016s", "371.52, 6m11.52s", "578.5344, 9m38.5344s", "11.455, 11.455s", "1.482857143, 1.482857s",
            "2, 2s",
        "86.4, 1m26.4s", "0.585, 585ms", "0, 0s", "0.0005, 500µs", "60, 1m0s", "3600, 1h0m0s", "3723, 1h2m3s", "0.0015, 1.5ms"})
    void durationsReadAsGoPrintsThem(BigDecimal seconds, String text) {
        assertThat(GoDuration.of(Duration.ofNanos(seconds.movePointRight(9).longValueExact()))).isEqualTo(text);
    }
}
