package dev.katman.provider;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Limits;
import okhttp3.Headers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Rate-limit headers to a {@link RateWord}. Numbers that make no sense are passed over: a header is a hint and never fails a call.
 * OpenRouter's bare {@code X-RateLimit-Limit} is left alone: it comes with refusals only and does not say which axis it means (the
 * body of the refusal does).
 */
final class RateHeaders {
    /** What follows {@code x-ratelimit-limit-}, {@code -remaining-}, {@code -reset-}. The first to speak of an axis counts. */
    private static final List<Name> NAMES = List.of(
            new Name("requests-minute", Axis.RPM), // Cerebras
            new Name("req-minute", Axis.RPM), // Mistral
            new Name("requests-day", Axis.RPD), // Cerebras
            new Name("requests", Axis.RPD), // Groq: always a day
            new Name("tokens-minute", Axis.TPM), // Cerebras, Mistral
            new Name("tokens", Axis.TPM), // Groq: always a minute
            new Name("tokens-day", Axis.TPD)); // Cerebras; its hours, and Mistral's months, are no axis here

    private RateHeaders() {
    }

    static RateWord read(Headers headers) {
        var entries = new ArrayList<RateWord.Entry>();
        for (Name name : NAMES) {
            OptionalLong limit = number(headers, "x-ratelimit-limit-" + name.suffix, 1);
            boolean heard = entries.stream().anyMatch(entry -> entry.axis() == name.axis);
            if (limit.isPresent() && !heard) {
                OptionalLong remaining = number(headers, "x-ratelimit-remaining-" + name.suffix, 0);
                OptionalLong used = remaining.isPresent() && remaining.getAsLong() <= limit.getAsLong()
                        ? OptionalLong.of(limit.getAsLong() - remaining.getAsLong())
                        : OptionalLong.empty();
                entries.add(new RateWord.Entry(name.axis, limit, used, reset(headers, name.suffix)));
            }
        }
        return entries.isEmpty() ? RateWord.NONE : new RateWord(entries);
    }

    /**
     * How long {@code retry-after} asks to wait: seconds, or a date, which is measured against the provider's own clock in the
     * {@code date} header of the same response, so that a wrong clock here does not matter. It is handed on however long it is.
     */
    static Optional<Duration> retryAfter(Headers headers) {
        String value = headers.get("retry-after");
        if (value == null) {
            return Optional.empty();
        }
        var then = headers.getInstant("retry-after");
        var now = headers.getInstant("date");
        if (then == null || now == null) {
            return GoDuration.parseSeconds(value);
        }
        var wait = Duration.between(now, then);
        return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    }

    /** Groq writes a Go duration, Cerebras plain seconds. */
    private static Optional<Duration> reset(Headers headers, String suffix) {
        return Optional.ofNullable(headers.get("x-ratelimit-reset-" + suffix))
                .flatMap(text -> GoDuration.parse(text).or(() -> GoDuration.parseSeconds(text)));
    }

    private static OptionalLong number(Headers headers, String header, long least) {
        String value = headers.get(header);
        if (value == null) {
            return OptionalLong.empty();
        }
        try {
            long number = Long.parseLong(value.strip());
            return number < least || number > Limits.MOST ? OptionalLong.empty() : OptionalLong.of(number);
        } catch (NumberFormatException notOne) {
            return OptionalLong.empty();
        }
    }

    private record Name(String suffix, Axis axis) {
    }
}
