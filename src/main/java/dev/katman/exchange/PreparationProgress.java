package dev.katman.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far it is.
 *
 * @param done    steps that have a result
 * @param steps   how many there will likely be in all
 * @param left    the time that the rest will likely take, waiting for room included
 * @param waiting until when it waits for room; empty while it works
 */
public record PreparationProgress(int done, int steps, Duration left, Optional<Instant> waiting) {
}
