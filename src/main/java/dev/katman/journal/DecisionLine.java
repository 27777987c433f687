package dev.katman.journal;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.classify.MessageType;
import dev.katman.conversation.DecisionId;
import dev.katman.routing.Verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A decision as one line of a table: light enough that a hundred thousand of them can be held and searched.
 *
 * @param text     the beginning of what the message said
 * @param judgedBy {@code local}, or the deployment that judged
 * @param tier     the tier on whose behalf the one who served stood there; the deserved one where nobody did
 * @param served   who answered
 * @param verdicts all that were given to its candidates
 * @param attempts calls for the answer itself
 * @param tokens   all that passed for it, the router's included
 * @param took     from the message to the end of the answer
 */
public record DecisionLine(DecisionId id, Instant at, String text, MessageType type, int difficulty, String judgedBy, Tier tier,
        Optional<DeploymentId> served, End end, Set<Verdict> verdicts, int attempts, long tokens, Duration took) {
    /** How a decision ended, as far as it has. */
    public enum End {
        ANSWERED,
        /** Kept until there was room; a later decision took it up. */
        PARKED,
        UNANSWERED,
        STOPPED,
        UNDER_WAY
    }
}
