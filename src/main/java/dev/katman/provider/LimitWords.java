package dev.katman.provider;

import dev.katman.catalog.Axis;
import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What a refusal says about limits. Groq and OpenAI say it in a sentence ("on tokens per day (TPD): Limit 100000, Used 97050,
 * Requested 3619. Please try again in 9m38.016s"), Cerebras names the axis only, OpenRouter puts it in a word
 * ("free-models-per-day") and in copies of headers, Gemini in a list of violations.
 *
 * @param axis      which is full
 * @param limit     its limit
 * @param used      its level
 * @param requested what the call asked for
 * @param retryAfter how long to wait
 */
record LimitWords(Optional<Axis> axis, OptionalLong limit, OptionalLong used, OptionalLong requested,
        Optional<Duration> retryAfter) {
    private static final Pattern TAG = Pattern.compile("\\((TPD|TPM|RPD|RPM|ITPM|OTPM)\\)");
    private static final Pattern WORDS = Pattern.compile("(input |output )?(tokens|requests) per (min|day)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OPEN_ROUTER = Pattern.compile("free-models-per-(min|day)");
    private static final Pattern GEMINI = Pattern.compile(
            "Generate(?:Content)?(Requests|InputTokens|OutputTokens)\\w{0,80}?Per(Minute|Day)");
    private static final Pattern WAIT = Pattern.compile("(?:try again|retry) in (" + GoDuration.PATTERN + ")",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LIMIT = number("limit");
    private static final Pattern USED = number("used");
    private static final Pattern REQUESTED = number("requested");

    static LimitWords of(ErrorBody body) {
        String message = body.message();
        Optional<Duration> wait = Optional.empty();
        var waits = WAIT.matcher(message);
        if (waits.find()) {
            wait = GoDuration.parse(waits.group(1));
        }
        var said = new LimitWords(axisIn(message), find(LIMIT, message), find(USED, message), find(REQUESTED, message), wait);
        return said.withHeaders(body.json().path("metadata").path("headers")).withDetails(body.json().path("details"));
    }

    /** Whether the call asked for more than the limit itself, which no waiting can mend, whatever wait is stated. */
    boolean neverFits() {
        return limit.isPresent() && requested.isPresent() && requested.getAsLong() > limit.getAsLong();
    }

    private static Optional<Axis> axisIn(String message) {
        var tag = TAG.matcher(message);
        if (tag.find()) {
            return Optional.of(Axis.valueOf(tag.group(1)));
        }
        var openRouter = OPEN_ROUTER.matcher(message);
        if (openRouter.find()) {
            return Optional.of(openRouter.group(1).equals("day") ? Axis.RPD : Axis.RPM);
        }
        var words = WORDS.matcher(message);
        if (!words.find()) {
            return Optional.empty();
        }
        return axis(Objects.toString(words.group(1), "") + words.group(2), words.group(3));
    }

    private static Optional<Axis> axis(String counted, String window) {
        String what = counted.toLowerCase(Locale.ROOT);
        boolean day = window.toLowerCase(Locale.ROOT).equals("day");
        if (what.endsWith("requests")) {
            return Optional.of(day ? Axis.RPD : Axis.RPM);
        }
        if (day) {
            return Optional.of(Axis.TPD);
        }
        return Optional.of(what.startsWith("input") ? Axis.ITPM : what.startsWith("output") ? Axis.OTPM : Axis.TPM);
    }

    /** OpenRouter repeats its headers in the body. Its reset is an instant, which the calendar law knows without being told. */
    private LimitWords withHeaders(JsonNode headers) {
        OptionalLong most = parse(headers.path("X-RateLimit-Limit").asString(""));
        OptionalLong left = parse(headers.path("X-RateLimit-Remaining").asString(""));
        if (most.isEmpty() || left.isEmpty() || left.getAsLong() > most.getAsLong()) {
            return this;
        }
        return new LimitWords(axis, most, OptionalLong.of(most.getAsLong() - left.getAsLong()), requested, retryAfter);
    }

    /** Gemini lists what was violated; of several, the one of the longer window is what there is to wait for. */
    private LimitWords withDetails(JsonNode details) {
        var known = this;
        for (JsonNode detail : details) {
            for (JsonNode violation : detail.path("violations")) {
                var quota = GEMINI.matcher(violation.path("quotaId").asString(""));
                if (quota.find()) {
                    var found = axis(quota.group(1), quota.group(2));
                    if (known.axis.isEmpty() || found.get().window().compareTo(known.axis.get().window()) > 0) {
                        OptionalLong value = parse(violation.path("quotaValue").asString(""));
                        known = new LimitWords(found, value.isPresent() ? value : known.limit, used, requested, known.retryAfter);
                    }
                }
            }
            var delay = GoDuration.parse(detail.path("retryDelay").asString(""));
            if (known.retryAfter.isEmpty() && delay.isPresent()) {
                known = new LimitWords(known.axis, known.limit, used, requested, delay);
            }
        }
        return known;
    }

    private static Pattern number(String name) {
        return Pattern.compile("\\b" + name + ":? (\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,15})(?!\\d)", Pattern.CASE_INSENSITIVE);
    }

    private static OptionalLong find(Pattern pattern, String message) {
        var match = pattern.matcher(message);
        return match.find() ? parse(match.group(1).replace(",", "")) : OptionalLong.empty();
    }

    private static OptionalLong parse(String digits) {
        return digits.matches("[0-9]{1,15}") ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }
}
