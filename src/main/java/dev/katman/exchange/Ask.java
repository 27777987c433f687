package dev.katman.exchange;

import dev.katman.catalog.Tier;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.MessageId;
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
 * @param insteadOf    a message of that conversation that this one is said in place of: it stays as a variant, with what followed it
 * @param documents    what goes along; it stays with the conversation
 */
public record Ask(Optional<ConversationId> conversation, String text, Optional<Tier> tier, Optional<String> model,
        Optional<String> ref, Optional<MessageId> insteadOf, List<Document> documents) {
    public Ask {
        documents = List.copyOf(documents);
        if (text.isBlank()) {
            throw new IllegalArgumentException("a message must not be empty");
        }
        if (insteadOf.isPresent() && conversation.isEmpty()) {
            throw new IllegalArgumentException("said in place of a message, and in no conversation");
        }
    }

    public Ask(Optional<ConversationId> conversation, String text, Optional<Tier> tier, Optional<String> model) {
        this(conversation, text, tier, model, Optional.empty(), Optional.empty(), List.of());
    }

    public Ask(String text) {
        this(Optional.empty(), text, Optional.empty(), Optional.empty());
    }

    /** The same message in that conversation. */
    public Ask in(ConversationId where) {
        return new Ask(Optional.of(where), text, tier, model, ref, insteadOf, documents);
    }

    /** The same message under a name of the caller's own. */
    public Ask named(String name) {
        return new Ask(conversation, text, tier, model, Optional.of(name), insteadOf, documents);
    }

    /** The same message in place of another one of its conversation. */
    public Ask insteadOf(MessageId message) {
        return new Ask(conversation, text, tier, model, ref, Optional.of(message), documents);
    }

    /** The same message with these documents. */
    public Ask with(List<Document> attached) {
        return new Ask(conversation, text, tier, model, ref, insteadOf, attached);
    }
}
