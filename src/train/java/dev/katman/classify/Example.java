package dev.katman.classify;

import java.util.Set;

/**
 * A labelled prompt.
 *
 * @param band     the strict label, an index of {@link Band}; -1 where the label is open
 * @param tiers    all tiers (1 to 3) that are acceptable
 * @param source   where it comes from
 * @param group    sources that are left out together, since their rows look alike
 * @param freeForm written by a person for a purpose, not taken from a benchmark
 * @param own      one of the examples written for this project
 * @param patterned made from a pattern, so that many look alike
 * @param heldOut  only measured with, never learned from
 */
record Example(String text, boolean turkish, int band, Set<Integer> tiers, String source, String group, boolean freeForm, boolean own,
        boolean patterned, boolean heldOut) {
    /** 0, 1 or 2 for tiers 1, 2 and 3. */
    int tier() {
        return Band.tier(band);
    }

    boolean labelled() {
        return band >= 0;
    }
}
