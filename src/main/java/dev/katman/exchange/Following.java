package dev.katman.exchange;

import dev.katman.journal.Stamped;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How far a reader of the journal has come in one kind of rows. A stamp is given out a moment before its row can be seen, so the last few
 * are looked at again; those that were seen are told apart.
 */
final class Following {
    /** More rows than are ever written at the same moment. */
    private static final int AGAIN = 64;

    private final Set<Long> seen = new HashSet<>();
    private long upTo;

    Following(long upTo) {
        this.upTo = upTo;
    }

    /** The stamp after which to read. */
    long after() {
        return Math.max(0, upTo - AGAIN);
    }

    /** How many rows to read beyond those that may have been seen. */
    int again() {
        return AGAIN;
    }

    long upTo() {
        return upTo;
    }

    /** Those that were not seen before, which now they are. */
    <T> List<T> fresh(List<Stamped<T>> rows) {
        List<T> fresh = rows.stream().filter(row -> seen.add(row.stamp())).map(Stamped::row).toList();
        if (!rows.isEmpty()) {
            upTo = Math.max(upTo, rows.getLast().stamp());
        }
        seen.removeIf(stamp -> stamp <= after());
        return fresh;
    }
}
