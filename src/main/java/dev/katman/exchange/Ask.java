package dev.katman.exchange;

import dev.katman.catalog.Tier;
import dev.katman.conversation.ConversationId;
import dev.katman.documents.Document;

import java.util.List;
import java.util.Optional;

/**
 * A message to be answered.
 *
 * @param conversation where it belongs; empty to begin a new one
 * @param text         what is said, not blank
 * @param tier         the tier to use, where the reader chose it: nothing is judged then
 * @param model        the model to use, by its short name or as {@code model@provider}, where the reader chose it
 * @param ref          the caller's own name for the message, by which it can be found again
 * @param documents    what goes along; it stays with the conversation
 */
public record Ask(Optional<ConversationId> conversation, String text, Optional<Tier> tier, Optional<String> model,
        Optional<String> ref, List<Document> documents) {
    public Ask {
        documents = List.copyOf(documents);
        if (text.isBlank()) {
            throw new IllegalArgumentException("a message must not be empty");
        }
    }

    public Ask(Optional<ConversationId> conversation, String text, Optional<Tier> tier, Optional<String> model) {
        this(conversation, text, tier, model, Optional.empty(), List.of());
    }

    public Ask(String text) {
        this(Optional.empty(), text, Optional.empty(), Optional.empty());
    }

    /** The same message in that conversation. */
    public Ask in(ConversationId where) {
        return new Ask(Optional.of(where), text, tier, model, ref, documents);
    }

    /** The same message under a name of the caller's own. */
    public Ask named(String name) {
        return new Ask(conversation, text, tier, model, Optional.of(name), documents);
    }

    /** The same message with these documents. */
    public Ask with(List<Document> attached) {
        return new Ask(conversation, text, tier, model, ref, attached);
    }
}
