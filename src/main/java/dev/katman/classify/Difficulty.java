package dev.katman.classify;

/** Where in its band a message stands. The tier does not depend on it; within a band it only tells the easy from the less easy. */
final class Difficulty {
    private Difficulty() {
    }

    static int of(Band band, double[] bands, Features features) {
        var opinion = features.opinion();
        boolean shared = Band.of(opinion.type(), opinion.difficulty()) == band;
        return switch (band) {
            case TALK -> features.courtesy() ? 1 : Math.max(2, band.clamp(shared ? opinion.difficulty() : features.reading().words() <= 12 ? 2 : 3));
            case LOW -> band.clamp(shared ? opinion.difficulty() : 3);
            case MID -> band.clamp(bands[Band.LOW.ordinal()] + bands[Band.TALK.ordinal()] > bands[Band.HIGH.ordinal()] * 2 ? 5
                    : bands[Band.HIGH.ordinal()] > 0.35 ? 7 : 6);
            case HIGH -> band.clamp(shared ? opinion.difficulty() : bands[Band.HIGH.ordinal()] > 0.7 ? 9 : 8);
        };
    }
}
