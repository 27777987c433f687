package dev.katman.simulation;

import dev.katman.pacing.Demand;

import java.time.Instant;
import java.util.List;

/**
 * The most value that anybody who knew the whole trace could have had under one draining bucket: the optimum of the linear program
 *
 * <pre>
 *   maximise sum v_i w_i x_i,  0 &lt;= x_i &lt;= 1
 *   level_i &gt;= level_(i-1) - L / day (t_i - t_(i-1)) + w_i x_i,  level_i &gt;= w_i x_i,  level_i &lt;= L
 * </pre>
 *
 * without a solver. The program says of every stretch of time that what is taken in it is at most L and what refills. Such bounds, on
 * intervals, add up evenly where intervals overlap, so the feasible amounts are a polymatroid: taking the dearest class first, each as far
 * as it goes, is optimal, and the most that can be taken of the classes from k up is what filling greedily in the order of time takes of
 * them, R_k. The optimum is therefore {@code sum over k of (v_k - v_(k-1)) R_k}. The benchmark compares it with a solver's.
 */
public final class Clairvoyant {
    private static final double MILLIS_A_DAY = 86_400_000;

    private Clairvoyant() {
    }

    /**
     * @param values by difficulty, 1 to 10, never falling
     * @param limit  tokens a day
     * @param level  of the bucket at the start
     * @return value times tokens
     */
    public static double optimum(List<Demand> trace, List<Double> values, long limit, double level, Instant start) {
        double optimum = 0;
        double below = 0;
        for (int d = 1; d <= 10; d++) {
            double value = values.get(d - 1);
            if (value > below) {
                optimum += (value - below) * most(trace, d, limit, level, start);
                below = value;
            }
        }
        return optimum;
    }

    private static double most(List<Demand> trace, int from, long limit, double level, Instant start) {
        double taken = 0;
        double now = level;
        long last = start.toEpochMilli();
        for (Demand demand : trace) {
            if (demand.difficulty() >= from) {
                now = Math.max(0, now - limit / MILLIS_A_DAY * (demand.at().toEpochMilli() - last));
                last = demand.at().toEpochMilli();
                double part = Math.min(demand.tokens(), limit - now);
                now += part;
                taken += part;
            }
        }
        return taken;
    }
}
