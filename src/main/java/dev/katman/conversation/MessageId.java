package dev.katman.conversation;

/**
 * Names one message in the journal.
 *
 * @param value as made by {@link Ids}; sorts by the time it was made
 */
public record MessageId(String value) implements Comparable<MessageId> {
    public MessageId {
        Ids.check(value);
    }

    @Override
    public int compareTo(MessageId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
