package dev.katman.journal;

import java.time.Instant;
import java.util.Objects;

/**
 * What the worker's preparation spared the dear models in one grain of time.
 *
 * @param start  when the grain began
 * @param unsent tokens that would have gone to them with the messages and did not, by the count of o200k
 * @param paid   tokens that the worker was paid for summaries and extractions
 */
public record SavedCell(Instant start, long unsent, long paid) {
    public SavedCell {
        Objects.requireNonNull(start);
        if (unsent < 0 || paid < 0) {
            throw new IllegalArgumentException("tokens below zero: " + unsent + ", " + paid);
        }
    }

    /** What remains; below zero where more was prepared than asked about yet. */
    public long saved() {
        return unsent - paid;
    }
}
