package dev.katman.pacing;

import java.time.Instant;

/**
 * A message that wanted a scarce model, whether or not it got it.
 *
 * @param at         when
 * @param difficulty 1 to 10
 * @param tokens     prompt and answer
 */
public record Demand(Instant at, int difficulty, long tokens) {
    public Demand {
        if (difficulty < 1 || difficulty > 10 || tokens < 0) {
            throw new IllegalArgumentException("difficulty is 1 to 10 and tokens are not negative: " + difficulty + ", " + tokens);
        }
    }
}
