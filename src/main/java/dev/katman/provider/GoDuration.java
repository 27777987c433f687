package dev.katman.provider;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times as providers write them: Go durations such as {@code 2m59.56s}, or plain seconds. */
final class GoDuration {
    /**
     * A pattern for one duration inside a sentence; {@code ms} stands before {@code m}, or milliseconds become minutes. Bounded,
     * for the regular expressions of the JDK recurse.
     */
    static final String PATTERN = "(?:(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:ns|us|µs|μs|ms|s|m|h)){1,6}";

    /** Nobody waits longer, and everybody can still turn it into nanoseconds without an overflow. */
    static final Duration LONGEST = Duration.ofDays(36_500);

    private static final Pattern WHOLE = Pattern.compile(PATTERN);
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d*)?|\\.\\d+)(ns|us|µs|μs|ms|s|m|h)");
    private static final Pattern SECONDS = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final BigDecimal SECOND = BigDecimal.valueOf(1_000_000_000);

    /** Far longer than any real duration, and short enough that a made-up one costs nothing to read. */
    private static final int LONGEST_TEXT = 64;

    private GoDuration() {
    }

    /** Reads {@code 577ms}, {@code 7.66s}, {@code 1h2m3s}; anything else, also what is negative, is empty. */
    static Optional<Duration> parse(String text) {
        String trimmed = text.strip();
        if (trimmed.length() > LONGEST_TEXT || !WHOLE.matcher(trimmed).matches()) {
            return Optional.empty();
        }
        var nanos = BigDecimal.ZERO;
        var part = PART.matcher(trimmed);
        while (part.find()) {
            nanos = nanos.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(unit(part.group(2)))));
        }
        return Optional.of(ofNanos(nanos));
    }

    /** Reads plain seconds, {@code 27} or {@code 11.382}, as in {@code retry-after}; anything else is empty. */
    static Optional<Duration> parseSeconds(String text) {
        String trimmed = text.strip();
        return trimmed.length() <= LONGEST_TEXT && SECONDS.matcher(trimmed).matches()
                ? Optional.of(ofNanos(new BigDecimal(trimmed).multiply(SECOND)))
                : Optional.empty();
    }

    private static Duration ofNanos(BigDecimal nanos) {
        return nanos.compareTo(BigDecimal.valueOf(LONGEST.toNanos())) >= 0 ? LONGEST : Duration.ofNanos(nanos.longValue());
    }

    private static long unit(String name) {
        return switch (name) {
            case "ns" -> 1L;
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            default -> 1_000L; // microseconds: us, with the micro sign, with the Greek letter
        };
    }
}
