package dev.katman.classify;

/**
 * How likely a verdict's tier is right: a logistic regression (Platt 1999) on what the judge knows of its own verdict. The trainer
 * fits it on prompts of sources that the judge had not seen, where a softmax alone would be too proud.
 */
final class Confidence {
    static final int INPUTS = 10;
    private static final double MOST = 6;

    private Confidence() {
    }

    static double[] inputs(double[] tiers, int best, boolean turkish, int tierOfRules, long words) {
        double second = 0;
        for (int tier = 0; tier < tiers.length; tier++) {
            second = tier == best ? second : Math.max(second, tiers[tier]);
        }
        double odds = logit(tiers[best]);
        double length = StrictMath.log(1 + words) / 5;
        return new double[]{1, odds, tiers[best] - second, best == 0 ? 1 : 0, best == 1 ? 1 : 0, turkish ? 1 : 0,
                tierOfRules == best ? 1 : 0, tierOfRules == best ? odds : 0, length, length * odds};
    }

    static double of(double[] inputs, double[] trust) {
        return logistic(logit(inputs, trust));
    }

    static double logit(double[] inputs, double[] trust) {
        double sum = 0;
        for (int i = 0; i < inputs.length; i++) {
            sum += inputs[i] * trust[i];
        }
        return Math.clamp(sum, -MOST, MOST);
    }

    static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    static double logit(double probability) {
        double p = Math.clamp(probability, 1e-4, 1 - 1e-4);
        return Math.clamp(StrictMath.log(p / (1 - p)), -MOST, MOST);
    }
}
