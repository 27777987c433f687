package dev.katman.provider;

import dev.katman.catalog.Axis;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

import static org.assertj.core.api.Assertions.assertThat;

class RateHeadersTest {
    @Test
    void groqSpeaksOfRequestsADayAndTokensAMinute() {
        var word = RateHeaders.read(Headers.of("x-ratelimit-limit-requests", "1000", "x-ratelimit-remaining-requests", "999",
                "x-ratelimit-reset-requests", "1m26.4s", "X-RateLimit-Limit-Tokens", "8000", "x-ratelimit-remaining-tokens", "7922",
                "x-ratelimit-reset-tokens", "585ms"));
        assertThat(word.entries()).containsExactlyInAnyOrder(
                entry(Axis.RPD, 1000, 1, Duration.ofMillis(86_400)), entry(Axis.TPM, 8000, 78, Duration.ofMillis(585)));
    }

    @Test
    void cerebrasNamesTheWindowAndItsHoursAreNoAxis() {
        var word = RateHeaders.read(Headers.of("x-ratelimit-limit-requests-day", "14400", "x-ratelimit-remaining-requests-day",
                "14399",
                "x-ratelimit-reset-requests-day", "33011.382867", "x-ratelimit-limit-tokens-minute", "30000",
                "x-ratelimit-remaining-tokens-minute", "29000", "x-ratelimit-limit-tokens-day", "1000000",
                "x-ratelimit-remaining-tokens-day", "1", "x-ratelimit-limit-requests-hour", "300",
                "x-ratelimit-remaining-requests-hour", "0", "x-ratelimit-limit-requests-minute", "5",
                "x-ratelimit-remaining-requests-minute", "4"));
        assertThat(word.entries()).containsExactlyInAnyOrder(
                entry(Axis.RPD, 14400, 1, Duration.ofNanos(33_011_382_867_000L)), entry(Axis.TPM, 30000, 1000, null),
                entry(Axis.TPD, 1000000, 999999, null), entry(Axis.RPM, 5, 1, null));
    }

    @Test
    void mistralAbbreviatesAndItsMonthIsNoAxis() {
        var word = RateHeaders.read(Headers.of("x-ratelimit-limit-req-minute", "60", "x-ratelimit-remaining-req-minute", "59",
                "x-ratelimit-limit-tokens-minute", "500000", "x-ratelimit-remaining-tokens-minute", "499000",
                "x-ratelimit-limit-tokens-month", "1000000000", "x-ratelimit-remaining-tokens-month", "5"));
        assertThat(word.entries()).containsExactlyInAnyOrder(entry(Axis.RPM, 60, 1, null), entry(Axis.TPM, 500000, 1000, null));
    }

    @ParameterizedTest
    @CsvSource({"abc,1", "-1,1", "0,0", "99999999999999999999,1", "1e3,1", "'',''", "unlimited,unlimited"})
    void aLimitThatIsNoneIsPassedOver(String limit, String remaining) {
        assertThat(RateHeaders.read(Headers.of("x-ratelimit-limit-tokens", limit, "x-ratelimit-remaining-tokens", remaining)))
                .isEqualTo(RateWord.NONE);
    }

    @ParameterizedTest
    @CsvSource({"abc", "-1", "8001", "''"})
    void aRemainderThatCannotBeSaysNothingOfTheLevel(String remaining) {
        var word = RateHeaders.read(Headers.of("x-ratelimit-limit-tokens", "8000", "x-ratelimit-remaining-tokens", remaining,
                "x-ratelimit-reset-tokens", "whenever"));
        assertThat(word.entries())
                .containsExactly(new RateWord.Entry(Axis.TPM, OptionalLong.of(8000), OptionalLong.empty(), Optional.empty()));
    }

    @Test
    void theBareHeadersOfOpenRouterDoNotSayWhichAxis() {
        assertThat(RateHeaders.read(Headers.of("X-RateLimit-Limit", "50", "X-RateLimit-Remaining", "0"))).isEqualTo(RateWord.NONE);
    }

    @Test
    void retryAfterIsSecondsOrADateByTheProvidersOwnClock() {
        assertThat(RateHeaders.retryAfter(Headers.of("retry-after", "47"))).contains(Duration.ofSeconds(47));
        assertThat(RateHeaders.retryAfter(Headers.of("Date", "Sun, 22 Nov 2026 10:00:00 GMT",
                "Retry-After", "Sun, 22 Nov 2026 10:01:30 GMT"))).contains(Duration.ofSeconds(90));
        assertThat(RateHeaders.retryAfter(Headers.of("Date", "Sun, 22 Nov 2026 10:00:00 GMT",
                "Retry-After", "Sun, 22 Nov 2026 09:00:00 GMT"))).contains(Duration.ZERO);
        assertThat(RateHeaders.retryAfter(Headers.of("Retry-After", "Sun, 22 Nov 2026 10:01:30 GMT"))).isEmpty();
        assertThat(RateHeaders.retryAfter(Headers.of("Retry-After", "later"))).isEmpty();
        assertThat(RateHeaders.retryAfter(Headers.of())).isEmpty();
    }

    private static RateWord.Entry entry(Axis axis, long limit, long used, Duration reset) {
        return new RateWord.Entry(axis, OptionalLong.of(limit), OptionalLong.of(used), Optional.ofNullable(reset));
    }
}
