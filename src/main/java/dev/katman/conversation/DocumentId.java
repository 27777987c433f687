package dev.katman.conversation;

/**
 * Names one document in the journal.
 *
 * @param value as made by {@link Ids}; sorts by the time it was made
 */
public record DocumentId(String value) implements Comparable<DocumentId> {
    public DocumentId {
        Ids.check(value);
    }

    @Override
    public int compareTo(DocumentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
