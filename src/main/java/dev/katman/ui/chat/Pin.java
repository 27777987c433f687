package dev.katman.ui.chat;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.conversation.ConversationId;
import dev.katman.exchange.Ask;

import java.util.Optional;

/**
 * What the reader insists on for the messages to come: a tier, a model, or neither.
 *
 * @param tier  empty where a model is insisted on
 * @param model likewise
 */
record Pin(Optional<Tier> tier, Optional<DeploymentId> model) {
    /** Katman decides. */
    static final Pin NONE = new Pin(Optional.empty(), Optional.empty());

    static Pin of(Tier tier) {
        return new Pin(Optional.of(tier), Optional.empty());
    }

    static Pin of(DeploymentId model) {
        return new Pin(Optional.empty(), Optional.of(model));
    }

    Ask ask(Optional<ConversationId> conversation, String text) {
        return new Ask(conversation, text, tier, model.map(DeploymentId::toString));
    }
}
