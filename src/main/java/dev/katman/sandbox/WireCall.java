package dev.katman.sandbox;

import dev.katman.conversation.Message;
import dev.katman.conversation.Role;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A request for an answer, read.
 *
 * @param model        as asked for
 * @param messages     at least one
 * @param cap          the most completion tokens, where it says
 * @param stream       piece by piece, or whole
 * @param includeUsage whether a last chunk without choices is to tell the usage
 * @param json         whether the answer must be a JSON object
 * @param schema       of that object; missing where any will do
 */
record WireCall(String model, List<Message> messages, OptionalLong cap, boolean stream, boolean includeUsage, boolean json,
        JsonNode schema) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What became of reading it. */
    sealed interface Read {
        record Good(WireCall call) implements Read {
        }

        /** What is wrong, and the model where that much could be read. */
        record Bad(Refusal refusal, String model) implements Read {
        }
    }

    static Read read(byte[] body) {
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (JacksonException e) {
            return bad("The request body is not valid JSON.", "");
        }
        if (root == null || !root.isObject()) {
            return bad("The request body must be a JSON object.", "");
        }
        String model = root.path("model").isString() ? root.path("model").stringValue() : "";
        if (model.isEmpty()) {
            return bad("'model' : property is required and must be a string", "");
        }
        JsonNode list = root.path("messages");
        if (!list.isArray() || list.isEmpty()) {
            return bad("'messages' : property is required and must be an array with at least one message", model);
        }
        var messages = new ArrayList<Message>();
        for (JsonNode item : list) {
            Optional<Role> role = role(item.path("role"));
            Optional<String> text = text(item.path("content"));
            if (role.isEmpty() || text.isEmpty()) {
                return bad("'messages." + messages.size() + "' : needs a 'role' (system, developer, user or assistant) and a "
                        + "'content' (a "
                        + "string or a list of text parts)", model);
            }
            messages.add(new Message(role.get(), text.get()));
        }
        JsonNode cap = root.has("max_completion_tokens") ? root.path("max_completion_tokens") : root.path("max_tokens");
        boolean noCap = cap.isMissingNode() || cap.isNull();
        if (!noCap && !(cap.isIntegralNumber() && cap.canConvertToInt() && cap.intValue() >= 1)) {
            return bad("'max_completion_tokens' : must be a whole number of at least 1", model);
        }
        JsonNode format = root.path("response_format").path("type");
        return new Read.Good(new WireCall(model, List.copyOf(messages), noCap ? OptionalLong.empty()
                : OptionalLong.of(cap.intValue()),
                root.path("stream").asBoolean(false), root.path("stream_options").path("include_usage").asBoolean(false),
                format.isString() && !format.stringValue().equals("text"), root.path("response_format").path("json_schema")
                        .path("schema")));
    }

    /** What the user said last; empty where only others spoke. */
    String lastUserText() {
        return messages.reversed().stream().filter(m -> m.role() == Role.USER).map(Message::text).findFirst().orElse("");
    }

    private static Read bad(String message, String model) {
        return new Read.Bad(Refusal.bad(message), model);
    }

    private static Optional<Role> role(JsonNode node) {
        return switch (node.isString() ? node.stringValue() : "") {
            case "system", "developer" -> Optional.of(Role.SYSTEM);
            case "user" -> Optional.of(Role.USER);
            case "assistant" -> Optional.of(Role.ASSISTANT);
            default -> Optional.empty();
        };
    }

    private static Optional<String> text(JsonNode content) {
        if (content.isString()) {
            return Optional.of(content.stringValue());
        }
        if (!content.isArray()) {
            return Optional.empty();
        }
        var all = new StringBuilder();
        for (JsonNode part : content) {
            if (!part.path("text").isString()) {
                return Optional.empty();
            }
            all.append(part.path("text").stringValue());
        }
        return Optional.of(all.toString());
    }
}
