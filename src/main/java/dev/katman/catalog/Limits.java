package dev.katman.catalog;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The limits of one deployment. An axis that is absent is not limited.
 *
 * @param byAxis requests or tokens a window; each from 1 to {@link #MOST}
 */
public record Limits(Map<Axis, Long> byAxis) {
    public static final Limits NONE = new Limits(Map.of());

    /** The largest limit: with it a level still counts exactly in {@code long} (tokens x milliseconds of a day). */
    public static final long MOST = 1_000_000_000L;

    public Limits {
        var copy = new EnumMap<Axis, Long>(Axis.class);
        copy.putAll(byAxis);
        copy.forEach((axis, limit) -> {
            if (!allows(limit)) {
                throw new IllegalArgumentException(axis + " must be from 1 to " + MOST + ", not " + limit);
            }
        });
        byAxis = Collections.unmodifiableMap(copy);
    }

    /** Whether a limit may be like that. */
    public static boolean allows(long limit) {
        return limit >= 1 && limit <= MOST;
    }

    public OptionalLong of(Axis axis) {
        Long limit = byAxis.get(axis);
        return limit == null ? OptionalLong.empty() : OptionalLong.of(limit);
    }

    /** The most tokens that one call may ask for, prompt and cap together: what exceeds it can never be admitted. */
    public long mostTokensAtOnce() {
        return Math.min(of(Axis.TPM).orElse(Long.MAX_VALUE), of(Axis.TPD).orElse(Long.MAX_VALUE));
    }
}
