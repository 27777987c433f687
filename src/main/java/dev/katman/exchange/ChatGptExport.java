package dev.katman.exchange;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.Ids;
import dev.katman.conversation.MessageId;
import dev.katman.conversation.Role;
import dev.katman.exchange.Portable.Unreadable;
import dev.katman.journal.ConversationRow;
import dev.katman.journal.KeptConversation;
import dev.katman.journal.MessageRow;
import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A conversation as ChatGPT gives it away, in {@code conversations.json}: a tree of nodes, of which the way to {@code current_node} is what
 * was on the screen. Names are made from theirs, so that a second import finds what the first brought.
 */
final class ChatGptExport {
    private ChatGptExport() {
    }

    /**
     * What was read.
     *
     * @param skipped parts that are no text: pictures, files, what was said to tools
     */
    record Read(KeptConversation conversation, int skipped) {
    }

    /** @throws Unreadable if it is no such conversation */
    static Read read(JsonNode json) {
        String name = json.path("conversation_id").asString(json.path("id").asString(""));
        JsonNode nodes = json.path("mapping");
        if (name.isEmpty() || !nodes.isObject()) {
            throw new Unreadable("a conversation without a name or without nodes");
        }
        Instant created = time(json.path("create_time")).orElse(Instant.EPOCH);
        var id = new ConversationId(Ids.named(created, "chatgpt:" + name));
        var messages = new ArrayList<MessageRow>();
        int skipped = 0;
        Instant at = created;
        Optional<DecisionId> asked = Optional.empty();
        for (JsonNode node : way(nodes, json.path("current_node").asString(""))) {
            JsonNode message = node.path("message");
            Optional<Role> role = role(message);
            if (role.isEmpty()) {
                continue;
            }
            var text = new ArrayList<String>();
            for (JsonNode part : parts(message.path("content"))) {
                if (part.isString()) {
                    text.add(part.stringValue());
                } else {
                    skipped++;
                }
            }
            String said = String.join("\n\n", text).strip();
            if (said.isEmpty()) {
                continue;
            }
            // Names sort by time, and messages by their names: each is later than the one before it, whatever the file says.
            Instant after = at.plusMillis(1);
            at = time(message.path("create_time")).filter(t -> t.isAfter(after)).orElse(after);
            String own = "chatgpt:" + name + ":" + node.path("id").asString("");
            DecisionId decision = role.get() == Role.ASSISTANT && asked.isPresent() ? asked.get()
                    : new DecisionId(Ids.named(at, own + ":decision"));
            asked = role.get() == Role.USER ? Optional.of(decision) : Optional.empty();
            messages.add(new MessageRow(new MessageId(Ids.named(at, own)), id, role.get(), said, at, MessageRow.State.DONE, decision));
        }
        Instant updated = messages.isEmpty() ? created : at;
        String title = json.path("title").asString("").strip();
        String first = messages.isEmpty() ? "ChatGPT" : messages.getFirst().text();
        return new Read(KeptConversation.inOrder(new ConversationRow(id, title.isEmpty() ? first : title, created, updated, false,
                Optional.empty()), messages), skipped);
    }

    /** From the root to the current node; where none is named, along the last child of each. */
    private static List<JsonNode> way(JsonNode nodes, String current) {
        var way = new ArrayList<JsonNode>();
        var seen = new HashSet<String>();
        for (String at = current.isEmpty() ? leaf(nodes) : current; nodes.has(at) && seen.add(at); at = nodes.path(at).path("parent").asString("")) {
            way.add(nodes.path(at));
        }
        return way.reversed();
    }

    private static String leaf(JsonNode nodes) {
        String at = "";
        for (var node : nodes.properties()) {
            if (!nodes.has(node.getValue().path("parent").asString(""))) {
                at = node.getKey();
            }
        }
        var seen = new HashSet<String>();
        while (seen.add(at) && !nodes.path(at).path("children").isEmpty()) {
            JsonNode children = nodes.path(at).path("children");
            at = children.path(children.size() - 1).asString("");
        }
        return at;
    }

    private static Optional<Role> role(JsonNode message) {
        if (message.path("metadata").path("is_visually_hidden_from_conversation").asBoolean(false)) {
            return Optional.empty();
        }
        return switch (message.path("author").path("role").asString("")) {
            case "user" -> Optional.of(Role.USER);
            case "assistant" -> Optional.of(Role.ASSISTANT);
            default -> Optional.empty(); // the system, and tools
        };
    }

    private static Iterable<JsonNode> parts(JsonNode content) {
        String type = content.path("content_type").asString("text");
        JsonNode parts = content.path("parts");
        if (parts.isArray() && (type.equals("text") || type.equals("multimodal_text"))) {
            return parts;
        }
        return content.isObject() ? List.of(content) : List.of(); // code for a tool, what a tool found: one part that is no text
    }

    /** Seconds since 1970, with a fraction. */
    private static Optional<Instant> time(JsonNode seconds) {
        double value = seconds.isNumber() ? seconds.doubleValue() : 0;
        return value > 0 && value < 1e11 ? Optional.of(Instant.ofEpochMilli(Math.round(value * 1_000))) : Optional.empty();
    }
}
