package dev.katman.journal;

import dev.katman.catalog.DeploymentId;

import java.time.Instant;
import java.util.Objects;

/**
 * One answer that reached the reader, and what it cost.
 *
 * @param left             when its call left
 * @param deployment       who wrote it
 * @param promptTokens     as that model counted them
 * @param completionTokens likewise
 */
public record ServedAnswer(Instant left, DeploymentId deployment, long promptTokens, long completionTokens) {
    public ServedAnswer {
        Objects.requireNonNull(left);
        Objects.requireNonNull(deployment);
    }

    /** Prompt and answer. */
    public long tokens() {
        return promptTokens + completionTokens;
    }
}
