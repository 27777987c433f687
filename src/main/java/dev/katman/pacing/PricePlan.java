package dev.katman.pacing;

import dev.katman.catalog.Law;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * What one more unit of a bucket is worth at every moment of the coming days, however much is left then and however busy it is.
 *
 * <p><b>Why it is simple.</b> Let {@code U(t, y)} be the most value that can still be had from {@code t} on with a share y of the bucket
 * left. Without chance, U is concave in y, so all of it is in the falling list of its slopes, the price of the first unit, the second, and
 * so on. Going back in time one slot does two things to that list. Messages of value v that ask for a share a are <i>merged</i>: v goes in a
 * long, at its place in the order, and what is pushed beyond a full bucket is cut off, because it can never be had. And the refill of a
 * slot takes the dearest slopes out in front (it serves them) and leaves zeros behind: with a full bucket it is in vain, and the last unit
 * is worth nothing. That is the linear program's dual, solved by sorting.
 *
 * <p><b>Chance.</b> Traffic is lumpy: in a slot with an expected share m and lumps of w, either {@code m/w < 1} and the slot brings a lump
 * with that probability, or it brings {@code m + sqrt(m w)} or {@code m - sqrt(m w)}, each half of the time: the mean and the variance of a
 * Poisson number of lumps. And the day may be busier or quieter than it should be: {@link Busyness} walks among a few factors, and each has a
 * list of its own. Averages of concave functions are concave, so the lists stay falling: the price rises as the bucket empties.
 *
 * <p><b>An end that nobody knows.</b> What is kept for tomorrow may never be asked for. Prices are discounted by {@link #DISCOUNT} an hour.
 */
final class PricePlan {
    /** Cells of the bucket, and slots of a day: a draining bucket refills exactly one cell in a slot. */
    static final int CELLS = 96;
    static final double SLOT_HOURS = 24.0 / CELLS;
    /** Two days: a full bucket refills in one, so what lies further on hardly speaks in the price of now. */
    static final int SLOTS = 2 * CELLS;
    /** An hour, as a share. Measured: less leaves too much unspent, more runs dry before the hard evening. */
    private static final double DISCOUNT = .009;

    private final double from;
    private final float[][][] slopes;

    private PricePlan(double from, float[][][] slopes) {
        this.from = from;
        this.slopes = slopes;
    }

    /**
     * @param from     the first slot begins there, in hours
     * @param arrivals for each slot and class, the expected share of the bucket; {@link #SLOTS} of them
     * @param values   of the classes, rising
     * @param lump     what comes together, as a share of the bucket
     * @param refills  what each slot gives back
     */
    static PricePlan solve(double from, double[][] arrivals, double[] values, double lump, Refill[] refills) {
        int factors = Busyness.FACTORS.length;
        var slopes = new float[SLOTS + 1][factors][CELLS];
        double[][] next = new double[factors][CELLS];
        double keep = Math.exp(-DISCOUNT * SLOT_HOURS);
        var scratch = new Scratch();
        for (int slot = SLOTS - 1; slot >= 0; slot--) {
            double[] redrawn = new double[CELLS];
            for (int g = 0; g < factors; g++) {
                refills[slot].addTo(redrawn, next[g], keep * Busyness.SLOT_REDRAW[g]);
            }
            double[][] now = new double[factors][];
            for (int f = 0; f < factors; f++) {
                double[] list = redrawn.clone();
                for (int g = Math.max(0, f - 1); g <= Math.min(factors - 1, f + 1); g++) {
                    refills[slot].addTo(list, next[g], keep * Busyness.SLOT_MOVE[f][g]);
                }
                now[f] = list;
                scratch.arrive(list, arrivals[slot], values, lump, Busyness.FACTORS[f]);
                for (int i = 0; i < CELLS; i++) {
                    slopes[slot][f][i] = (float) list[i];
                }
            }
            next = now;
        }
        return new PricePlan(from, slopes);
    }

    /** What a slot gives back to the bucket. */
    enum Refill {
        /** One cell of it. */
        CELL {
            @Override
            void addTo(double[] list, double[] later, double weight) {
                for (int i = 0; i < CELLS - 1; i++) {
                    list[i] += weight * later[i + 1];
                }
            }

            @Override
            double after(double left) {
                return Math.min(1, left + 1.0 / CELLS);
            }
        },
        /** Nothing. */
        NOTHING {
            @Override
            void addTo(double[] list, double[] later, double weight) {
                for (int i = 0; i < CELLS; i++) {
                    list[i] += weight * later[i];
                }
            }

            @Override
            double after(double left) {
                return left;
            }
        },
        /** All of it, whatever was left: what is left just before is worth nothing. */
        ALL {
            @Override
            void addTo(double[] list, double[] later, double weight) {
                // nothing is added
            }

            @Override
            double after(double left) {
                return 1;
            }
        };

        /** What that law gives back from one instant to another, a slot later. */
        static Refill of(Law law, Instant from, Instant to) {
            return switch (law) {
                case Law.Draining draining -> CELL;
                case Law.Calendar(var there, var time) -> {
                    Instant reset = LocalDate.ofInstant(to, there).atTime(time).atZone(there).toInstant();
                    yield reset.isAfter(from) && !reset.isAfter(to) ? ALL : NOTHING;
                }
            };
        }

        /** Adds to what a unit is worth before it what one is worth after it, so much weighted. */
        abstract void addTo(double[] list, double[] later, double weight);

        /** What is left then, as a share of the bucket. */
        abstract double after(double left);
    }

    /**
     * The price of what a message asks for, as a mean over the units that it takes.
     *
     * @param hours  when; before the plan's first slot or after its last one, that one holds
     * @param left   what is left, as a share of the bucket
     * @param need   what the message takes of it
     * @param belief how likely each factor of {@link Busyness} is
     */
    double price(double hours, double left, double need, double[] belief) {
        double place = Math.clamp((hours - from) / SLOT_HOURS, 0, SLOTS);
        int slot = Math.min(SLOTS - 1, (int) place);
        double part = place - slot;
        double middle = (left - need / 2) * CELLS - .5;
        double price = 0;
        for (int f = 0; f < belief.length; f++) {
            price += belief[f] * ((1 - part) * at(slopes[slot][f], middle) + part * at(slopes[slot + 1][f], middle));
        }
        return price;
    }

    private static double at(float[] list, double place) {
        if (place <= 0) {
            return list[0];
        }
        if (place >= CELLS - 1) {
            return list[CELLS - 1];
        }
        int cell = (int) place;
        double part = place - cell;
        return list[cell] * (1 - part) + list[cell + 1] * part;
    }

    /** Room to merge in, so that a plan makes no garbage. */
    private static final class Scratch {
        private final double[] many = new double[CELLS];
        private final double[] few = new double[CELLS];
        private final double[] merged = new double[CELLS];

        /** A slot's messages: all classes come in the same lumps, because whoever sits down to work asks more than once. */
        void arrive(double[] list, double[] arrivals, double[] values, double lump, double factor) {
            double mean = factor * Arrays.stream(arrivals).sum();
            if (mean <= 0) {
                return;
            }
            double lumps = mean / lump;
            double more = lumps < 1 ? 1 / lumps : 1 + 1 / Math.sqrt(lumps);
            double less = lumps < 1 ? 0 : 1 - 1 / Math.sqrt(lumps);
            double probability = lumps < 1 ? lumps : .5;
            System.arraycopy(list, 0, many, 0, CELLS);
            System.arraycopy(list, 0, few, 0, CELLS);
            for (int k = 0; k < values.length; k++) {
                merge(many, values[k], factor * arrivals[k] * more * CELLS);
                if (less > 0) {
                    merge(few, values[k], factor * arrivals[k] * less * CELLS);
                }
            }
            for (int i = 0; i < CELLS; i++) {
                list[i] = probability * many[i] + (1 - probability) * few[i];
            }
        }

        /** Puts a value into the falling list, so many cells long; what is pushed over the end is lost. */
        private void merge(double[] list, double value, double cells) {
            if (cells <= 0) {
                return;
            }
            int place = 0;
            while (place < CELLS && list[place] >= value) {
                place++;
            }
            if (place == CELLS) {
                return;
            }
            int whole = (int) Math.min(cells, CELLS);
            double part = cells - (int) cells;
            int end = Math.min(CELLS, place + whole);
            System.arraycopy(list, place, merged, place, CELLS - place);
            Arrays.fill(list, place, end, value);
            if (end < CELLS) {
                list[end] = part * value + (1 - part) * merged[place];
                for (int i = end + 1; i < CELLS; i++) {
                    list[i] = part * merged[i - whole - 1] + (1 - part) * merged[i - whole];
                }
            }
        }
    }
}
