package dev.katman.simulation;

import dev.katman.pacing.Demand;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Made traffic: tasks of difficulty 1 to 10, with sizes that are lognormal (mean 1 500 tokens, standard deviation 60 % of it, from 100 to
 * 6 000). The same seed gives the same messages.
 *
 * @param shape how it is spread over the day
 * @param load  tokens of difficulty 5 and more that are asked for in a day, over what the model's day gives back
 * @param limit tokens a day of the model
 */
public record Traffic(Shape shape, double load, long limit) {
    private static final double MEAN = 1_500;
    private static final double LEAST = 100;
    private static final double MOST = 6_000;
    private static final double SIGMA = Math.sqrt(Math.log(1 + .6 * .6));
    /** Of difficulty 1 to 10. Half of all tasks are for the worker; above that, the harder the rarer. */
    private static final double[] OFTEN = {.125, .125, .125, .125, .14, .11, .09, .07, .05, .04};
    private static final int FIRST = 5;
    private static final Duration SLOT = Duration.ofMinutes(15);
    private static final int SLOTS = 96;
    private static final double SITTING = 8;
    private static final double SECONDS_BETWEEN = 150;
    private static final double STORM_HOURS = 1;
    private static final double CALM_HOURS = 4;
    private static final double STORM = 4;
    private static final double CALM = .25;

    public Traffic {
        if (!(load > 0 && load <= 1_000) || limit < 1) {
            throw new IllegalArgumentException("a load from 0 to 1000 and a limit of at least 1: " + load + ", " + limit);
        }
    }

    /** So many days of it, from the start of a day on the reader's clock, in order. */
    public List<Demand> days(int days, Instant start, ZoneId zone, RandomGenerator random) {
        double deep = 0;
        for (int d = FIRST; d <= 10; d++) {
            deep += OFTEN[d - 1];
        }
        double aDay = load * limit / mean() / deep;
        var messages = new ArrayList<Demand>();
        if (shape == Shape.BURSTY) {
            sittings(days, start, aDay, random, messages);
        } else {
            slots(days, start, zone, aDay, random, messages);
        }
        messages.sort(Comparator.comparing(Demand::at));
        return List.copyOf(messages);
    }

    /** A small limit has small messages: a model with 10 000 tokens a day is not asked for 1 500 at once. */
    private double mean() {
        return Math.min(MEAN, limit / 100.0);
    }

    private void sittings(int days, Instant start, double aDay, RandomGenerator random, List<Demand> into) {
        double seconds = days * 86_400.0;
        int sittings = poisson(aDay * days / SITTING, random);
        for (int i = 0; i < sittings; i++) {
            double at = random.nextDouble() * seconds;
            do {
                if (at < seconds) {
                    into.add(demand(start, at, OFTEN, random));
                }
                at += random.nextExponential() * SECONDS_BETWEEN;
            } while (random.nextDouble() < 1 - 1 / SITTING);
        }
    }

    private void slots(int days, Instant start, ZoneId zone, double aDay, RandomGenerator random, List<Demand> into) {
        boolean storm = false;
        double left = 0;
        for (int slot = 0; slot < days * SLOTS; slot++) {
            var local = start.plus(SLOT.multipliedBy(slot)).atZone(zone);
            double hour = local.getHour() + local.getMinute() / 60.0;
            if (left <= 0) {
                storm = !storm;
                left = random.nextExponential() * (storm ? STORM_HOURS : CALM_HOURS);
            }
            left -= 24.0 / SLOTS;
            int messages = poisson(aDay / SLOTS * busy(hour, storm), random);
            for (int i = 0; i < messages; i++) {
                into.add(demand(start, (slot + random.nextDouble()) * SLOT.toSeconds(), often(hour), random));
            }
        }
    }

    private double busy(double hour, boolean storm) {
        double towardsNoon = -Math.cos((hour - 3.5) / 24 * 2 * Math.PI);
        return switch (shape) {
            case CONSTANT, BURSTY -> 1;
            case DAY_NIGHT -> 1 + .95 * towardsNoon;
            case EASY_MORNING_HARD_EVENING -> 1 + .6 * towardsNoon;
            case STORMS -> (storm ? STORM : CALM) * (STORM_HOURS + CALM_HOURS) / (STORM * STORM_HOURS + CALM * CALM_HOURS);
        };
    }

    private double[] often(double hour) {
        if (shape != Shape.EASY_MORNING_HARD_EVENING) {
            return OFTEN;
        }
        double late = Math.clamp((hour - 10) / 8, 0, 1);
        double[] often = OFTEN.clone();
        double before = 0;
        double after = 0;
        for (int d = FIRST; d <= 10; d++) {
            before += OFTEN[d - 1];
            often[d - 1] *= (1 - late) * Math.exp(-.7 * (d - FIRST)) + late * Math.exp(.7 * (d - 10));
            after += often[d - 1];
        }
        for (int d = FIRST; d <= 10; d++) {
            often[d - 1] *= before / after;
        }
        return often;
    }

    private Demand demand(Instant start, double second, double[] often, RandomGenerator random) {
        double u = random.nextDouble();
        int difficulty = 1;
        while (difficulty < 10 && u > often[difficulty - 1]) {
            u -= often[difficulty - 1];
            difficulty++;
        }
        double scale = mean() / MEAN;
        double tokens = MEAN * Math.exp(SIGMA * random.nextGaussian() - SIGMA * SIGMA / 2);
        return new Demand(start.plusMillis((long) (second * 1_000)), difficulty,
                Math.max(1, Math.round(scale * Math.clamp(tokens, LEAST, MOST))));
    }

    /** By the gaps between events: as many as fit into the mean. */
    private static int poisson(double mean, RandomGenerator random) {
        int events = 0;
        for (double at = random.nextExponential(); at < mean; at += random.nextExponential()) {
            events++;
        }
        return events;
    }
}
