package dev.katman.classify;

import java.util.Objects;

/**
 * What the router model said of a message.
 *
 * @param type       conversation or task
 * @param difficulty 1 to 10
 */
public record Verdict(MessageType type, int difficulty) {
    public Verdict {
        Objects.requireNonNull(type, "type");
        if (difficulty < 1 || difficulty > 10) {
            throw new IllegalArgumentException("difficulty is 1 to 10, not " + difficulty);
        }
    }
}
