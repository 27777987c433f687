package dev.katman.ui.chat;

import java.util.Arrays;

/** How high the rows of a list are, in pixels: as they were when last laid out, and for rows never seen the mean of the others. */
final class Heights {
    private static final int FIRST = 256;
    private static final double GUESS = 40;
    private static final double UNKNOWN = -1;

    private double[] known = new double[FIRST];
    private int size;
    private int seen;
    private double sum;

    void clear() {
        size = 0;
        seen = 0;
        sum = 0;
    }

    /** So many rows have come. */
    void insert(int at, int count) {
        if (size + count > known.length) {
            known = Arrays.copyOf(known, Math.max(size + count, 2 * known.length));
        }
        System.arraycopy(known, at, known, at + count, size - at);
        Arrays.fill(known, at, at + count, UNKNOWN);
        size += count;
    }

    /** So many rows are gone. */
    void remove(int at, int count) {
        for (int i = at; i < at + count; i++) {
            forget(i);
        }
        System.arraycopy(known, at + count, known, at, size - at - count);
        size -= count;
    }

    void set(int row, double height) {
        forget(row);
        known[row] = height;
        seen++;
        sum += height;
    }

    private void forget(int row) {
        if (known[row] != UNKNOWN) {
            sum -= known[row];
            seen--;
            known[row] = UNKNOWN;
        }
    }

    double of(int row) {
        return known[row] == UNKNOWN ? mean() : known[row];
    }

    private double mean() {
        return seen == 0 ? GUESS : sum / seen;
    }

    /** Of all rows together. */
    double total() {
        return sum + (size - seen) * mean();
    }

    /** Of the rows above that one. */
    double above(int row) {
        double mean = mean();
        double above = 0;
        for (int i = 0; i < row; i++) {
            above += known[i] == UNKNOWN ? mean : known[i];
        }
        return above;
    }
}
