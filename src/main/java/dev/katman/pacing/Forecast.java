package dev.katman.pacing;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Limits;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;

/**
 * What is likely still to come: the reader's {@link Habits}, and by how much these days and this hour differ from them ({@link Busyness}).
 * Amounts are in tokens. Not safe for use by many threads: the pacer's lock guards it.
 */
final class Forecast {
    static final Duration SLOT = Duration.ofMinutes((long) (60 * PricePlan.SLOT_HOURS));

    private static final double MILLIS_AN_HOUR = 3_600_000;

    private final ZoneId zone;
    private final int classes;
    private final Limits limits;
    private final Habits habits;
    private Busyness busyness = new Busyness();
    private double[][][] rates;
    private Instant first;
    private Instant now;

    /** @param limits of the model: before there is a past, more is asked of who has more */
    Forecast(ZoneId zone, int classes, Limits limits) {
        this.zone = zone;
        this.classes = classes;
        this.limits = limits;
        habits = new Habits(zone, classes);
    }

    /** A message came just now. */
    void saw(int valueClass, long tokens) {
        busyness.saw(tokens, habits.size());
        habits.saw(now, valueClass, tokens);
    }

    /** Time goes by, slot by slot; a clock that goes back stands still. */
    void watch(Instant until) {
        if (first == null) {
            first = until;
            now = until;
            habits.advance(until);
            learn();
        }
        if (Duration.between(now, until).compareTo(Habits.FORGOTTEN) > 0) {
            now = until;
            habits.advance(until);
            busyness = new Busyness();
            learn();
        }
        while (now.isBefore(until)) {
            long slot = SLOT.toMillis();
            Instant end = Instant.ofEpochMilli(Math.floorDiv(now.toEpochMilli(), slot) * slot + slot);
            Instant next = end.isBefore(until) ? end : until;
            double expected = Arrays.stream(ratesAt(now.atZone(zone))).sum();
            busyness.pass(Duration.between(now, next).toMillis() / MILLIS_AN_HOUR, expected, habits.size());
            now = next;
            habits.advance(now);
            if (now.toEpochMilli() % (long) MILLIS_AN_HOUR == 0) {
                busyness.closeHour();
                learn();
            }
        }
    }

    /** Takes what was seen into account; by itself that happens once an hour. */
    void learn() {
        double tokens = limits.of(Axis.TPD).orElse(Limits.MOST);
        double requests = limits.of(Axis.RPD).orElse(Limits.MOST);
        rates = habits.tokensAnHour(Math.min(tokens, requests * habits.meanSize()));
    }

    /** The latest instant that it was told of. */
    Instant now() {
        return now;
    }

    /** The same in hours since 1970. */
    double hours() {
        return now.toEpochMilli() / MILLIS_AN_HOUR;
    }

    /** For how long it has been watching. */
    Duration known() {
        return Duration.between(first, now);
    }

    /** For each slot of a plan and each class. */
    double[][] arrivals() {
        var arrivals = new double[PricePlan.SLOTS][classes];
        double scale = drift() * PricePlan.SLOT_HOURS;
        for (int slot = 0; slot < PricePlan.SLOTS; slot++) {
            double[] expected = ratesAt(slotStart(slot).plus(SLOT.dividedBy(2)).atZone(zone));
            for (int k = 0; k < classes; k++) {
                arrivals[slot][k] = expected[k] * scale;
            }
        }
        return arrivals;
    }

    /** Of that class and harder ones, in the next so many hours; to be asked for with every message, therefore by the hour. */
    double arrivals(int fromClass, int hours) {
        double sum = 0;
        for (int hour = 0; hour < hours; hour++) {
            double[] expected = ratesAt(now.plus(Duration.ofMinutes(60L * hour + 30)).atZone(zone));
            sum += Arrays.stream(expected, fromClass, classes).sum() * factorIn(hour + .5);
        }
        return sum * drift();
    }

    Instant slotStart(int slot) {
        return now.plus(SLOT.multipliedBy(slot));
    }

    /** By how much the last days differ from the habits. */
    double drift() {
        return busyness.drift(habits.size());
    }

    /** How likely each of {@link Busyness#FACTORS} is now. */
    double[] belief() {
        return busyness.belief();
    }

    /** By how much the hour that lies so many hours ahead differs from what these days make one expect. */
    double factorIn(double hours) {
        return busyness.meanIn(hours);
    }

    /** What comes together. */
    double lump() {
        return busyness.lump(habits.size());
    }

    /** A message's tokens. */
    double meanSize() {
        return habits.meanSize();
    }

    private double[] ratesAt(ZonedDateTime local) {
        return rates[habits.kindAt(local)][local.getHour()];
    }
}
