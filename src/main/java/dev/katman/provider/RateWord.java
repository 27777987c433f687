package dev.katman.provider;

import dev.katman.catalog.Axis;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a provider said of its levels, in headers or in the body of a 429. A snapshot taken at admission, with the call's whole cap
 * still reserved; no word on an axis means nothing (tokens a day and requests a minute are in no header).
 *
 * @param entries one for each axis it spoke of
 */
public record RateWord(List<Entry> entries) {
    public static final RateWord NONE = new RateWord(List.of());

    public RateWord {
        entries = List.copyOf(entries);
    }

    /**
     * @param axis  what it speaks of
     * @param limit requests or tokens a window
     * @param used  of the limit, this call included
     * @param reset until the bucket is full again
     */
    public record Entry(Axis axis, OptionalLong limit, OptionalLong used, Optional<Duration> reset) {
    }
}
