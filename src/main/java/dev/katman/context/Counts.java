package dev.katman.context;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Counts of the texts that were asked about last. A prompt is counted for one model after the other, and with every message most of a
 * conversation is counted again. Safe for use by many threads.
 */
final class Counts {
    /** Characters of all texts that are kept: some 2 MB, and more than any conversation sends along. */
    private static final int MOST = 1 << 20;
    /** A longer text would push out too many others. */
    private static final int LONGEST = MOST / 8;

    private final ToLongFunction<String> count;
    /** The one asked about longest ago first. */
    private final Map<String, Long> known = new LinkedHashMap<>(16, .75f, true);
    private int held;

    Counts(ToLongFunction<String> count) {
        this.count = count;
    }

    long of(String text) {
        if (text.length() > LONGEST) {
            return count.applyAsLong(text);
        }
        synchronized (known) {
            Long there = known.get(text);
            if (there != null) {
                return there;
            }
        }
        long counted = count.applyAsLong(text); // others need not wait for it
        keep(text, counted);
        return counted;
    }

    private void keep(String text, long counted) {
        synchronized (known) {
            if (known.put(text, counted) == null) {
                held += text.length();
            }
            for (var eldest = known.keySet().iterator(); held > MOST; eldest.remove()) {
                held -= eldest.next().length();
            }
        }
    }
}
