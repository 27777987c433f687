package dev.katman.simulation;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Catalog;
import dev.katman.catalog.CatalogReader;
import dev.katman.catalog.Limits;
import dev.katman.catalog.Mode;
import dev.katman.catalog.Tier;
import dev.katman.pacing.Demand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SimulationTest {
    private static final Catalog CATALOG = CatalogReader.embedded();
    private static final List<Double> VALUES = CATALOG.policy().values();
    private static final long LIMIT = 200_000;
    private static final Limits TOKENS_A_DAY = new Limits(Map.of(Axis.TPD, LIMIT));
    private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");

    private static List<Demand> traffic(Shape shape, double load, int days, long seed) {
        return new Traffic(shape, load, LIMIT).days(days, MONDAY, ZoneOffset.UTC, new SplittableRandom(seed));
    }

    private static List<Simulation.Step> run(List<Demand> trace, Mode mode, Limits limits) {
        var simulation = new Simulation(CATALOG, mode, limits, ZoneOffset.UTC);
        return trace.stream().map(simulation::next).toList();
    }

    private static double value(List<Simulation.Step> steps) {
        return steps.stream().filter(Simulation.Step::deep)
                .mapToDouble(s -> VALUES.get(s.demand().difficulty() - 1) * s.demand().tokens()).sum();
    }

    private static double share(List<Demand> trace, Mode mode) {
        return value(run(trace, mode, TOKENS_A_DAY)) / Clairvoyant.optimum(trace, VALUES, LIMIT, 0, MONDAY);
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void neverOverAnyLimit(Shape shape) {
        Limits all = CATALOG.plan(Tier.DEEP).chain().stream().flatMap(m -> CATALOG.deploymentsOf(m).stream()).findFirst()
                .orElseThrow().limits();
        for (Mode mode : Mode.values()) {
            var levels = new EnumMap<Axis, Double>(Axis.class);
            Instant last = MONDAY;
            for (Simulation.Step step : run(traffic(shape, 6, 2, 5), mode, all)) {
                double seconds = Duration.between(last, step.demand().at()).toMillis() / 1_000.0;
                last = step.demand().at();
                all.byAxis().forEach((axis, limit) -> {
                    double drained = Math.max(0, levels.getOrDefault(axis, 0.) - seconds * limit / axis.window().toSeconds());
                    double taken = !step.deep() ? 0 : axis.countsRequests() ? 1 : step.demand().tokens();
                    levels.put(axis, drained + taken);
                    assertThat(drained + taken).as(axis + " at " + step).isLessThanOrEqualTo(limit + 1e-3);
                });
            }
        }
    }

    /** Wide of the benchmark's figures, so that only a fault falls below: two weeks from the first message on. */
    @ParameterizedTest
    @EnumSource(value = Shape.class, names = {"CONSTANT", "DAY_NIGHT", "BURSTY", "EASY_MORNING_HARD_EVENING"})
    void pacedComesCloseToWhoKnewItAll(Shape shape) {
        for (double load : new double[] {.8, 1.5, 3}) {
            List<Demand> trace = traffic(shape, load, 14, 11);
            assertThat(share(trace, Mode.PACED)).as(shape + " at " + load).isGreaterThan(.945);
        }
    }

    @Test
    void spendingUntilEmptyIsFarFromIt() {
        List<Demand> trace = traffic(Shape.EASY_MORNING_HARD_EVENING, 3, 7, 11);
        assertThat(share(trace, Mode.GENEROUS)).isLessThan(.6);
        assertThat(share(trace, Mode.PACED)).isGreaterThan(.9);
    }

    @Test
    void noEmptyBucketBeforeTheHardOnesOnADayTenTimesTheUsual() {
        var trace = new ArrayList<>(traffic(Shape.EASY_MORNING_HARD_EVENING, .8, 7, 3));
        Instant busy = MONDAY.plus(Duration.ofDays(7));
        new Traffic(Shape.EASY_MORNING_HARD_EVENING, 8, LIMIT).days(1, busy, ZoneOffset.UTC, new SplittableRandom(4)).forEach(trace::add);
        List<Simulation.Step> evening = run(trace, Mode.PACED, TOKENS_A_DAY).stream()
                .filter(s -> s.demand().at().isAfter(busy.plus(Duration.ofHours(18))) && s.demand().difficulty() == 10).toList();
        long taken = evening.stream().filter(Simulation.Step::deep).count();
        assertThat((double) taken / evening.size()).as("of the hardest ones of that evening").isGreaterThan(.4);
    }

    @Test
    void aWeekOfHolidayLeavesNoFullBucketIdleAfterwards() {
        var trace = new ArrayList<>(traffic(Shape.DAY_NIGHT, 1.5, 7, 3));
        Instant back = MONDAY.plus(Duration.ofDays(14));
        List<Demand> after = new Traffic(Shape.DAY_NIGHT, 1.5, LIMIT).days(7, back, ZoneOffset.UTC, new SplittableRandom(4));
        trace.addAll(after);
        double reached = value(run(trace, Mode.PACED, TOKENS_A_DAY).stream().filter(s -> !s.demand().at().isBefore(back)).toList());
        assertThat(reached / Clairvoyant.optimum(after, VALUES, LIMIT, 0, back)).isGreaterThan(.95);
    }

    /** The second hours of these weeks' Sundays are skipped or repeated; the last trace begins in 1970, as one counted from 0 does. */
    @ParameterizedTest
    @CsvSource({"America/Los_Angeles, 2026-03-03T00:00", "America/Los_Angeles, 2026-10-27T00:00", "America/Los_Angeles, 2026-03-03T13:20",
            "Europe/Istanbul, 2016-03-22T17:00", "UTC, 1970-01-01T00:00"})
    void noClockLeavesTheBucketEmptyOrIdle(ZoneId zone, LocalDateTime from) {
        Instant start = from.atZone(zone).toInstant();
        List<Demand> trace = new Traffic(Shape.EASY_MORNING_HARD_EVENING, 3, LIMIT).days(7, start, zone, new SplittableRandom(12));
        var simulation = new Simulation(CATALOG, Mode.PACED, TOKENS_A_DAY, zone);
        double reached = value(trace.stream().map(simulation::next).toList());
        assertThat(reached / Clairvoyant.optimum(trace, VALUES, LIMIT, 0, start)).isGreaterThan(.92);
    }

    @Test
    void oddMessagesNeitherStopItNorTakeTheRoomOfOthers() {
        Limits all = Simulation.deep(CATALOG).limits();
        var trace = new ArrayList<Demand>();
        for (long tokens : new long[] {0, 1, 250_000_000_000L, LIMIT + 1, LIMIT, 8_001, 8_000, 0}) {
            for (int difficulty = 1; difficulty <= 10; difficulty++) {
                trace.add(new Demand(MONDAY, difficulty, tokens));
            }
        }
        for (int i = 0; i < 24; i++) {
            trace.add(new Demand(MONDAY.plus(Duration.ofHours(1 + i)), 10, 1_500));
        }
        List<Simulation.Step> steps = run(trace, Mode.PACED, all);
        assertThat(steps).allSatisfy(s -> assertThat(s.quote().price()).isBetween(0., 1.));
        assertThat(steps).filteredOn(Simulation.Step::deep).allSatisfy(s -> assertThat(s.demand().tokens()).isLessThanOrEqualTo(8_000));
        assertThat(steps.subList(80, 104)).as("a day in which nobody else asks").allSatisfy(s -> assertThat(s.deep()).isTrue());
    }

    @Test
    void aHardTaskGoesToTheEmergencyModelFirstWhereThePriceSaysSo() {
        List<Simulation.Step> steps = run(traffic(Shape.CONSTANT, 6, 3, 2), Mode.PACED, TOKENS_A_DAY);
        assertThat(steps).filteredOn(s -> s.fate() == Simulation.Fate.EMERGENCY).isNotEmpty()
                .allSatisfy(s -> assertThat(s.demand().difficulty()).isGreaterThan(7));
        assertThat(steps).filteredOn(s -> s.deep() && !s.quote().affords())
                .allSatisfy(s -> assertThat(s.demand().difficulty()).as("the price yields for these alone").isGreaterThan(7));
    }

    @Test
    void theSameTraceGivesTheSameSteps() {
        List<Demand> trace = traffic(Shape.BURSTY, 2, 3, 9);
        assertThat(run(trace, Mode.PACED, TOKENS_A_DAY)).isEqualTo(run(trace, Mode.PACED, TOKENS_A_DAY));
        assertThat(traffic(Shape.BURSTY, 2, 3, 9)).isEqualTo(trace);
    }

    @Test
    void theLoadIsWhatIsAskedOfTheDeepBrainOverWhatADayGivesBack() {
        for (Shape shape : List.of(Shape.CONSTANT, Shape.DAY_NIGHT, Shape.BURSTY, Shape.EASY_MORNING_HARD_EVENING)) {
            double asked = traffic(shape, 2, 60, 1).stream().filter(d -> d.difficulty() >= 5).mapToLong(Demand::tokens).sum();
            assertThat(asked / 60 / LIMIT).as(shape.written()).isCloseTo(2, within(.15));
        }
    }

    /** Two messages at once and room for one and a half: the dear one whole, of the cheap one half. */
    @Test
    void theClairvoyantTakesTheDearestFirst() {
        var trace = List.of(new Demand(MONDAY, 5, 1_000), new Demand(MONDAY, 10, 1_000));
        assertThat(Clairvoyant.optimum(trace, VALUES, 1_500, 0, MONDAY)).isCloseTo(1_000 * .9 + 500 * .1, within(1e-9));
        assertThat(Clairvoyant.optimum(trace, VALUES, 1_500, 1_500, MONDAY)).isZero();
    }
}
