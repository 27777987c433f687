package dev.katman.classify;

import dev.katman.classify.RuleBook.Topic;

/**
 * How much a message belongs to what was said before it. "Why?", "and now in SQL", "daha kısa yaz" mean nothing alone; "thanks!" and
 * a message with an order and a subject of its own do.
 */
final class PointingBack {
    /** A message of more words than this says what it wants. */
    private static final int LONG = 22;

    /** So much of {@code [back]} phrases is a clear sign. */
    private static final double CLEAR = 3;

    private final int back;

    PointingBack(RuleBook lexicon) {
        back = lexicon.topic("back").map(Topic::index)
                .orElseThrow(() -> new IllegalArgumentException("lexicon.txt has no topic [back]; put it back"));
    }

    /** @param bands what the message would be alone */
    double share(Features features, double[] bands) {
        long words = features.reading().words();
        if (words > LONG || features.courtesy() || !features.reading().brought().isEmpty()) {
            return 0;
        }
        double sign = Math.min(1, features.lexicon()[back] / CLEAR);
        double shortness = words <= 6 ? 1 : (LONG + 1 - words) / (LONG - 5.0);
        // Two words that nobody knows ("the second", "in Rust") are more likely about what was just said than about something new.
        double bare = words <= 3 ? 0.6 : words <= 5 ? 0.3 : 0;
        double most = Math.max(Math.max(bands[0], bands[1]), Math.max(bands[2], bands[3]));
        double own = features.ordered() ? 0.5 * most : 0; // an order of its own ("translate that") is judged for itself, too
        return Math.min(0.95, Math.max(sign, bare) * shortness) * (1 - own);
    }
}
