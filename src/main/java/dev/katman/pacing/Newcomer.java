package dev.katman.pacing;

import java.time.Duration;

/**
 * What is expected of a reader of whom nothing is known: how much, when, and how hard. Each speaks as long as there is little to learn from.
 */
final class Newcomer {
    /** Of the budget, asked for in a day. */
    static final double SHARE = 1.2;
    /** Hours of {@link #SHARE} that stand against what is learned. */
    static final Duration HOURS = Duration.ofHours(8);
    /** Tokens of a message: an answer of a thinking model. */
    static final double SIZE = 1_500;

    /** From one class to the next harder one: there are more easy questions than hard ones. */
    private static final double RARER = .84;
    private static final int MORNING = 8;
    /** People sleep. Who asks at night all the same will ask more by day. */
    private static final double DAY_OVER_NIGHT = 3;
    private static final double NIGHT = 24 / (MORNING + DAY_OVER_NIGHT * (24 - MORNING));

    private Newcomer() {
    }

    /** How busy an hour of the day is, over the mean of all. */
    static double busyness(int hour) {
        return hour < MORNING ? NIGHT : DAY_OVER_NIGHT * NIGHT;
    }

    /** The share of each class, the least first. */
    static double[] classes(int count) {
        var shares = new double[count];
        double sum = 0;
        for (int k = 0; k < count; k++) {
            shares[k] = Math.pow(RARER, k);
            sum += shares[k];
        }
        for (int k = 0; k < count; k++) {
            shares[k] /= sum;
        }
        return shares;
    }
}
