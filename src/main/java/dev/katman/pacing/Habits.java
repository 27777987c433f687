package dev.katman.pacing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * What the reader usually asks, hour by hour of the day, by class of value: learned from the past, forgetting it again.
 *
 * <p>Hours are those of the reader's clock: where daylight saving repeats one or skips one, that hour was watched longer or not at all. An
 * hour that was never watched is expected to be as busy as the others, as far as a {@link Newcomer}'s nights are like days, and <i>not</i>
 * to be as easy as they were: its difficulties are the usual ones, because a morning of easy questions says nothing about the evening. Not
 * safe for use by many threads: the pacer's lock guards it.
 */
final class Habits {
    /** After a silence of that length there is nothing to be learned from it but that the past is old. */
    static final Duration FORGOTTEN = Duration.ofDays(90);

    private static final double DAYS_TO_HALF = 10;
    /** A day without a single message was a day away; it says little about the days on which there are any. */
    private static final double AWAY = .25;
    /** Watched hours that the mean of all hours counts against one hour's own. */
    private static final double MEAN_WEIGHT = .5;
    /** Of the hours before and after: habits are not sharp to the minute. */
    private static final double NEIGHBOUR = .25;
    /** Days of one kind, working or free, at which the other kind counts half. */
    private static final double DAYS_APART = 2;
    private static final Duration HOUR = Duration.ofHours(1);
    /** Messages of a newcomer's size that stand against the first ones. */
    private static final double FIRST_SIZES = 5;

    private final ZoneId zone;
    private final int classes;
    private final Asked[] kinds;
    private final double[] usualClasses;
    private Asked today;
    private LocalDate date;
    private Instant last;
    private double tokens;
    private double squares;
    private double messages;

    Habits(ZoneId zone, int classes) {
        this.zone = zone;
        this.classes = classes;
        kinds = new Asked[] {new Asked(classes), new Asked(classes)};
        usualClasses = Newcomer.classes(classes);
        today = new Asked(classes);
    }

    /** Time passes, asked for or not. */
    void advance(Instant to) {
        if (last == null) {
            last = to;
            date = LocalDate.ofInstant(to, zone);
        }
        if (Duration.between(last, to).compareTo(FORGOTTEN) > 0) {
            closeDay();
            for (Asked kind : kinds) {
                kind.forget(Math.pow(.5, Duration.between(last, to).toDays() / DAYS_TO_HALF));
            }
            last = to;
            date = LocalDate.ofInstant(to, zone);
        }
        while (last.isBefore(to)) {
            ZonedDateTime local = last.atZone(zone);
            if (!local.toLocalDate().equals(date)) {
                closeDay();
                date = local.toLocalDate();
            }
            long intoTheHour = local.toLocalTime().toNanoOfDay() % HOUR.toNanos();
            Instant end = last.plus(HOUR).minusNanos(intoTheHour); // not by the local clock: it may go back half an hour
            Instant next = end.isBefore(to) ? end : to;
            today.watch(local.getHour(), Duration.between(last, next).toMillis() / 3_600_000.0);
            last = next;
        }
    }

    private void closeDay() {
        kinds[kindOf(date)].add(today, today.tokens() > 0 ? 1 : AWAY);
        double kept = Math.pow(.5, 1 / DAYS_TO_HALF);
        kinds[0].forget(kept);
        kinds[1].forget(kept);
        today = new Asked(classes);
    }

    private static int kindOf(LocalDate date) {
        return date.getDayOfWeek().getValue() > 5 ? 1 : 0;
    }

    /** A message came, no earlier than the last one. */
    void saw(Instant at, int valueClass, double asked) {
        advance(at);
        today.saw(last.atZone(zone).getHour(), valueClass, asked);
        tokens += asked;
        squares += asked * asked;
        messages++;
    }

    /** A message's tokens, the large ones counted as often as they have tokens: what a budget feels of them. */
    double size() {
        return (squares + FIRST_SIZES * Newcomer.SIZE * Newcomer.SIZE) / (tokens + FIRST_SIZES * Newcomer.SIZE);
    }

    /** A message's tokens, in the plain mean. */
    double meanSize() {
        return (tokens + FIRST_SIZES * Newcomer.SIZE) / (messages + FIRST_SIZES);
    }

    /**
     * Tokens an hour to expect at that time, by class.
     *
     * @param limit of the bucket, from which a new reader's appetite is guessed
     * @return for working days and for free ones, by hour of the day
     */
    double[][][] tokensAnHour(double limit) {
        double mean = mean(limit);
        var rates = new double[2][Asked.HOURS][];
        for (int kind = 0; kind < 2; kind++) {
            Asked pooled = pooled(kind);
            for (int h = 0; h < Asked.HOURS; h++) {
                rates[kind][h] = hour(pooled, h, mean * Newcomer.busyness(h));
            }
        }
        return rates;
    }

    int kindAt(ZonedDateTime local) {
        return kindOf(local.toLocalDate());
    }

    /** Tokens an hour that those which were watched make one expect of a mean one. */
    private double mean(double limit) {
        double watched = Newcomer.HOURS.toHours();
        double sum = watched * Newcomer.SHARE * limit / Asked.HOURS;
        for (Asked asked : new Asked[] {kinds[0], kinds[1], today}) {
            sum += asked.tokens();
            for (int h = 0; h < Asked.HOURS; h++) {
                watched += asked.watched(h) * Newcomer.busyness(h);
            }
        }
        return sum / watched;
    }

    /** One kind of day, and the other as long as there is too little of it. */
    private Asked pooled(int kind) {
        var pooled = new Asked(classes);
        int now = date == null ? kind : kindOf(date);
        var own = new Asked(classes);
        var other = new Asked(classes);
        own.add(kinds[kind], 1);
        other.add(kinds[1 - kind], 1);
        (now == kind ? own : other).add(today, 1);
        double days = own.days() / DAYS_APART;
        pooled.add(own, 1);
        pooled.add(other, 1 / (1 + days * days));
        return pooled;
    }

    private double[] hour(Asked asked, int hour, double mean) {
        double watched = MEAN_WEIGHT;
        double[] rates = new double[classes];
        for (int k = 0; k < classes; k++) {
            rates[k] = MEAN_WEIGHT * mean * usualClasses[k];
        }
        for (int d = -1; d <= 1; d++) {
            double weight = d == 0 ? 1 : NEIGHBOUR;
            int h = Math.floorMod(hour + d, Asked.HOURS);
            watched += weight * asked.watched(h);
            for (int k = 0; k < classes; k++) {
                rates[k] += weight * asked.tokens(h, k);
            }
        }
        for (int k = 0; k < classes; k++) {
            rates[k] /= watched;
        }
        return rates;
    }
}
