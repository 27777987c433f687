package dev.katman.journal;

import dev.katman.catalog.DeploymentId;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How long one deployment let people wait, by the calls that came back whole. A percentile is the least time that was seen which at least
 * that part of the calls did not exceed (the nearest rank, so it is a time that really was).
 *
 * @param router     whether these are the router's calls; its verdicts are short and would make a worker on the same model look fast
 * @param calls      how many came back whole
 * @param firstToken until the first token came; empty where no call told
 * @param whole      until the last one
 */
public record LatencyRow(DeploymentId deployment, boolean router, long calls, Optional<Percentiles> firstToken, Percentiles whole) {
    /**
     * @param median half of the calls took no longer
     * @param p95    19 of 20 took no longer
     */
    public record Percentiles(Duration median, Duration p95) {
        public Percentiles {
            if (median.isNegative() || p95.compareTo(median) < 0) {
                throw new IllegalArgumentException("not in order: " + median + ", " + p95);
            }
        }
    }

    public LatencyRow {
        Objects.requireNonNull(deployment);
        Objects.requireNonNull(whole);
        if (calls < 1) {
            throw new IllegalArgumentException("a latency of no calls");
        }
    }
}
