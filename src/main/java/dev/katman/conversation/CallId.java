package dev.katman.conversation;

/**
 * Names one call in the journal.
 *
 * @param value as made by {@link Ids}; sorts by the time it was made
 */
public record CallId(String value) implements Comparable<CallId> {
    public CallId {
        Ids.check(value);
    }

    @Override
    public int compareTo(CallId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
