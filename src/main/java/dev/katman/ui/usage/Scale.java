package dev.katman.ui.usage;

import java.util.ArrayList;
import java.util.List;

/**
 * Round marks, 1, 2 or 5 times a power of ten apart; zero is one of them.
 *
 * @param bottom the first of them: zero, or below it where something is
 * @param top    the last of them
 */
record Scale(double bottom, double top, double step) {
    /**
     * From zero to at least the largest value.
     *
     * @param largest value; a scale of nothing ends at {@code least}
     * @param marks   about how many
     * @param least   the smallest step: one, for what is counted whole
     */
    static Scale upTo(double largest, int marks, double least) {
        return over(0, largest, marks, least);
    }

    /** As {@link #upTo}, and from at most the smallest value. */
    static Scale over(double smallest, double largest, int marks, double least) {
        double below = Math.min(0, smallest);
        double above = Math.max(0, largest);
        if (!(above > below)) {
            return new Scale(0, least, least);
        }
        double rough = (above - below) / marks;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double times = rough / power;
        double step = Math.max(least, power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10));
        return new Scale(0 - Math.ceil(-below / step - 1e-9) * step, Math.ceil(above / step - 1e-9) * step, step);
    }

    List<Double> marks() {
        var marks = new ArrayList<Double>();
        for (long i = Math.round(bottom / step); i * step <= top * (1 + 1e-9); i++) {
            marks.add(i * step);
        }
        return marks;
    }
}
