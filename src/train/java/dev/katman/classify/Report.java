package dev.katman.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** What the verdicts on left-out sources were worth, by source, language and kind. */
final class Report {
    private int rows;
    private int tier;
    private int acceptable;
    private int rulesTier;
    private int type;
    private int band;
    private int tooHigh;
    private double loss;
    private int sure;
    private int sureAndRight;
    private final double[] confidence = new double[10];
    private final int[] inBin = new int[10];
    private final int[] rightInBin = new int[10];

    private Report() {
    }

    static void print(List<Calibration.Verdict> verdicts, double[] confidences, double sureAt, RuleJudge rules) {
        var lines = new TreeMap<String, Report>();
        for (int i = 0; i < verdicts.size(); i++) {
            var verdict = verdicts.get(i);
            for (var line : lines(verdict.row())) {
                lines.computeIfAbsent(line, _ -> new Report()).add(verdict, confidences[i], sureAt, rules);
            }
        }
        System.out.printf("%-42s %5s %6s %6s %6s %6s %6s %6s %6s %6s %6s %6s%n", "sources left out", "rows", "tier", "ok", "rules", "type",
                "band", "high", "loss", "ece", "sure", "right");
        lines.forEach((name, line) -> System.out.println(line.text(name)));
        System.out.printf(Locale.ROOT, "sure at %.3f%n", sureAt);
    }

    private static List<String> lines(Example row) {
        var language = row.turkish() ? " tr" : " en";
        var lines = new ArrayList<String>();
        lines.add("source " + row.source());
        if (row.heldOut()) {
            lines.add("held out" + language);
        } else if (row.own()) {
            lines.add("our own" + language);
        } else {
            lines.add("all public" + language);
            lines.add((row.freeForm() ? "free-form" : "benchmark") + language);
        }
        return lines;
    }

    private void add(Calibration.Verdict verdict, double sureness, double sureAt, RuleJudge rules) {
        var row = verdict.row();
        var opinion = rules.opinion(Reading.of(row.text()));
        int judged = verdict.tier();
        rows++;
        tier += verdict.right() ? 1 : 0;
        acceptable += row.tiers().contains(judged + 1) ? 1 : 0;
        rulesTier += Band.of(opinion.type(), opinion.difficulty()).tier() == row.tier() ? 1 : 0;
        type += (judged == 0) == (row.band() == 0) ? 1 : 0;
        band += TrainedJudge.Look.band(verdict.bands()).ordinal() == row.band() ? 1 : 0;
        tooHigh += judged > row.tier() ? 1 : 0;
        loss -= StrictMath.log(Math.max(1e-6, Band.tiers(verdict.bands())[row.tier()]));
        sure += sureness >= sureAt ? 1 : 0;
        sureAndRight += sureness >= sureAt && verdict.right() ? 1 : 0;
        int bin = Math.min(9, (int) (sureness * 10));
        confidence[bin] += sureness;
        inBin[bin]++;
        rightInBin[bin] += verdict.right() ? 1 : 0;
    }

    private String text(String name) {
        double expected = 0;
        for (int bin = 0; bin < 10; bin++) {
            expected += Math.abs(confidence[bin] - rightInBin[bin]);
        }
        double n = rows;
        return String.format(Locale.ROOT, "%-42s %5d %6.3f %6.3f %6.3f %6.3f %6.3f %6.3f %6.3f %6.3f %6.3f %6.3f", name, rows, tier / n,
                acceptable / n, rulesTier / n, type / n, band / n, tooHigh / n, loss / n, expected / n, sure / n,
                sureAndRight / (double) Math.max(1, sure));
    }
}
