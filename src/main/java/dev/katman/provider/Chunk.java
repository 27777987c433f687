package dev.katman.provider;

import dev.katman.catalog.Limits;
import dev.katman.conversation.Usage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Locale;
import java.util.Optional;

/**
 * One piece of an answer, or a whole one: they differ only in calling the content {@code delta} or {@code message}.
 *
 * @param text     of the answer; may be empty
 * @param thinking before it; may be empty
 * @param finish   why the model stopped, in the provider's word; empty as long as it goes on
 * @param usage    what all of it cost; in the last piece, in one of two places
 * @param error    what went wrong, if it is no piece at all
 */
record Chunk(String text, String thinking, Optional<String> finish, Optional<Usage> usage, Optional<JsonNode> error) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Reads one; empty where it is not a JSON object. */
    static Optional<Chunk> read(String data) {
        try {
            JsonNode root = JSON.readTree(data);
            return root.isObject() || root.path(0).path("error").isObject() ? Optional.of(of(root)) : Optional.empty();
        } catch (JacksonException garbage) {
            return Optional.empty();
        }
    }

    private static Chunk of(JsonNode root) {
        JsonNode choice = root.path("choices").path(0);
        JsonNode delta = choice.path("delta").isObject() ? choice.path("delta") : choice.path("message");
        JsonNode content = delta.path("content");
        String thinking = string(delta.path("reasoning"));
        if (thinking.isEmpty()) {
            // the other name for it; some servers send both, and it is one thought all the same
            thinking = string(delta.path("reasoning_content"));
        }
        return new Chunk(string(content) + parts(content, "text", "text"), thinking + parts(content, "thinking", "thinking"),
                Optional.of(string(choice.path("finish_reason"))).filter(reason -> !reason.isEmpty()),
                usage(root.path("x_groq").path("usage")).or(() -> usage(root.path("usage"))), error(root));
    }

    Reply.Finish reason() {
        return switch (finish.orElse("").toLowerCase(Locale.ROOT)) {
            case "stop", "eos", "end_turn" -> Reply.Finish.STOP;
            case "length", "max_tokens", "model_length" -> Reply.Finish.LENGTH;
            case "content_filter", "safety" -> Reply.Finish.CONTENT_FILTER;
            default -> Reply.Finish.OTHER;
        };
    }

    /** Mistral's reasoning models send content as a list of typed parts, a thought being a list of texts again. */
    private static String parts(JsonNode content, String type, String field) {
        var text = new StringBuilder();
        if (content.isArray()) {
            for (JsonNode part : content) {
                if (string(part.path("type")).equals(type)) {
                    text.append(string(part.path(field))).append(parts(part.path(field), "text", "text"));
                }
            }
        }
        return text.toString();
    }

    private static Optional<JsonNode> error(JsonNode root) {
        JsonNode first = root.isArray() ? root.path(0) : root;
        JsonNode error = first.path("error");
        if (error.isObject() || !string(error).isEmpty()) {
            return Optional.of(first);
        }
        // Groq can end a stream early with a sentence in its own corner of the chunk; OpenRouter with nothing but this reason.
        boolean groq = !string(first.path("x_groq").path("error")).isEmpty();
        boolean reason = string(first.path("choices").path(0).path("finish_reason")).equals("error");
        return groq ? Optional.of(first.path("x_groq")) : reason ? Optional.of(first) : Optional.empty();
    }

    private static Optional<Usage> usage(JsonNode usage) {
        long prompt = count(usage.path("prompt_tokens"));
        long completion = count(usage.path("completion_tokens"));
        if (prompt + completion == 0) {
            // Absent, or the zeros that some servers send until they know: nothing was said, so the reservation stands.
            return Optional.empty();
        }
        // Gemini leaves its thoughts out of completion_tokens, though not out of the total and not out of the limit.
        completion = Math.max(completion, count(usage.path("total_tokens")) - prompt);
        long cached = count(usage.path("prompt_tokens_details").path("cached_tokens"));
        return Optional.of(new Usage(prompt, completion, Math.min(cached, prompt)));
    }

    /** A number of tokens; 0 for what cannot be one. */
    private static long count(JsonNode node) {
        long tokens = node.isIntegralNumber() && node.canConvertToLong() ? node.longValue() : 0;
        return tokens > 0 && tokens <= Limits.MOST ? tokens : 0;
    }

    private static String string(JsonNode node) {
        return node.isString() ? node.stringValue() : "";
    }
}
