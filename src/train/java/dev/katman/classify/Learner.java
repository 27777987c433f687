package dev.katman.classify;

import java.util.List;
import java.util.Random;

/**
 * Multinomial logistic regression, by AdaGrad (Duchi, Hazan and Singer 2011) with the weights of the second half of the epochs averaged.
 * Each time a row is seen, some of its features are left out at random, so that no verdict hangs on one word; and features that
 * hardly a row has are not learned at all. One thread, one seed, fixed order: the same rows give the same bits.
 */
final class Learner {
    private static final int EPOCHS = 12;
    private static final double STEP = 0.02;
    private static final double SHRINK = 0.01;
    private static final double LEFT_OUT = 0.3;
    /** So often a row is seen as words alone, without what the rules and the lexicon know of them: those must not take all the credit. */
    private static final double WORDS_ALONE = 0.25;
    /** Nobody's label is certain. */
    private static final double SMOOTHING = 0.02;
    /** A feature of fewer rows is chance. */
    private static final int LEAST = 3;

    private final float[] table = new float[Band.COUNT << Features.BITS];
    private final float[] slopes = new float[table.length];
    private final float[] sum = new float[table.length];
    private int[] at = new int[1 << 10];
    private float[] value = new float[1 << 10];

    private Learner() {
    }

    /** @param weights how much each row counts; rows of 0 are not looked at */
    static float[] learn(List<Example> rows, List<Features> features, double[] weights) {
        return new Learner().train(rows, features, weights);
    }

    private float[] train(List<Example> rows, List<Features> features, double[] weights) {
        int[] seen = seen(features, weights);
        var random = new Random(1);
        int[] order = new int[rows.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        int summed = 0;
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            shuffle(order, random);
            for (int row : order) {
                if (weights[row] > 0) {
                    learn(features.get(row), seen, rows.get(row), weights[row], random);
                }
            }
            if (epoch >= EPOCHS / 2) {
                for (int k = 0; k < table.length; k++) {
                    sum[k] += table[k];
                }
                summed++;
            }
        }
        for (int k = 0; k < table.length; k++) {
            sum[k] /= summed;
        }
        return sum;
    }

    static int[] seen(List<Features> features, double[] weights) {
        int[] seen = new int[1 << Features.BITS];
        for (int row = 0; row < weights.length; row++) {
            if (weights[row] > 0) {
                var f = features.get(row);
                for (int i = 0; i < f.size(); i++) {
                    seen[f.at(i)]++;
                }
            }
        }
        return seen;
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }

    private void learn(Features features, int[] seen, Example row, double weight, Random random) {
        if (at.length < features.size()) {
            at = new int[2 * features.size()];
            value = new float[2 * features.size()];
        }
        int size = 0;
        int end = random.nextDouble() < WORDS_ALONE ? features.words() : features.size();
        for (int i = 0; i < end; i++) {
            if (random.nextFloat() >= LEFT_OUT && seen[features.at(i)] >= LEAST) {
                at[size] = features.at(i) * Band.COUNT;
                value[size++] = features.value(i) / (float) (1 - LEFT_OUT);
            }
        }
        var bands = new double[Band.COUNT];
        for (int i = 0; i < size; i++) {
            for (int band = 0; band < Band.COUNT; band++) {
                bands[band] += table[at[i] + band] * value[i];
            }
        }
        Band.softmax(bands);
        for (int band = 0; band < Band.COUNT; band++) {
            double target = row.band() == band ? 1 - SMOOTHING : SMOOTHING / (Band.COUNT - 1);
            double error = (bands[band] - target) * weight;
            for (int i = 0; i < size; i++) {
                int k = at[i] + band;
                double slope = error * value[i] + SHRINK * table[k];
                slopes[k] += (float) (slope * slope);
                table[k] -= (float) (STEP * slope / Math.sqrt(slopes[k] + 1e-6));
            }
        }
    }
}
