package dev.katman.conversation;

/**
 * Names one conversation in the journal.
 *
 * @param value as made by {@link Ids}; sorts by the time it was made
 */
public record ConversationId(String value) implements Comparable<ConversationId> {
    public ConversationId {
        Ids.check(value);
    }

    @Override
    public int compareTo(ConversationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
