package dev.katman.conversation;

import java.util.Objects;

/** A key. It prints as dots, so that no log line, error or screenshot can give it away; {@link #reveal} is for the wire only. */
public final class Secret {
    private final String value;

    public Secret(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a key must not be blank");
        }
        this.value = value.strip();
    }

    /** The key itself. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value);
    }

    @Override
    public String toString() {
        return "•••";
    }
}
