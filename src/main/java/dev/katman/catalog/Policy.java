package dev.katman.catalog;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Where tasks part ways.
 *
 * @param mode      how the band between the two thresholds is decided
 * @param workBelow tasks below this difficulty are the worker's
 * @param deepAbove tasks above this difficulty are the deep brain's
 * @param localFrom the confidence from which on the local judge's word is enough, 0 to 1; empty for its own default
 * @param values    what a token of the deep brain is worth above one of the worker, 0 to 1, for difficulty 1 to 10; never falling
 */
public record Policy(Mode mode, int workBelow, int deepAbove, OptionalDouble localFrom, List<Double> values) {
    /** The gain of the deep brain over the worker, by difficulty. */
    public static final List<Double> GAINS = List.of(0., 0., 0., 0., .10, .20, .35, .55, .75, .90);

    /** The founding document's thresholds. */
    public static final Policy FOUNDING = new Policy(Mode.PACED, 5, 7);

    public Policy {
        if (localFrom.isPresent() && !(localFrom.getAsDouble() >= 0 && localFrom.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("localFrom is from 0 to 1, not " + localFrom.getAsDouble());
        }
        if (workBelow < 1 || workBelow > 10 || deepAbove < workBelow - 1 || deepAbove > 10) {
            throw new IllegalArgumentException("workBelow is from 1 to 10, deepAbove from workBelow - 1 to 10; not %d and %d"
                    .formatted(workBelow, deepAbove));
        }
        values = List.copyOf(values);
        if (values.size() != 10) {
            throw new IllegalArgumentException("a value for each difficulty, so ten and not " + values.size());
        }
    }

    /** With the usual values. */
    public Policy(Mode mode, int workBelow, int deepAbove, OptionalDouble localFrom) {
        this(mode, workBelow, deepAbove, localFrom, GAINS);
    }

    /** Where the local judge decides for itself when it is sure. */
    public Policy(Mode mode, int workBelow, int deepAbove) {
        this(mode, workBelow, deepAbove, OptionalDouble.empty());
    }

    /** The same in another mode. */
    public Policy with(Mode other) {
        return new Policy(other, workBelow, deepAbove, localFrom, values);
    }

    /** The same with other thresholds. */
    public Policy with(int below, int above) {
        return new Policy(mode, below, above, localFrom, values);
    }

    /** The same where the local judge must be otherwise sure. */
    public Policy with(OptionalDouble from) {
        return new Policy(mode, workBelow, deepAbove, from, values);
    }

    /** The tier of a task of that difficulty if nothing but the thresholds counts; the band between them is the deep brain's. */
    public Tier tierOf(int difficulty) {
        return difficulty < workBelow ? Tier.WORKER : Tier.DEEP;
    }
}
