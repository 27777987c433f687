package dev.katman.exchange;

import dev.katman.conversation.Outcome;
import dev.katman.conversation.Usage;
import dev.katman.provider.Failure;
import dev.katman.provider.Reply;
import dev.katman.quota.Need;

/**
 * What a call cost, and how it is written down.
 *
 * @param usage   the provider's word where there is one, else our count
 * @param charged what the levels are charged: what was used, or the whole reservation where nobody knows
 */
record Bill(Outcome outcome, int http, Usage usage, Need charged, String reason) {
    /**
     * A whole answer without the provider's word is counted by us; one that broke off keeps its reservation, because the provider may have
     * written on after we stopped listening.
     *
     * @param reserved what was held for the call
     * @param ours     what came of the answer, by our count
     * @param blank    whether nothing came that a reader could read
     * @param admitted whether the provider had admitted the call
     */
    static Bill of(Reply reply, Need reserved, Usage ours, boolean blank, boolean admitted) {
        return switch (reply) {
            case Reply.Complete complete -> {
                Usage usage = complete.usage().orElse(ours);
                yield blank ? new Bill(Outcome.FAILED, 200, usage, Need.of(usage), "the answer was empty (" + complete.finish() + ")")
                        : new Bill(Outcome.OK, 200, usage, Need.of(usage), "");
            }
            case Reply.Broken(var failure, var started, var said, var word) -> {
                boolean free = said.isEmpty() && !admitted && neverCounted(failure);
                Usage usage = said.orElse(free ? Usage.NONE : ours);
                Need charged = said.map(Need::of).orElse(free ? new Need(0, 0) : reserved);
                yield new Bill(failure.outcome(started), failure.http(), usage, charged, failure.reason());
            }
        };
    }

    /** Whether the provider's count surely knows nothing of the call: it was refused, or never got there. */
    private static boolean neverCounted(Failure failure) {
        return switch (failure) {
            case Failure.RateLimited f -> true;
            case Failure.TooLarge f -> true;
            case Failure.KeyRefused f -> true;
            case Failure.ModelGone f -> true;
            case Failure.BadRequest f -> true;
            case Failure.OutputInvalid f -> false; // the model wrote, and what it wrote was thrown away
            case Failure.ProviderTrouble f -> true;
            case Failure.Unreachable f -> true;
            case Failure.TimedOut f -> f.phase() == Failure.TimedOut.Phase.CONNECT;
            case Failure.Cut f -> false;
            case Failure.Garbled f -> false;
            case Failure.Cancelled f -> false;
        };
    }
}
