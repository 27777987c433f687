package dev.katman.classify;

/**
 * What the local judge thought of a message, also where somebody else had the last word.
 *
 * @param type       conversation or task
 * @param difficulty 1 to 10
 * @param confidence that its tier is right, 0 to 1
 */
public record Guess(MessageType type, int difficulty, double confidence) {
    public Guess {
        if (difficulty < 1 || difficulty > 10 || !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("difficulty 1 to 10, confidence 0 to 1; not " + difficulty + " and " + confidence);
        }
    }
}
