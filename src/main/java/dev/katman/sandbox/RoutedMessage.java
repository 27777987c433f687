package dev.katman.sandbox;

import dev.katman.conversation.Role;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.util.Optional;

/**
 * Finds, in the prompt that the router model is sent, the message that is to be judged. It travels as the field {@code message} of
 * a JSON document, with a sentence after it (see {@link dev.katman.classify.RouterPrompt}). Models that cannot be held to a schema
 * are asked without one, so the prompt itself has to be known.
 */
final class RoutedMessage {
    private RoutedMessage() {
    }

    /** Empty where the request is not the router's. */
    static Optional<String> in(WireCall call) {
        String prompt = call.lastUserText();
        boolean asksForVerdict = call.messages().stream()
                .anyMatch(m -> m.role() == Role.SYSTEM && m.text().contains("\"difficulty\"") && m.text().contains("\"type\""));
        int end = prompt.lastIndexOf('}');
        if (!asksForVerdict || !prompt.startsWith("{") || end < 0) {
            return Optional.empty();
        }
        try {
            JsonNode message = Wire.JSON.readTree(prompt.substring(0, end + 1)).path("message");
            return message.isString() ? Optional.of(message.stringValue()) : Optional.empty();
        } catch (JacksonException notADocument) {
            return Optional.empty(); // a user's own text, then
        }
    }
}
