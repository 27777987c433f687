package dev.katman.provider;

import okhttp3.Headers;
import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The one place where what a provider answers in place of an answer becomes a {@link Failure} (facts/quota-law: bodies). */
final class WireErrors {
    private static final Set<String> MODEL_GONE = Set.of(
            "model_not_found", "model_decommissioned", "model_not_available", "invalid_model",
            // not gone, but not served to this account: the same to us, and the provider's words say what to do about it
            "model_terms_required", "model_permission_blocked_org", "model_permission_blocked_project");

    /** Words for it, where a 404 or 410 has no code: Ollama, Gemini, NVIDIA, OpenRouter. */
    private static final Pattern MODEL_GONE_WORDS = Pattern.compile(
            "\\bmodels?\\b.{0,200}?(?:not (?:found|exist|available|supported)"
            + "|no longer|decommission|deprecated|retired|end of life)|no endpoints found for|^function .{0,100}not found",
            Pattern.CASE_INSENSITIVE);

    /** Words for it under a 400, where much else is also about a model. */
    private static final Pattern INVALID_MODEL = Pattern.compile(
            "invalid model\\b|not a valid model|model .{0,120} has been decommissioned",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> TOO_LARGE = Set.of("context_length_exceeded", "request_too_large", "string_above_max_length");

    private static final Pattern KEY_INVALID = Pattern.compile(
            "API key (?:not valid|not found|expired)|API_KEY_INVALID|invalid api key",
            Pattern.CASE_INSENSITIVE);

    private WireErrors() {
    }

    /** Any status but a success. */
    static Failure of(int status, Headers headers, String body, Redaction redaction) {
        if (status / 100 == 3) {
            return new Failure.BadRequest(status, redaction.reason("The address moved to " + headers.get("location")
                    + ". A call is never sent on to another address: correct the baseUrl in the catalogue.", ""));
        }
        return map(status, status, RateHeaders.retryAfter(headers), ErrorBody.read(body), redaction);
    }

    /** An error inside a success: in a stream, or as its whole body. What the body says counts; the status on the wire is kept. */
    static Failure inside(int http, ErrorBody error, Redaction redaction) {
        int meaning = switch (error.code()) {
            case "rate_limit_exceeded", "insufficient_quota" -> 429;
            case "invalid_api_key" -> 401;
            default -> MODEL_GONE.contains(error.code()) || TOO_LARGE.contains(error.code()) ? 400 : error.status().orElse(500);
        };
        return map(meaning, http, Optional.empty(), error, redaction);
    }

    private static Failure map(int status, int http, Optional<Duration> header, ErrorBody body, Redaction redaction) {
        String reason = redaction.reason(body.message(), "status " + status + " without a word");
        var said = LimitWords.of(body);
        // The sentence names the time of its own axis to the millisecond, the header is rounded.
        Optional<Duration> wait = said.retryAfter().or(() -> header);
        if (body.code().equals("json_validate_failed")) {
            String nothing = generatedNothing(body) ? "Nothing was generated, as when reasoning takes the whole cap. " : "";
            return new Failure.OutputInvalid(http, redaction.reason(nothing + reason, ""));
        }
        if (TOO_LARGE.contains(body.code())) {
            return tooLarge(http, said, reason);
        }
        return switch (status) {
            case 400, 422 -> malformed(http, body, reason);
            // "error code 1010" is a 403 too: somebody in between did not like who asks. 402: the account owes money.
            case 401, 402 -> new Failure.KeyRefused(http, reason);
            case 403 -> MODEL_GONE.contains(body.code())
                    ? new Failure.ModelGone(http, reason)
                    : new Failure.KeyRefused(http, reason);
            case 404, 410 -> missing(http, body, reason, redaction);
            case 413 -> tooLarge(http, said, reason);
            case 429 -> limited(http, body, said, wait, reason);
            case 408, 409, 425, 498, 499 -> new Failure.ProviderTrouble(http, wait, reason);
            default -> status >= 500
                    ? new Failure.ProviderTrouble(http, wait, reason)
                    : new Failure.BadRequest(http, reason);
        };
    }

    private static Failure malformed(int http, ErrorBody body, String reason) {
        if (MODEL_GONE.contains(body.code()) || INVALID_MODEL.matcher(body.message()).find()) {
            return new Failure.ModelGone(http, reason);
        }
        // Gemini says so with a 400
        boolean key = KEY_INVALID.matcher(body.message()).find() || body.code().equals("invalid_api_key");
        return key ? new Failure.KeyRefused(http, reason) : new Failure.BadRequest(http, reason);
    }

    private static Failure missing(int http, ErrorBody body, String reason, Redaction redaction) {
        boolean model = MODEL_GONE.contains(body.code())
                || !body.json().isMissingNode() && MODEL_GONE_WORDS.matcher(body.message()).find();
        if (model) {
            return new Failure.ModelGone(http, reason);
        }
        String mend = "Nothing answers at this path (" + http + "): check the baseUrl in the catalogue. It said: ";
        return new Failure.BadRequest(http, redaction.reason(mend + reason, ""));
    }

    private static Failure limited(int http, ErrorBody body, LimitWords said, Optional<Duration> wait, String reason) {
        if (said.neverFits() || body.message().regionMatches(true, 0, "Request too large", 0, "Request too large".length())) {
            return tooLarge(http, said, reason);
        }
        // Cerebras has a 429 that is about its own queue, not about anybody's limit
        if (body.code().equals("queue_exceeded")) {
            return new Failure.ProviderTrouble(http, wait, reason);
        }
        return new Failure.RateLimited(http, said.axis(), said.limit(), said.used(), said.requested(), wait, reason);
    }

    private static Failure tooLarge(int http, LimitWords said, String reason) {
        return new Failure.TooLarge(http, said.axis(), said.limit(), said.requested(), reason);
    }

    private static boolean generatedNothing(ErrorBody body) {
        JsonNode generated = body.json().path("failed_generation");
        return generated.isString() && generated.stringValue().isBlank();
    }
}
