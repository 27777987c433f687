package dev.katman.pacing;

/**
 * How busy it is, beside what the habits make one expect. Three things are told apart:
 *
 * <ul><li>the <b>drift</b> of these days, when the habits have changed or were learned from other times: a gamma-Poisson shrinkage of what
 * came towards what was expected, forgetting half of it in half a day. The plan expects it to last;
 * <li>the <b>factor</b> of this hour, which comes and goes within some ten of them: a hidden Markov chain over {@link #FACTORS}, filtered
 * as messages come and as they fail to come;
 * <li>the <b>lump</b>: how much comes together. For messages that know nothing of each other it would be their size; whoever sits down to
 * work asks ten in a row. It is the variance of what came in an hour over its mean, and it says how little a single message proves.</ul>
 *
 * <p>Amounts are in tokens, times in hours. Not safe for use by many threads: the pacer's lock guards it.
 */
final class Busyness {
    /** From a quiet hour to a day ten times the usual. */
    static final double[] FACTORS = {.125, .25, .5, .71, 1, 1.41, 2, 4, 8};
    /** How likely each factor is when nothing is known: most days are like the others, by the logarithm's standard deviation. */
    private static final double SPREAD = .6;
    private static final double[] USUAL = usual();
    /** An hour: everything is different now. What lasts longer than such hours is the drift's concern. */
    private static final double REDRAW = .1;
    /** An hour: a little busier or quieter. */
    private static final double MOVE = .05;
    private static final double[][] MOVES = moves();
    /** In one slot of a plan, to each factor from anywhere. */
    static final double[] SLOT_REDRAW = redraw(PricePlan.SLOT_HOURS);
    /** In one slot of a plan, from each factor to itself and its neighbours. */
    static final double[][] SLOT_MOVE = move(PricePlan.SLOT_HOURS);

    /** How far the drift is believed to go before there is evidence: by a factor of two either way, by the logarithm's deviation. */
    private static final double DRIFT_SPREAD = .7;
    private static final double DRIFT_HALF_LIFE = 12;
    private static final double LUMP_HALF_LIFE = 7 * 24;
    /** So many lone messages stand against the first lumps. */
    private static final double LONE = 4;

    private final double[] belief = USUAL.clone();
    private double came;
    private double expected;
    private double squares;
    private double means;
    private double cameThisHour;
    private double expectedThisHour;
    private double factorAtItsStart = 1;

    private static double[] usual() {
        double[] usual = new double[FACTORS.length];
        double sum = 0;
        for (int i = 0; i < usual.length; i++) {
            double x = Math.log(FACTORS[i]) / SPREAD;
            double width = Math.log(FACTORS[Math.min(usual.length - 1, i + 1)] / FACTORS[Math.max(0, i - 1)]);
            usual[i] = Math.exp(-x * x / 2) * width;
            sum += usual[i];
        }
        for (int i = 0; i < usual.length; i++) {
            usual[i] /= sum;
        }
        return usual;
    }

    /** To a neighbour, an hour; they keep the usual (Metropolis). */
    private static double[][] moves() {
        int n = FACTORS.length;
        double[][] moves = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = i - 1; j <= i + 1; j += 2) {
                if (j >= 0 && j < n) {
                    double move = MOVE / 2 * Math.min(1, USUAL[j] / USUAL[i]);
                    moves[i][j] += move;
                    moves[i][i] -= move;
                }
            }
        }
        return moves;
    }

    private static double[] redraw(double hours) {
        double[] redraw = USUAL.clone();
        for (int i = 0; i < redraw.length; i++) {
            redraw[i] *= REDRAW * hours;
        }
        return redraw;
    }

    /** The first order of the chain's exponential: a slot is short against its rates. */
    private static double[][] move(double hours) {
        int n = FACTORS.length;
        double[][] move = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                move[i][j] = (i == j ? 1 - REDRAW * hours : 0) + MOVES[i][j] * hours;
            }
        }
        return move;
    }

    /**
     * Time in which nothing came.
     *
     * @param hours       at most a slot
     * @param tokensAnHour expected by the habits, without drift
     * @param size        of a message
     */
    void pass(double hours, double tokensAnHour, double size) {
        double drifted = tokensAnHour * drift(size);
        expectedThisHour += factorAtItsStart * drifted * hours;
        double lumps = drifted * hours / lump(size);
        double[] before = belief.clone();
        for (int j = 0; j < belief.length; j++) {
            double moved = before[j] + REDRAW * hours * (USUAL[j] - before[j]);
            for (int i = Math.max(0, j - 1); i <= Math.min(belief.length - 1, j + 1); i++) {
                moved += before[i] * MOVES[i][j] * hours;
            }
            belief[j] = moved * Math.exp((FACTORS[0] - FACTORS[j]) * lumps);
        }
        normalise();
        double kept = Math.pow(.5, hours / DRIFT_HALF_LIFE);
        came *= kept;
        expected = expected * kept + tokensAnHour * hours;
    }

    /** A message came. */
    void saw(double tokens, double size) {
        double lumps = tokens / lump(size);
        for (int i = 0; i < belief.length; i++) {
            belief[i] *= Math.pow(FACTORS[i] / FACTORS[FACTORS.length - 1], lumps);
        }
        normalise();
        came += tokens;
        cameThisHour += tokens;
    }

    /** An hour is over: what came against what was expected at its start says how lumpy the traffic is. */
    void closeHour() {
        double kept = Math.pow(.5, 1 / LUMP_HALF_LIFE);
        double off = cameThisHour - expectedThisHour;
        squares = squares * kept + off * off;
        means = means * kept + expectedThisHour;
        cameThisHour = 0;
        expectedThisHour = 0;
        factorAtItsStart = mean();
    }

    /** How likely each factor is; they sum to 1. */
    double[] belief() {
        return belief;
    }

    /** The expected factor. */
    double mean() {
        double mean = 0;
        for (int i = 0; i < belief.length; i++) {
            mean += belief[i] * FACTORS[i];
        }
        return mean;
    }

    /** The expected factor so many hours from now: what is unusual passes. */
    double meanIn(double hours) {
        return 1 + (mean() - 1) * Math.exp(-REDRAW * hours);
    }

    /** What the habits' forecast is to be multiplied with. */
    double drift(double size) {
        double prior = lump(size) / (DRIFT_SPREAD * DRIFT_SPREAD);
        return (came + prior) / (expected + prior);
    }

    /** What comes together, in tokens: at least a message. */
    double lump(double size) {
        return Math.max(size, (squares + LONE * size * size) / (means + LONE * size));
    }

    /** Evidence is weighed against the factor that it speaks for most, so there is always something left to divide by. */
    private void normalise() {
        double sum = 0;
        for (double likely : belief) {
            sum += likely;
        }
        for (int i = 0; i < belief.length; i++) {
            belief[i] = Math.max(1e-12, belief[i] / sum); // never quite impossible: the next hour may prove it
        }
    }
}
