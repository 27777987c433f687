package dev.katman.sandbox;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * Durations as Go prints them, which is how Groq states its waits: {@code 585ms}, {@code 7.66s}, {@code 9m38.016s}, {@code
 * 1h0m0s}.
 */
final class GoDuration {
    private GoDuration() {
    }

    /** To the microsecond, the rest cut off: the provider's own 173 * 60 / 7000 s reads {@code 1.482857s}. */
    static String of(Duration duration) {
        long micros = duration.toNanos() / 1_000;
        if (micros == 0) {
            return "0s";
        }
        if (micros < 1_000) {
            return micros + "µs";
        }
        if (micros < 1_000_000) {
            return decimal(micros, 3) + "ms";
        }
        long minutes = duration.toMinutes();
        String seconds = decimal(micros - minutes * 60_000_000, 6) + "s";
        if (minutes == 0) {
            return seconds;
        }
        return minutes < 60 ? minutes + "m" + seconds : minutes / 60 + "h" + minutes % 60 + "m" + seconds;
    }

    private static String decimal(long units, int scale) {
        return units == 0 ? "0" : BigDecimal.valueOf(units, scale).stripTrailingZeros().toPlainString();
    }
}
