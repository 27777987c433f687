package dev.katman.provider;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * An error as a provider words it, whichever of the shapes it has: {@code {"error":{…}}} (nearly all), that in an array (Gemini),
 * flat (Cerebras, Mistral), {@code {"error":"…"}} (Ollama), {@code {"errors":[…]}} (Cloudflare), {@code {"detail":…}} (NVIDIA),
 * HTML from something in between, plain text, nothing.
 *
 * @param message in its words, not yet redacted; may be empty
 * @param code    its short name, or empty
 * @param status  the HTTP status that the body itself names
 * @param json    the error object; missing where the body is no JSON
 */
record ErrorBody(String message, String code, OptionalInt status, JsonNode json) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern TITLE = Pattern.compile("<title[^>]{0,200}>([^<]{1,200})</title>", Pattern.CASE_INSENSITIVE);
    private static final Pattern HTML = Pattern.compile("\\s{0,50}<(?:!doctype|html|head|body)", Pattern.CASE_INSENSITIVE);

    static ErrorBody read(String text) {
        if (text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[")) {
            try {
                return of(JSON.readTree(text));
            } catch (JacksonException notJson) {
                // cut off, or not JSON after all: then it is text
            }
        }
        return new ErrorBody(isHtml(text) ? "a web page: " + title(text) : text, "", OptionalInt.empty(),
                MissingNode.getInstance());
    }

    static ErrorBody of(JsonNode body) {
        JsonNode root = body.isArray() ? body.path(0) : body;
        JsonNode error = root.path("error");
        if (error.isString()) {
            return new ErrorBody(error.stringValue(), text(root.path("code")), statusOf(root), root);
        }
        if (!error.isObject()) {
            error = root.path("errors").path(0).isObject() ? root.path("errors").path(0) : root;
        }
        String message = firstOf(error.path("message"), error.path("detail"), error.path("title"))
                .orElseGet(() -> root.isEmpty() ? "" : root.toString());
        // OpenRouter passes on in metadata.raw what its own provider said
        String raw = firstOf(error.path("metadata").path("raw")).map(said -> ": " + said).orElse("");
        return new ErrorBody(message + raw, text(error.path("code")), statusOf(error), error);
    }

    static boolean isHtml(String text) {
        return HTML.matcher(text).lookingAt();
    }

    private static String title(String html) {
        var title = TITLE.matcher(html);
        return title.find() ? title.group(1) : "without a title";
    }

    private static Optional<String> firstOf(JsonNode... nodes) {
        for (JsonNode node : nodes) {
            // Mistral's message can be an object of its own
            String text = node.isContainer() ? node.toString() : text(node);
            if (!text.isBlank()) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    private static String text(JsonNode node) {
        return node.isString() || node.isNumber() ? node.asString() : "";
    }

    private static OptionalInt statusOf(JsonNode error) {
        for (String name : List.of("code", "status_code", "status")) {
            JsonNode node = error.path(name);
            String text = text(node);
            if (text.matches("[45][0-9]{2}")) {
                return OptionalInt.of(Integer.parseInt(text));
            }
        }
        return OptionalInt.empty();
    }
}
