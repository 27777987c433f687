package dev.katman.classify;

import java.time.Duration;

/**
 * What tier 0 says of a message.
 *
 * @param type       conversation or task
 * @param difficulty 1 to 10
 * @param confidence how sure the judge is, 0 to 1
 * @param judgedBy   {@code local}, or the deployment that judged
 * @param took       from the message to the verdict
 * @param note       why the router model did not judge; empty where it did
 */
public record Assessment(MessageType type, int difficulty, double confidence, String judgedBy, Duration took, String note) {
    public static final String LOCAL = "local";

    public Assessment {
        if (difficulty < 1 || difficulty > 10 || !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("difficulty 1 to 10, confidence 0 to 1; not " + difficulty + " and " + confidence);
        }
    }

    public Assessment(MessageType type, int difficulty, double confidence, String judgedBy, Duration took) {
        this(type, difficulty, confidence, judgedBy, took, "");
    }
}
