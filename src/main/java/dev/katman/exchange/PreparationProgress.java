package dev.katman.exchange;

import dev.katman.catalog.DeploymentId;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far it is.
 *
 * @param done    steps that have a result
 * @param steps   how many there will likely be in all
 * @param left    the time that the rest will likely take, waiting for room included
 * @param waiting for whom it waits; empty while it works
 */
public record PreparationProgress(int done, int steps, Duration left, Optional<Waiting> waiting) {
    /**
     * Nobody can be asked just now.
     *
     * @param whom  who will be the first that can
     * @param until when that is
     */
    public record Waiting(DeploymentId whom, Instant until) {
    }
}
