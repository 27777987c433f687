package dev.katman.classify;

import java.time.Duration;
import java.util.Optional;

/**
 * What tier 0 says of a message.
 *
 * @param type       conversation or task
 * @param difficulty 1 to 10
 * @param confidence how sure the judge is, 0 to 1
 * @param judgedBy   {@code local}, or the deployment that judged
 * @param took       from the message to the verdict
 * @param note       why the router model did not judge; empty where it did
 * @param guess      what the local judge had thought, where the router model judged
 */
public record Assessment(MessageType type, int difficulty, double confidence, String judgedBy, Duration took, String note,
        Optional<Guess> guess) {
    public static final String LOCAL = "local";
    /** The local judge was sure enough: the router model was not asked, and nothing was spent. */
    public static final String SURE = "SURE";

    public Assessment {
        if (difficulty < 1 || difficulty > 10 || !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("difficulty 1 to 10, confidence 0 to 1; not " + difficulty + " and " + confidence);
        }
    }

    public Assessment(MessageType type, int difficulty, double confidence, String judgedBy, Duration took) {
        this(type, difficulty, confidence, judgedBy, took, "", Optional.empty());
    }

    /** Whether no router model was asked because there was no need to. */
    public boolean sure() {
        return note.equals(SURE);
    }

    /** The same verdict, with why nobody else gave it. */
    public Assessment noted(String why, Duration whole) {
        return new Assessment(type, difficulty, confidence, judgedBy, whole, why, guess);
    }

    /** As what is kept beside somebody else's verdict. */
    public Guess asGuess() {
        return new Guess(type, difficulty, confidence);
    }
}
