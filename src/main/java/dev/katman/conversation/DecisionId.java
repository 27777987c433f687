package dev.katman.conversation;

/**
 * Names one decision in the journal.
 *
 * @param value as made by {@link Ids}; sorts by the time it was made
 */
public record DecisionId(String value) implements Comparable<DecisionId> {
    public DecisionId {
        Ids.check(value);
    }

    @Override
    public int compareTo(DecisionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
