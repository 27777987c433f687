package dev.katman.conversation;

/**
 * Names one file or folder that is attached to a message which is not sent yet.
 *
 * @param value as made by {@link Ids}; sorts by the time it was made
 */
public record AttachmentId(String value) implements Comparable<AttachmentId> {
    public AttachmentId {
        Ids.check(value);
    }

    @Override
    public int compareTo(AttachmentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
