package dev.katman.classify;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Trains the judge. It reads the public prompts that {@code katman.routing} names and our own examples; judges each source by a model
 * that has not seen it, and reports that; fits the confidence to those verdicts; then learns from all and writes
 * {@code assets/judge.bin}. The same data give the same bytes.
 *
 * <pre>mvn -Ptrain process-classes -Dkatman.routing=PATH/train.jsonl</pre>
 */
public final class Trainer {
    /** How much a row counts: our own were written one by one; free-form prompts are what it is for. */
    private static final double OWN = 2;
    private static final double FREE_FORM = 1.5;
    /** The share of that for rows made from a pattern, and for plain facts, where people differ on the label. */
    private static final double LITTLE = 0.6;

    private final RuleJudge rules = new RuleJudge();
    private final RuleBook lexicon = RuleBook.read("lexicon.txt");
    private final List<Example> rows;
    private final List<Features> features = new ArrayList<>();

    private Trainer(List<Example> rows) {
        this.rows = rows;
        for (var row : rows) {
            features.add(Features.of(row.text(), rules, lexicon));
        }
    }

    /** @param args train.jsonl, the folder of our own examples, where to write the weights (or nothing: only report) */
    public static void main(String[] args) throws IOException {
        var rows = new ArrayList<>(Corpus.routing(Path.of(args[0])));
        rows.addAll(Corpus.own(Path.of(args[1])));
        var trainer = new Trainer(rows);
        double[] weights = trainer.weights();
        var verdicts = trainer.leaveSourcesOut(weights);
        double[] confidences = trainer.confidences(verdicts);
        double sureAt = Calibration.sureAt(verdicts, confidences);
        Report.print(verdicts, confidences, sureAt, trainer.rules);
        if (args.length > 2) {
            trainer.write(Path.of(args[2]), weights, Calibration.fit(verdicts), sureAt);
        }
    }

    /** Sources of thousands of rows from one template must not drown what people really write. */
    private double[] weights() {
        Map<String, Integer> count = new HashMap<>();
        rows.forEach(row -> count.merge(row.source() + row.band(), 1, Integer::sum));
        double[] weights = new double[rows.size()];
        for (int i = 0; i < weights.length; i++) {
            var row = rows.get(i);
            if (row.labelled() && !row.heldOut()) {
                int alike = count.get(row.source() + row.band());
                weights[i] = row.own() ? OWN : (row.freeForm() ? FREE_FORM : 1) / StrictMath.sqrt(alike / 100.0);
                weights[i] *= row.patterned() || row.tiers().size() > 1 && row.band() < 2 ? LITTLE : 1;
            }
        }
        return weights;
    }

    /** Each source judged by a model that has not seen any of its group; held-out rows by one that has seen all the others. */
    private List<Calibration.Verdict> leaveSourcesOut(double[] weights) {
        var groups = new TreeSet<String>();
        rows.forEach(row -> groups.add(row.group()));
        var verdicts = new Calibration.Verdict[rows.size()];
        for (var group : groups) {
            double[] without = weights.clone();
            for (int i = 0; i < without.length; i++) {
                without[i] = rows.get(i).group().equals(group) ? 0 : without[i];
            }
            float[] table = Learner.learn(rows, features, without);
            for (int i = 0; i < without.length; i++) {
                if (rows.get(i).group().equals(group)) {
                    verdicts[i] = verdict(i, table);
                }
            }
        }
        return Arrays.stream(verdicts).filter(v -> v.row().labelled()).toList();
    }

    private Calibration.Verdict verdict(int row, float[] table) {
        var f = features.get(row);
        var bands = new double[Band.COUNT];
        for (int i = 0; i < f.size(); i++) {
            for (int band = 0; band < Band.COUNT; band++) {
                bands[band] += table[f.at(i) * Band.COUNT + band] * f.value(i);
            }
        }
        Band.softmax(bands);
        return new Calibration.Verdict(rows.get(row), bands, TrainedJudge.inputs(f, Band.tiers(bands)));
    }

    /** By a calibration that has not seen the source of the verdict. */
    private double[] confidences(List<Calibration.Verdict> verdicts) {
        var groups = new TreeSet<String>();
        verdicts.forEach(v -> groups.add(v.row().group()));
        double[] confidences = new double[verdicts.size()];
        for (var group : groups) {
            var trust = Calibration.fit(verdicts.stream().filter(v -> !v.row().group().equals(group) && !v.row().heldOut()).toList());
            for (int i = 0; i < confidences.length; i++) {
                if (verdicts.get(i).row().group().equals(group)) {
                    confidences[i] = Confidence.of(verdicts.get(i).inputs(), trust);
                }
            }
        }
        return confidences;
    }

    private void write(Path file, double[] weights, double[] trust, double sureAt) throws IOException {
        float[] learned = Learner.learn(rows, features, weights);
        float most = 0;
        for (float weight : learned) {
            most = Math.max(most, Math.abs(weight));
        }
        double unit = most / Byte.MAX_VALUE;
        byte[] table = new byte[learned.length];
        for (int i = 0; i < table.length; i++) {
            table[i] = (byte) Math.round(learned[i] / unit);
        }
        int[] seen = Learner.seen(features, weights);
        byte[] common = new byte[seen.length];
        for (int i = 0; i < seen.length; i++) {
            common[i] = Weights.commonness(seen[i]);
        }
        int count = (int) Arrays.stream(weights).filter(w -> w > 0).count();
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            new Weights(table, common, unit, count, trust, sureAt).write(out);
        }
        System.out.printf(Locale.ROOT, "%n%d rows learned, %s written, %d bytes%n", count, file, Files.size(file));
    }
}
