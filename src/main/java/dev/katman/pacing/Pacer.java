package dev.katman.pacing;

import dev.katman.quota.Level;

/**
 * Prices the deep brain's day. Value and price share one scale: what the deep brain's answer is worth above the worker's, 0 to 1.
 *
 * <p>The price is the threshold of Zhou, Chakrabarty and Lukose, "Budget constrained bidding in keyword auctions and online knapsack
 * problems" (2008): with a share z of the budget spent and values known to lie between L and U,
 * {@code price(z) = (U e / L)^z (L / e)}. Nothing that takes what is worth the price, and knows nothing of what is to come, does better in
 * the worst case. With the values below, tasks of difficulty 5 are let through until 31 % of the day is spent, 6 until 53 %, 7 until 70 %.
 */
public final class Pacer {
    /** Gain of the deep brain over the worker, by difficulty 5 to 10. */
    private static final double[] VALUES = {.10, .20, .35, .55, .75, .90};
    private static final int FIRST = 5;
    private static final double LEAST = VALUES[0];
    private static final double MOST = VALUES[VALUES.length - 1];

    /** What the deep brain's answer is worth, 0 to 1; nothing for what the worker does as well. */
    public double value(int difficulty) {
        return difficulty < FIRST ? 0 : VALUES[difficulty - FIRST];
    }

    /**
     * What it costs now, 0 to 1.
     *
     * @param day the level of the scarce model's tokens a day
     */
    public double price(Level day) {
        double spent = Math.min(1, (double) day.used() / day.limit());
        return Math.pow(MOST * Math.E / LEAST, spent) * LEAST / Math.E;
    }
}
