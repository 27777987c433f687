package dev.katman.classify;

/** What the trained judge tells apart: conversation, and tasks by difficulty. Tiers and types follow from it. */
enum Band {
    TALK(1, 4),
    LOW(2, 4),
    MID(5, 7),
    HIGH(8, 10);

    static final int COUNT = 4;
    static final int TIERS = 3;

    /** How much likelier a lower tier must be than the highest. */
    private static final double UPWARDS = 1.2;
    private static final Band[] ALL = values();

    private final int least;
    private final int most;

    Band(int least, int most) {
        this.least = least;
        this.most = most;
    }

    static Band of(MessageType type, int difficulty) {
        return type == MessageType.CHAT ? TALK : difficulty < MID.least ? LOW : difficulty < HIGH.least ? MID : HIGH;
    }

    static Band of(int index) {
        return ALL[index];
    }

    MessageType type() {
        return this == TALK ? MessageType.CHAT : MessageType.TASK;
    }

    int clamp(int difficulty) {
        return Math.clamp(difficulty, least, most);
    }

    /** 0, 1 or 2 for tiers 1 to 3: the mid band may end up at tier 2, but it deserves tier 3. */
    static int tier(int band) {
        return Math.min(band, TIERS - 1);
    }

    int tier() {
        return tier(ordinal());
    }

    /** Turns logits into probabilities, in place. */
    static void softmax(double[] logits) {
        double most = logits[0];
        for (double logit : logits) {
            most = Math.max(most, logit);
        }
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            logits[i] = StrictMath.exp(logits[i] - most); // StrictMath: the same bits on every platform
            sum += logits[i];
        }
        for (int i = 0; i < logits.length; i++) {
            logits[i] /= sum;
        }
    }

    static double[] tiers(double[] bands) {
        return new double[]{bands[0], bands[1], bands[2] + bands[3]};
    }

    /** The likeliest tier; a little in favour of the highest, since a task that is judged too low gets a poor answer. */
    static int best(double[] tiers) {
        int lower = tiers[0] > tiers[1] ? 0 : 1;
        return tiers[lower] > tiers[TIERS - 1] * UPWARDS ? lower : TIERS - 1;
    }
}
