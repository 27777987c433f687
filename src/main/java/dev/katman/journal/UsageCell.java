package dev.katman.journal;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What one deployment did for one tier in one grain of time.
 *
 * @param start            when the grain began
 * @param tier             on whose behalf; the router's own calls are {@link Tier#ROUTER}'s
 * @param calls            how many left
 * @param answered         of them, how many came back whole
 * @param refused          of them, how many the provider would not take
 * @param failed           of them, how many went wrong before anything came
 * @param interrupted      of them, how many broke off in the middle
 * @param promptTokens     all of their prompts
 * @param completionTokens all of their answers
 */
public record UsageCell(Instant start, DeploymentId deployment, Tier tier, long calls, long answered, long refused, long failed,
        long interrupted, long promptTokens, long completionTokens) {
    /** How finely time is cut. Every zone's hours and days begin with a grain, so that they can be put together from these. */
    public enum Grain {
        MINUTE(Duration.ofMinutes(1)),
        /** The finest by which the clocks of two zones differ today; none is older than this program. */
        QUARTER(Duration.ofMinutes(15));

        private final Duration length;

        Grain(Duration length) {
            this.length = length;
        }

        public Duration length() {
            return length;
        }
    }

    public UsageCell {
        Objects.requireNonNull(start);
        Objects.requireNonNull(deployment);
        Objects.requireNonNull(tier);
        if (calls < answered + refused + failed + interrupted || promptTokens < 0 || completionTokens < 0) {
            throw new IllegalArgumentException("more ended than left, or tokens below zero: " + calls + ", " + answered + ", " + refused + ", "
                    + failed + ", " + interrupted + ", " + promptTokens + ", " + completionTokens);
        }
    }

    /** Prompts and answers. */
    public long tokens() {
        return promptTokens + completionTokens;
    }
}
