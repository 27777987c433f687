package dev.katman.pacing;

import java.util.List;

/**
 * What a token of a scarce model is worth above a token of the model that would answer in its place, by difficulty.
 *
 * @param byDifficulty ten values from 0 to 1, for difficulty 1 to 10, never falling; 0 where the other model does as well
 */
public record Worth(List<Double> byDifficulty) {
    /** Of the first choice for conversation over its backup: both chat well, and the harder the matter, the more it shows. */
    public static final Worth OF_CONVERSATION = new Worth(List.of(.10, .15, .20, .30, .40, .50, .60, .70, .80, .90));

    /** Of the worker over its backup: the two are close. At 10 stand the verdicts of tier 0, which nobody else gives. */
    public static final Worth OF_WORK = new Worth(List.of(.10, .15, .20, .25, .30, .35, .40, .45, .50, 1.));

    public Worth {
        byDifficulty = List.copyOf(byDifficulty);
        if (byDifficulty.size() != 10) {
            throw new IllegalArgumentException("ten values, not " + byDifficulty.size());
        }
        double last = 0;
        for (double value : byDifficulty) {
            if (!(value >= last && value <= 1)) {
                throw new IllegalArgumentException("values go from 0 to 1 and never fall: " + byDifficulty);
            }
            last = value;
        }
    }

    /** For one difficulty. */
    public double of(int difficulty) {
        return byDifficulty.get(difficulty - 1);
    }

    /** The distinct values above 0, the least first: messages of one value are one class. */
    double[] classes() {
        return byDifficulty.stream().filter(v -> v > 0).distinct().mapToDouble(v -> v).toArray();
    }
}
