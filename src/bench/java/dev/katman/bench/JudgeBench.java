package dev.katman.bench;

import dev.katman.classify.TrainedJudge;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** How long the trained judge takes: p50 for a message of 2 KB, and lines a second for a mix of short and long ones. */
public final class JudgeBench {
    private static final List<String> PIECES = List.of("Please summarise the report that the committee published on Tuesday, with its "
            + "main points and the figures of the last quarter. ", "Aşağıdaki metni üç cümlede özetler misin, tarihleri ve tutarları da "
            + "ayrı bir listede ver. ", "for (int i = 0; i <= rows.length; i++) { sum += rows[i].total(); }\n", "Why does this query "
            + "return each customer twice, and how would you index the table? ", "dun aksam yaptigimiz toplantida butceyi konustuk ve "
            + "karar alamadik, ne yapmali? ");

    private JudgeBench() {
    }

    public static void main(String[] args) {
        var judge = TrainedJudge.embedded();
        var random = new Random(1);
        var long2k = messages(random, 200, 2_048);
        var mixed = messages(random, 600, 80);
        mixed.addAll(messages(random, 250, 400));
        mixed.addAll(messages(random, 50, 4_000));
        for (int warm = 0; warm < 30; warm++) {
            long2k.forEach(judge::judge);
            mixed.forEach(judge::judge);
        }
        long[] took = new long[5_000];
        for (int i = 0; i < took.length; i++) {
            long start = System.nanoTime();
            judge.judge(long2k.get(i % long2k.size()));
            took[i] = System.nanoTime() - start;
        }
        Arrays.sort(took);
        double[] rates = new double[15];
        for (int run = 0; run < rates.length; run++) {
            long start = System.nanoTime();
            mixed.forEach(judge::judge);
            rates[run] = mixed.size() / ((System.nanoTime() - start) / 1e9);
        }
        Arrays.sort(rates);
        System.out.printf(Locale.ROOT, "2 KB message: p50 %.3f ms, p99 %.3f ms%nmixed lines (80 B to 4 KB): median %.0f a second%n",
                took[took.length / 2] / 1e6, took[took.length * 99 / 100] / 1e6, rates[rates.length / 2]);
    }

    private static List<String> messages(Random random, int count, int length) {
        var messages = new java.util.ArrayList<String>();
        for (int i = 0; i < count; i++) {
            var text = new StringBuilder();
            while (text.length() < length) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            messages.add(text.substring(0, length));
        }
        return messages;
    }
}
