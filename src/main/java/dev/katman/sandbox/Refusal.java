package dev.katman.sandbox;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Deployment;
import dev.katman.quota.Admission;

import java.time.Duration;
import java.util.Optional;

/**
 * An answer that is an error, worded as facts/quota-law has it ("Bodies").
 *
 * @param status     HTTP status
 * @param message    for the client
 * @param type       its kind
 * @param code       its short name; empty where there is none
 * @param retryAfter only with 429
 * @param generation what was generated and did not fit the schema; only with json_validate_failed
 */
record Refusal(int status, String message, String type, String code, Optional<Duration> retryAfter, Optional<String> generation) {
    private static final String INVALID = "invalid_request_error";

    private Refusal(int status, String message, String type, String code) {
        this(status, message, type, code, Optional.empty(), Optional.empty());
    }

    static Refusal key() {
        return new Refusal(401, "Invalid API Key", INVALID, "invalid_api_key");
    }

    static Refusal unknownAddress(String method, String path) {
        return new Refusal(404, "Unknown request URL: " + method + " " + path + ". Please check the URL for typos.", INVALID,
                "unknown_url");
    }

    static Refusal unknownModel(String model) {
        return new Refusal(404, "The model `" + model + "` does not exist or you do not have access to it.", INVALID,
                "model_not_found");
    }

    static Refusal decommissioned(String model) {
        return new Refusal(404, "The model `" + model + "` has been decommissioned and is no longer supported.", INVALID,
                "model_decommissioned");
    }

    static Refusal bad(String message) {
        return new Refusal(400, message, INVALID, "");
    }

    static Refusal bodyTooLarge(int most) {
        return new Refusal(413, "Request Entity Too Large: at most " + most + " bytes", INVALID, "request_too_large");
    }

    static Refusal tooLong(long tokens, int context) {
        return new Refusal(400, "Please reduce the length of the messages or completion: " + tokens
                + " tokens are asked for, the context is "
                + context + ".", INVALID, "context_length_exceeded");
    }

    static Refusal schema(String generation) {
        return new Refusal(400, "Failed to generate JSON. Please adjust your prompt. See 'failed_generation' for more details.",
                INVALID,
                "json_validate_failed", Optional.empty(), Optional.of(generation));
    }

    static Refusal overloaded(String model) {
        return new Refusal(503, "The model `" + model + "` is over capacity. Please try again and back off exponentially.",
                "internal_server_error", "");
    }

    static Refusal full(Deployment deployment, Admission.NoRoom full) {
        return limited(429, "Rate limit reached for model `" + deployment.name() + "`" + where(full.axis()) + ": Limit "
                + full.limit()
                + ", Used " + full.level() + ", Requested " + full.need() + ". Please try again in "
                + GoDuration.of(full.roomIn()) + ".",
                full.axis(), Optional.of(full.roomIn()));
    }

    static Refusal tooLarge(Deployment deployment, Admission.NeverFits never) {
        return limited(413, "Request too large for model `" + deployment.name() + "`" + where(never.axis()) + ": Limit "
                + never.limit()
                + ", Requested " + never.need() + ", please reduce your message size and try again.", never.axis(),
                Optional.empty());
    }

    private static Refusal limited(int status, String message, Axis axis, Optional<Duration> retryAfter) {
        return new Refusal(status, message, axis.countsRequests() ? "requests" : "tokens", "rate_limit_exceeded", retryAfter,
                Optional.empty());
    }

    private static String where(Axis axis) {
        String counted = switch (axis) {
            case RPM -> "requests per minute";
            case RPD -> "requests per day";
            case TPM -> "tokens per minute";
            case TPD -> "tokens per day";
            case ITPM -> "input tokens per minute";
            case OTPM -> "output tokens per minute";
        };
        return " in organization `org_sandbox` service tier `on_demand` on " + counted + " (" + axis + ")";
    }
}
