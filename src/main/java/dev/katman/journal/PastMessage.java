package dev.katman.journal;

import dev.katman.catalog.Tier;
import dev.katman.classify.Assessment;
import dev.katman.conversation.DecisionId;

import java.time.Instant;

/**
 * A message that was answered, with what it really took: what a replay of the past needs.
 *
 * @param assessment       what tier 0 said
 * @param asked            whether tier or model was the reader's choice
 * @param tier             the tier that it got
 * @param promptTokens     of the call that answered
 * @param completionTokens likewise
 * @param routeTokens      of the router's call; zero where it was not asked
 */
public record PastMessage(DecisionId decision, Instant at, String text, Assessment assessment, boolean asked, Tier tier,
        long promptTokens, long completionTokens, long routeTokens) {
}
