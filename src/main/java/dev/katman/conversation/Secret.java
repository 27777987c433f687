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

    /** The last four characters, by which its owner knows it; none of a key so short that they would give much of it away. */
    public String ending() {
        return value.length() < 16 ? "" : value.substring(value.length() - 4);
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
