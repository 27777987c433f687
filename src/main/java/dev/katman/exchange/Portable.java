package dev.katman.exchange;

import dev.katman.catalog.DeploymentId;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.Ids;
import dev.katman.conversation.MessageId;
import dev.katman.conversation.Role;
import dev.katman.journal.ConversationRow;
import dev.katman.journal.KeptConversation;
import dev.katman.journal.MessageRow;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Conversations as JSON that another Katman reads, version {@value #VERSION}:
 * <pre>{@code
 * {"format":"katman","version":1,"conversations":[
 *   {"id":"…26 signs…","title":"…","created":"2026-11-22T09:00:00Z","updated":"…","pinned":true,"folder":"…",
 *    "messages":[{"id":"…26 signs…","role":"user","text":"…","at":"…","state":"done","decision":"…26 signs…"},
 *                {"id":"…","role":"assistant","thought":"…","text":"…","at":"…","state":"done","decision":"…",
 *                 "model":"kimi-k2-instruct@groq"}]}]}
 * }</pre>
 * Messages stand in the order in which they were said, each below the one before it unless {@code before} names another, or is null for a
 * first one: messages that were edited and answers that were asked for again stand beside each other. {@code head} names the last message
 * that is shown, and is the last of all where it is missing. {@code state} is done, stopped, interrupted or unanswered, and done where it
 * is missing; {@code pinned}, {@code folder}, {@code thought} and {@code model} may be missing; {@code thought} is what the model thought
 * before that answer; {@code model} tells who answered and is not read back. Fields that are not known are passed over. A reader refuses a
 * higher version.
 */
final class Portable {
    static final String FORMAT = "katman";
    static final int VERSION = 1;

    private Portable() {
    }

    /** What stands in a file and is not what this reads. The message is for the log. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why);
        }
    }

    static void write(JsonGenerator json, KeptConversation one, Map<DecisionId, DeploymentId> served) {
        ConversationRow row = one.conversation();
        json.writeStartObject();
        json.writeStringProperty("id", row.id().value());
        json.writeStringProperty("title", row.title());
        json.writeStringProperty("created", row.created().toString());
        json.writeStringProperty("updated", row.updated().toString());
        if (row.pinned()) {
            json.writeBooleanProperty("pinned", true);
        }
        row.folder().ifPresent(folder -> json.writeStringProperty("folder", folder));
        one.head().ifPresent(head -> json.writeStringProperty("head", head.value()));
        json.writeArrayPropertyStart("messages");
        MessageId last = null;
        for (MessageRow message : one.messages()) {
            json.writeStartObject();
            json.writeStringProperty("id", message.id().value());
            MessageId before = one.before().get(message.id());
            if (!Objects.equals(before, last)) {
                json.writeName("before");
                if (before == null) {
                    json.writeNull();
                } else {
                    json.writeString(before.value());
                }
            }
            last = message.id();
            json.writeStringProperty("role", message.role().name().toLowerCase(Locale.ROOT));
            Optional.ofNullable(one.thoughts().get(message.id())).ifPresent(thought -> json.writeStringProperty("thought", thought));
            json.writeStringProperty("text", message.text());
            json.writeStringProperty("at", message.at().toString());
            json.writeStringProperty("state", state(message.state()).name().toLowerCase(Locale.ROOT));
            json.writeStringProperty("decision", message.decision().value());
            if (message.role() == Role.ASSISTANT && served.containsKey(message.decision())) {
                json.writeStringProperty("model", served.get(message.decision()).toString());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** What waits here does not wait in another place too. */
    private static MessageRow.State state(MessageRow.State state) {
        return switch (state) {
            case DONE, STOPPED, INTERRUPTED, UNANSWERED -> state;
            case PENDING, PARKED -> MessageRow.State.UNANSWERED;
        };
    }

    /** @throws Unreadable if it is not what stands above */
    static KeptConversation read(JsonNode json) {
        var id = new ConversationId(id(json, "id"));
        var messages = new ArrayList<MessageRow>();
        var seen = new HashSet<MessageId>();
        var before = new HashMap<MessageId, MessageId>();
        var thoughts = new HashMap<MessageId, String>();
        JsonNode array = json.path("messages");
        if (!array.isArray()) {
            throw new Unreadable("a conversation without messages");
        }
        for (JsonNode one : array) {
            MessageRow message = message(one, id);
            Optional<MessageId> stands = !one.has("before") ? last(messages)
                    : one.get("before").isNull() ? Optional.empty() : Optional.of(new MessageId(id(one, "before")));
            if (stands.filter(m -> !seen.contains(m)).isPresent() || !seen.add(message.id())) {
                throw new Unreadable("a message that is there twice, or below none");
            }
            stands.ifPresent(m -> before.put(message.id(), m));
            some(one, "thought").filter(thought -> message.role() == Role.ASSISTANT).ifPresent(thought -> thoughts.put(message.id(), thought));
            messages.add(message);
        }
        Instant created = instant(json, "created");
        return new KeptConversation(new ConversationRow(id, text(json, "title"), created, instant(json, "updated"),
                json.path("pinned").asBoolean(false), some(json, "folder")),
                messages, before, thoughts, json.has("head") ? Optional.of(new MessageId(id(json, "head"))).filter(seen::contains) : last(messages));
    }

    private static Optional<MessageId> last(List<MessageRow> messages) {
        return messages.isEmpty() ? Optional.empty() : Optional.of(messages.getLast().id());
    }

    private static MessageRow message(JsonNode json, ConversationId conversation) {
        Role role = switch (text(json, "role")) {
            case "user" -> Role.USER;
            case "assistant" -> Role.ASSISTANT;
            default -> throw new Unreadable("a message of nobody we know");
        };
        MessageRow.State state = switch (json.path("state").asString("done")) {
            case "done" -> MessageRow.State.DONE;
            case "stopped" -> MessageRow.State.STOPPED;
            case "interrupted" -> MessageRow.State.INTERRUPTED;
            case "unanswered" -> MessageRow.State.UNANSWERED;
            default -> throw new Unreadable("a message in a state we do not know");
        };
        return new MessageRow(new MessageId(id(json, "id")), conversation, role, text(json, "text"), instant(json, "at"), state,
                new DecisionId(id(json, "decision")));
    }

    private static String id(JsonNode json, String name) {
        String id = text(json, name);
        if (!Ids.isId(id)) {
            throw new Unreadable("no identifier: " + name);
        }
        return id;
    }

    private static String text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (!value.isString()) {
            throw new Unreadable("no " + name);
        }
        return value.stringValue();
    }

    /** What may be missing. */
    private static Optional<String> some(JsonNode json, String name) {
        return Optional.of(json.path(name)).filter(JsonNode::isString).map(JsonNode::stringValue).filter(value -> !value.isBlank());
    }

    private static Instant instant(JsonNode json, String name) {
        try {
            return Instant.parse(text(json, name));
        } catch (DateTimeException e) {
            throw new Unreadable("no time: " + name);
        }
    }
}
