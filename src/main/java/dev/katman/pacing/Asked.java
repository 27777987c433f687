package dev.katman.pacing;

/** What was asked for on days of one kind, by hour of the day and class of value, and how long each hour was watched. */
final class Asked {
    static final int HOURS = 24;

    private final double[] watched = new double[HOURS];
    private final double[][] tokens;

    Asked(int classes) {
        tokens = new double[HOURS][classes];
    }

    void watch(int hour, double hours) {
        watched[hour] += hours;
    }

    void saw(int hour, int valueClass, double asked) {
        tokens[hour][valueClass] += asked;
    }

    void forget(double kept) {
        for (int h = 0; h < HOURS; h++) {
            watched[h] *= kept;
            for (int k = 0; k < tokens[h].length; k++) {
                tokens[h][k] *= kept;
            }
        }
    }

    void add(Asked other, double weight) {
        for (int h = 0; h < HOURS; h++) {
            watched[h] += weight * other.watched[h];
            for (int k = 0; k < tokens[h].length; k++) {
                tokens[h][k] += weight * other.tokens[h][k];
            }
        }
    }

    /** Hours that this hour of the day was watched. */
    double watched(int hour) {
        return watched[hour];
    }

    double tokens(int hour, int valueClass) {
        return tokens[hour][valueClass];
    }

    /** Tokens of all hours and classes. */
    double tokens() {
        double sum = 0;
        for (double[] hour : tokens) {
            for (double asked : hour) {
                sum += asked;
            }
        }
        return sum;
    }

    double days() {
        double sum = 0;
        for (double hours : watched) {
            sum += hours;
        }
        return sum / HOURS;
    }
}
