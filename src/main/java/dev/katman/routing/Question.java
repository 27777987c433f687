package dev.katman.routing;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.classify.Assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that a decision depends on, besides the levels.
 *
 * @param assessment   what tier 0 said
 * @param promptTokens the conversation and the message, made to fit
 * @param usable       providers that can serve: their key is there, or they need none
 * @param rests        who rests or is gone just now
 * @param tier         the tier that the reader chose
 * @param model        the model that the reader chose, or {@code model@provider}
 * @param last         who answered the message before this one in the conversation, if that was not long ago
 * @param now          when
 * @param today        the day by which a model is retired or not
 */
public record Question(Assessment assessment, PromptSize promptTokens, Set<String> usable, Rests rests,
        Optional<Tier> tier,
        Optional<String> model, Optional<DeploymentId> last, Instant now, LocalDate today) {
}
