package dev.katman.catalog;

/**
 * Where tasks part ways.
 *
 * @param mode      how the band between the two thresholds is decided
 * @param workBelow tasks below this difficulty are the worker's
 * @param deepAbove tasks above this difficulty are the deep brain's
 */
public record Policy(Mode mode, int workBelow, int deepAbove) {
    /** The founding document's thresholds. */
    public static final Policy FOUNDING = new Policy(Mode.PACED, 5, 7);

    public Policy {
        if (workBelow < 1 || workBelow > 10 || deepAbove < workBelow - 1 || deepAbove > 10) {
            throw new IllegalArgumentException("workBelow is from 1 to 10, deepAbove from workBelow - 1 to 10; not %d and %d"
                    .formatted(workBelow, deepAbove));
        }
    }
}
