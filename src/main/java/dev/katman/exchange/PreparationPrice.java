package dev.katman.exchange;

import dev.katman.catalog.DeploymentId;

import java.time.Duration;
import java.util.List;

/**
 * What preparing a document will likely take, from what the worker's limits have left and how they refill.
 *
 * @param steps            calls that are still to be made, or pieces where nobody can be called
 * @param shares           who would be asked for how much, in the order of the worker's models; empty where nobody is in reach
 * @param promptTokens     of all of these calls, by our count
 * @param completionTokens the most that their answers may have
 * @param time             until the last one has answered, waiting for room included
 */
public record PreparationPrice(int steps, List<Share> shares, long promptTokens, long completionTokens, Duration time) {
    public PreparationPrice {
        shares = List.copyOf(shares);
    }

    /**
     * One deployment's part.
     *
     * @param calls            how many it would be asked
     * @param promptTokens     of these, by our count
     * @param completionTokens the most that its answers may have
     */
    public record Share(DeploymentId deployment, int calls, long promptTokens, long completionTokens) {
        Share and(long prompt, long completion) {
            return new Share(deployment, calls + 1, promptTokens + prompt, completionTokens + completion);
        }
    }

    /** Whether no model is in reach, so that the built-in skill would do it: for nothing, and at once. */
    public boolean withoutModel() {
        return steps > 0 && shares.isEmpty();
    }
}
