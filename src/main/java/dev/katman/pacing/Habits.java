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
 * hour that was never watched is expected to be as busy as the others and <i>not</i> to be as easy as they were: its difficulties are the
 * usual ones, because a morning of easy questions says nothing about the evening. Not safe for use by many threads: the pacer's lock guards
 * it.
 */
final class Habits {
    private static final int HOURS = 24;
    private static final double DAYS_TO_HALF = 10;
    /** A day without a single message was a day away; it says little about the days on which there are any. */
    private static final double AWAY = .25;
    /** Hours of {@link #FIRST_SHARE} that stand against what is learned. */
    private static final double FIRST_HOURS = 8;
    /** A new reader is expected to ask for this share of the bucket in a day. */
    private static final double FIRST_SHARE = 1.2;
    /** From one class to the next harder one before anything is known: there are more easy questions than hard ones. */
    private static final double RARER = .84;
    /** Watched hours that the mean of all hours counts against one hour's own. */
    private static final double MEAN_WEIGHT = .5;
    /** Of the hours before and after: habits are not sharp to the minute. */
    private static final double NEIGHBOUR = .25;
    /** Days of one kind, working or free, at which the other kind counts half. */
    private static final double DAYS_APART = 2;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration FORGOTTEN = Duration.ofDays(90);
    /** Before the first messages: an answer of a thinking model. */
    private static final double FIRST_SIZE = 1_500;
    private static final double FIRST_SIZES = 5;

    private final ZoneId zone;
    private final int classes;
    private final Kind[] kinds;
    private final Kind today;
    private final double[] rarer;
    private LocalDate date;
    private Instant last;
    private double tokens;
    private double squares;
    private double messages;

    /** What was watched of one kind of day. */
    private static final class Kind {
        final double[] watched = new double[HOURS];
        final double[][] tokens;

        Kind(int classes) {
            tokens = new double[HOURS][classes];
        }

        void forget(double kept) {
            for (int h = 0; h < HOURS; h++) {
                watched[h] *= kept;
                for (int k = 0; k < tokens[h].length; k++) {
                    tokens[h][k] *= kept;
                }
            }
        }

        void add(Kind other, double weight) {
            for (int h = 0; h < HOURS; h++) {
                watched[h] += weight * other.watched[h];
                for (int k = 0; k < tokens[h].length; k++) {
                    tokens[h][k] += weight * other.tokens[h][k];
                }
            }
        }

        double days() {
            double sum = 0;
            for (double hours : watched) {
                sum += hours;
            }
            return sum / HOURS;
        }

        boolean isEmpty() {
            for (double[] hour : tokens) {
                for (double asked : hour) {
                    if (asked > 0) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    Habits(ZoneId zone, int classes) {
        this.zone = zone;
        this.classes = classes;
        kinds = new Kind[] {new Kind(classes), new Kind(classes)};
        today = new Kind(classes);
        rarer = new double[classes];
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            rarer[k] = Math.pow(RARER, k);
            sum += rarer[k];
        }
        for (int k = 0; k < classes; k++) {
            rarer[k] /= sum;
        }
    }

    /** Time passes, asked for or not. */
    void advance(Instant to) {
        if (last == null) {
            last = to;
            date = LocalDate.ofInstant(to, zone);
        }
        if (Duration.between(last, to).compareTo(FORGOTTEN) > 0) {
            closeDay();
            for (Kind kind : kinds) {
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
            today.watched[local.getHour()] += Duration.between(last, next).toMillis() / 3_600_000.0;
            last = next;
        }
    }

    private void closeDay() {
        Kind kind = kinds[kindOf(date)];
        kind.add(today, today.isEmpty() ? AWAY : 1);
        double kept = Math.pow(.5, 1 / DAYS_TO_HALF);
        kinds[0].forget(kept);
        kinds[1].forget(kept);
        today.forget(0);
    }

    private static int kindOf(LocalDate date) {
        return date.getDayOfWeek().getValue() > 5 ? 1 : 0;
    }

    /** A message came, no earlier than the last one. */
    void saw(Instant at, int valueClass, double asked) {
        advance(at);
        today.tokens[last.atZone(zone).getHour()][valueClass] += asked;
        tokens += asked;
        squares += asked * asked;
        messages++;
    }

    /** A message's tokens, the large ones counted as often as they have tokens: what a budget feels of them. */
    double size() {
        return (squares + FIRST_SIZES * FIRST_SIZE * FIRST_SIZE) / (tokens + FIRST_SIZES * FIRST_SIZE);
    }

    /** A message's tokens, in the plain mean. */
    double meanSize() {
        return (tokens + FIRST_SIZE) / (messages + 1);
    }

    /**
     * Tokens an hour to expect at that time, by class.
     *
     * @param limit of the bucket, from which a new reader's appetite is guessed
     * @return for working days and for free ones, by hour of the day
     */
    double[][][] tokensAnHour(double limit) {
        double[] mean = mean(limit);
        var rates = new double[2][HOURS][];
        for (int kind = 0; kind < 2; kind++) {
            Kind pooled = pooled(kind);
            for (int h = 0; h < HOURS; h++) {
                rates[kind][h] = hour(pooled, h, mean);
            }
        }
        return rates;
    }

    int kindAt(ZonedDateTime local) {
        return kindOf(local.toLocalDate());
    }

    /** What all hours have in common, by class: as busy as those that were watched, with the usual difficulties. */
    private double[] mean(double limit) {
        double sum = FIRST_HOURS * FIRST_SHARE * limit / HOURS;
        double watched = FIRST_HOURS;
        for (Kind kind : new Kind[] {kinds[0], kinds[1], today}) {
            for (int h = 0; h < HOURS; h++) {
                watched += kind.watched[h];
                for (double asked : kind.tokens[h]) {
                    sum += asked;
                }
            }
        }
        var mean = new double[classes];
        for (int k = 0; k < classes; k++) {
            mean[k] = sum / watched * rarer[k];
        }
        return mean;
    }

    /** One kind of day, and the other as long as there is too little of it. */
    private Kind pooled(int kind) {
        var pooled = new Kind(classes);
        int now = date == null ? kind : kindOf(date);
        Kind own = new Kind(classes);
        Kind other = new Kind(classes);
        own.add(kinds[kind], 1);
        other.add(kinds[1 - kind], 1);
        (now == kind ? own : other).add(today, 1);
        double days = own.days() / DAYS_APART;
        pooled.add(own, 1);
        pooled.add(other, 1 / (1 + days * days));
        return pooled;
    }

    private double[] hour(Kind kind, int hour, double[] mean) {
        double watched = MEAN_WEIGHT;
        double[] rates = new double[classes];
        for (int k = 0; k < classes; k++) {
            rates[k] = MEAN_WEIGHT * mean[k];
        }
        for (int d = -1; d <= 1; d++) {
            double weight = d == 0 ? 1 : NEIGHBOUR;
            int h = Math.floorMod(hour + d, HOURS);
            watched += weight * kind.watched[h];
            for (int k = 0; k < classes; k++) {
                rates[k] += weight * kind.tokens[h][k];
            }
        }
        for (int k = 0; k < classes; k++) {
            rates[k] /= watched;
        }
        return rates;
    }
}
