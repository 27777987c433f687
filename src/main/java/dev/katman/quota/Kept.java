package dev.katman.quota;

import dev.katman.catalog.Axis;

import java.util.Map;

/**
 * What a call must leave for others: the worker leaves the router its part of the bucket that they share.
 *
 * @param byAxis requests or tokens; an axis that is absent keeps nothing
 */
public record Kept(Map<Axis, Long> byAxis) {
    public static final Kept NOTHING = new Kept(Map.of());

    public Kept {
        byAxis = Map.copyOf(byAxis);
    }

    long on(Axis axis) {
        return byAxis.getOrDefault(axis, 0L);
    }
}
