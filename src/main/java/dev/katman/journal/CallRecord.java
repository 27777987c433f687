package dev.katman.journal;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.conversation.CallId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.Outcome;
import dev.katman.conversation.Purpose;
import dev.katman.conversation.Usage;
import dev.katman.quota.Need;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One call on the wire: written before it leaves, completed after.
 *
 * @param id         which
 * @param decision   the decision it was made for
 * @param deployment who was asked
 * @param purpose    what for
 * @param tier       on whose behalf
 * @param left       when it left
 * @param reserved   prompt by our count, and cap
 * @param opened     when the provider admitted it
 * @param ended      when it ended; empty while it is in flight
 * @param outcome    how it ended; empty while it is in flight
 * @param http       status, 0 where there was none
 * @param usage      what it cost: the provider's word, else what we counted
 * @param ttft       time to first token
 * @param reason     why it failed, redacted; empty where it did not
 */
public record CallRecord(CallId id, DecisionId decision, DeploymentId deployment, Purpose purpose, Tier tier, Instant left,
        Need reserved, Optional<Instant> opened, Optional<Instant> ended, Optional<Outcome> outcome, int http, Usage usage, Optional<Duration> ttft,
        String reason) {
    /** From leaving to ending; zero while in flight. */
    public Duration total() {
        return ended.map(e -> Duration.between(left, e)).orElse(Duration.ZERO);
    }
}
