package dev.katman.journal;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.MessageId;
import dev.katman.conversation.Purpose;
import dev.katman.conversation.Usage;
import dev.katman.routing.Candidate;
import dev.katman.routing.Decision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A decision as it stands in the journal, with everything that was done about it.
 *
 * @param id           which
 * @param conversation where
 * @param message      the user's message that was decided on
 * @param text         what the message said
 * @param at           when
 * @param decision     what was weighed and chosen
 * @param served       who answered in the end; empty while nobody has
 * @param took         from the message to the end of the answer
 * @param parkedUntil  when it will be tried again, if it is parked
 * @param shouldBe     the tier that the reader says it should have been
 * @param calls        every call on the wire, the router's included, in order
 */
public record DecisionRecord(DecisionId id, ConversationId conversation, MessageId message, String text, Instant at,
        Decision decision, Optional<DeploymentId> served, Duration took, Optional<Instant> parkedUntil, Optional<Tier> shouldBe,
        List<CallRecord> calls) {
    public DecisionRecord {
        calls = List.copyOf(calls);
    }

    /** The tier on whose behalf the serving candidate stood there: a neighbour's own, where a neighbour answered. */
    public Tier servedTier() {
        return served.flatMap(s -> decision.candidates().stream().filter(c -> c.deployment().equals(s)).findFirst())
                .map(Candidate::tier).orElse(decision.tier());
    }

    /** All tokens that passed for this message, the router's included. The title that was found afterwards is none of its doing. */
    public long tokens() {
        return calls.stream().filter(c -> c.purpose() != Purpose.TITLE).map(CallRecord::usage).mapToLong(Usage::total).sum();
    }

    /**
     * Tokens that the worker's preparation spared a dear model, less those that it was paid for this message. Below zero where a summary cost
     * more than it has spared so far: later messages go along with it too.
     */
    public long saved(Fitting fitting) {
        return fitting.unsentTokens() - calls.stream().filter(c -> c.purpose() == Purpose.SUMMARY || c.purpose() == Purpose.EXTRACT)
                .map(CallRecord::usage).mapToLong(Usage::total).sum();
    }

    /** The calls that were made for the answer itself, in order. */
    public List<CallRecord> attempts() {
        return calls.stream().filter(c -> c.purpose() == Purpose.ANSWER).toList();
    }

    /** The time to first token of the call that served. */
    public Optional<Duration> ttft() {
        List<CallRecord> attempts = attempts();
        return attempts.isEmpty() ? Optional.empty() : attempts.getLast().ttft();
    }
}
