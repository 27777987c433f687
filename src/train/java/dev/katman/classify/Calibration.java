package dev.katman.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Fits {@link Confidence} on verdicts of a judge that had not seen the source, and finds the confidence that can be trusted. */
final class Calibration {
    private static final int STEPS = 3_000;
    private static final double SHRINK = 1e-3;
    /** Verdicts on benchmark rows together count this much of those on free-form prompts. */
    private static final double BENCHMARKS = 0.3;
    private static final double RIGHT = 0.95;
    /** With fewer verdicts above it, a threshold proves nothing. */
    private static final int LEAST = 50;

    /** One verdict of a judge that had not seen the source. */
    record Verdict(Example row, double[] bands, double[] inputs) {
        int tier() {
            return Band.best(Band.tiers(bands));
        }

        boolean right() {
            return tier() == row.tier();
        }
    }

    private Calibration() {
    }

    /** Gradient descent from zero on the logistic loss, in the order given. */
    static double[] fit(List<Verdict> verdicts) {
        double free = verdicts.stream().filter(v -> v.row.freeForm()).count();
        double benchmark = BENCHMARKS * free / Math.max(1, verdicts.size() - free);
        double total = free + BENCHMARKS * free;
        var trust = new double[Confidence.INPUTS];
        var pace = new double[Confidence.INPUTS];
        for (int step = 0; step < STEPS; step++) {
            var slope = new double[Confidence.INPUTS];
            for (var verdict : verdicts) {
                double error = Confidence.of(verdict.inputs, trust) - (verdict.right() ? 1 : 0);
                double weight = (verdict.row.freeForm() ? 1 : benchmark) / total;
                for (int i = 0; i < slope.length; i++) {
                    slope[i] += error * weight * verdict.inputs[i];
                }
            }
            for (int i = 0; i < slope.length; i++) {
                pace[i] = 0.9 * pace[i] - 0.3 * (slope[i] + SHRINK * trust[i]);
                trust[i] += pace[i];
            }
        }
        return trust;
    }

    /**
     * The lowest threshold above which at least 95 of 100 verdicts on free-form prompts are right, in English, in Turkish, among
     * public prompts and among our own: the worst of these counts.
     *
     * @param confidences of the verdicts, each by a calibration that had not seen its source either
     */
    static double sureAt(List<Verdict> verdicts, double[] confidences) {
        double most = 0;
        for (boolean turkish : new boolean[]{false, true}) {
            for (boolean own : new boolean[]{false, true}) {
                most = Math.max(most, sureAt(verdicts, confidences, turkish, own));
            }
        }
        return StrictMath.ceil(most * 200) / 200; // rounded up to a figure that can be read
    }

    private static double sureAt(List<Verdict> verdicts, double[] confidences, boolean turkish, boolean own) {
        var order = new ArrayList<Integer>();
        for (int i = 0; i < confidences.length; i++) {
            var row = verdicts.get(i).row;
            if (row.freeForm() && row.turkish() == turkish && row.own() == own) {
                order.add(i);
            }
        }
        order.sort(Comparator.comparingDouble((Integer i) -> -confidences[i]).thenComparing(i -> i));
        double lowest = 1;
        int right = 0;
        for (int n = 0; n < order.size(); n++) {
            right += verdicts.get(order.get(n)).right() ? 1 : 0;
            if (n + 1 >= LEAST && right >= RIGHT * (n + 1)) {
                lowest = confidences[order.get(n)];
            }
        }
        return lowest;
    }
}
