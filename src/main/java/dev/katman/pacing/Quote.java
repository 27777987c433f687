package dev.katman.pacing;

import java.util.OptionalDouble;

/**
 * What the pacer says of one message and one scarce model.
 *
 * @param price      of a token now, 0 to 1
 * @param value      of a token for this message, on the same scale
 * @param leftShare  of the day's budget still left, 0 to 1
 * @param usualShare of the day's budget that what is worth more will likely ask for in the next {@link Pacer#AHEAD}; empty before there is a
 *                   day to learn from
 */
public record Quote(double price, double value, double leftShare, OptionalDouble usualShare) {
    /** Whether the message may have it. */
    public boolean affords() {
        return value >= price;
    }
}
