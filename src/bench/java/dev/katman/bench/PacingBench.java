package dev.katman.bench;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Catalog;
import dev.katman.catalog.CatalogReader;
import dev.katman.catalog.Limits;
import dev.katman.catalog.Mode;
import dev.katman.pacing.Demand;
import dev.katman.simulation.Clairvoyant;
import dev.katman.simulation.Shape;
import dev.katman.simulation.Simulation;
import dev.katman.simulation.Traffic;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How good the pacing is: the value that it reaches as a share of what somebody who knew the whole trace could have had.
 *
 * <p>A run is two weeks of one shape, from which the pacer learns, and a third week that is measured, of other messages. Wrong forecasts are
 * two weeks at half or double the load. "New machine" has no weeks before: a week is measured from the first message on. At the start of the
 * measured week the clairvoyant has the same level in its bucket as the policy that it is compared with; at its end both keep what they
 * have left, so what is left unspent there counts against the policy, which cannot know the end. Both meter tokens a day alone.
 *
 * <p>Beside the pacer stand three that know no price: <i>until empty</i> gives the deep model to whatever task comes while there is room,
 * <i>5 and up</i> to those of the contested band and above, <i>above 7</i> to the hard ones alone.
 *
 * <p>Arguments: the number of seeds (default 20), then the rows to measure, such as {@code bursty:3} or {@code storms} (default all).
 */
public final class PacingBench {
    private static final long LIMIT = 200_000;
    private static final Limits LIMITS = new Limits(Map.of(Axis.TPD, LIMIT));
    private static final ZoneId ZONE = ZoneOffset.UTC;
    private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");
    private static final int LEARNED = 14;
    private static final int MEASURED = 7;
    private static final double[] LOADS = {.8, 1.5, 3};

    private final Catalog catalog = CatalogReader.embedded();
    /** The same, where no task is too easy for the deep brain. */
    private final Catalog greedy = catalog.with(catalog.policy().with(1, catalog.policy().deepAbove()));
    private final List<Double> values = catalog.policy().values();
    private final int seeds;
    private final List<String> rows;

    private PacingBench(int seeds, List<String> rows) {
        this.seeds = seeds;
        this.rows = rows;
    }

    public static void main(String[] arguments) {
        List<String> given = List.of(arguments);
        new PacingBench(given.isEmpty() ? 20 : Integer.parseInt(given.getFirst()), given.stream().skip(1).toList()).run();
    }

    private void run() {
        check();
        System.out.printf("%d seeds; median / 5th percentile of the share of the clairvoyant optimum%n%n", seeds);
        System.out.println("| traffic | load | paced | forecast of half | forecast of double | new machine | until empty | 5 and up | above 7 |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        double[] worst = new double[8];
        Arrays.fill(worst, 1);
        for (Shape shape : Shape.values()) {
            for (double load : LOADS) {
                String row = shape.written() + ":" + new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(load);
                if (!rows.isEmpty() && rows.stream().noneMatch(row::startsWith)) {
                    continue;
                }
                List<double[]> cells = List.of(cell(catalog, shape, load, 1, Mode.PACED), cell(catalog, shape, load, .5, Mode.PACED),
                        cell(catalog, shape, load, 2, Mode.PACED), cell(catalog, shape, load, 0, Mode.PACED),
                        cell(greedy, shape, load, 1, Mode.GENEROUS), cell(catalog, shape, load, 1, Mode.GENEROUS),
                        cell(catalog, shape, load, 1, Mode.STRICT));
                var line = new StringBuilder("| %s | %s |".formatted(shape.written(), load));
                for (int i = 0; i < cells.size(); i++) {
                    line.append(" %.3f / %.3f |".formatted(cells.get(i)[0], cells.get(i)[1]));
                    if (i < 4 && shape != Shape.STORMS) {
                        worst[2 * i] = Math.min(worst[2 * i], cells.get(i)[0]);
                        worst[2 * i + 1] = Math.min(worst[2 * i + 1], cells.get(i)[1]);
                    }
                }
                System.out.println(line);
            }
        }
        System.out.printf("| worst, without storms | | %.3f / %.3f | %.3f / %.3f | %.3f / %.3f | %.3f / %.3f | | | |%n", worst[0], worst[1],
                worst[2], worst[3], worst[4], worst[5], worst[6], worst[7]);
        longTrace();
    }

    /** A week of a message every six seconds: what a long trace costs whoever simulates it. */
    private void longTrace() {
        List<Demand> trace = IntStream.range(0, 100_000).mapToObj(i -> new Demand(MONDAY.plusMillis(i * 6_048L), 1 + i % 10, 200 + i % 100)).toList();
        long began = System.nanoTime();
        var simulation = new Simulation(catalog, Mode.PACED, LIMITS, ZONE);
        trace.forEach(simulation::next);
        System.out.printf("%n%,d messages of one trace: %.1f s%n", trace.size(), (System.nanoTime() - began) / 1e9);
    }

    /** @param history the load of the weeks before, over that of the measured one; 0 for none */
    private double[] cell(Catalog with, Shape shape, double load, double history, Mode mode) {
        double[] shares = new double[seeds];
        IntStream.range(0, seeds).parallel().forEach(seed -> shares[seed] = share(with, shape, load, history, mode, seed));
        Arrays.sort(shares);
        double median = (shares[seeds / 2] + shares[(seeds - 1) / 2]) / 2;
        return new double[] {median, shares[(int) (.05 * seeds)]};
    }

    private double share(Catalog with, Shape shape, double load, double history, Mode mode, int seed) {
        Instant start = MONDAY.plus(Duration.ofDays(LEARNED));
        var before = history == 0 ? List.<Demand>of()
                : new Traffic(shape, load * history, LIMIT).days(LEARNED, MONDAY, ZONE, new SplittableRandom(1_000 + seed));
        List<Demand> week = new Traffic(shape, load, LIMIT).days(MEASURED, start, ZONE, new SplittableRandom(2_000 + seed));
        var simulation = new Simulation(with, mode, LIMITS, ZONE);
        before.forEach(simulation::next);
        double level = simulation.used(Axis.TPD, start);
        double reached = 0;
        for (Demand demand : week) {
            Simulation.Step step = simulation.next(demand);
            reached += step.deep() ? values.get(demand.difficulty() - 1) * demand.tokens() : 0;
        }
        return reached / Clairvoyant.optimum(week, values, LIMIT, level, start);
    }

    /** The formula against a solver, message by message, on a day of each shape. */
    private void check() {
        var differences = new ArrayList<Double>();
        for (Shape shape : Shape.values()) {
            for (double load : LOADS) {
                List<Demand> day = new Traffic(shape, load, LIMIT).days(1, MONDAY, ZONE, new SplittableRandom(42)).stream()
                        .filter(d -> values.get(d.difficulty() - 1) > 0).toList();
                double solved = solve(day, LIMIT * .5);
                differences.add(Math.abs(Clairvoyant.optimum(day, values, LIMIT, LIMIT * .5, MONDAY) / solved - 1));
            }
        }
        double most = Collections.max(differences);
        System.out.printf("the optimum by formula and by ojAlgo's simplex differ by at most %.1e over %d days%n", most, differences.size());
        if (most > 1e-6) {
            throw new IllegalStateException("the formula is not the optimum of the linear program");
        }
    }

    private double solve(List<Demand> day, double level) {
        var model = new ExpressionsBasedModel();
        Variable before = null;
        Instant last = MONDAY;
        for (int i = 0; i < day.size(); i++) {
            Demand demand = day.get(i);
            double tokens = demand.tokens() / (double) LIMIT;
            Variable taken = model.newVariable("x" + i).lower(0).upper(tokens).weight(values.get(demand.difficulty() - 1));
            Variable after = model.newVariable("level" + i).lower(0).upper(1);
            double drained = Duration.between(last, demand.at()).toMillis() / 86_400_000.0;
            Expression carried = model.newExpression("carried" + i).set(after, 1).set(taken, -1);
            if (before == null) {
                carried.lower(level / LIMIT - drained);
            } else {
                carried.set(before, -1).lower(-drained);
            }
            model.newExpression("own" + i).set(after, 1).set(taken, -1).lower(0);
            before = after;
            last = demand.at();
        }
        Optimisation.Result result = model.maximise();
        if (!result.getState().isOptimal()) {
            throw new IllegalStateException("not solved: " + result.getState());
        }
        return result.getValue() * LIMIT;
    }
}
