package dev.katman.ui.usage;

import java.util.ArrayList;
import java.util.List;

/**
 * Round marks from zero to at least the largest value: 1, 2 or 5 times a power of ten apart.
 *
 * @param top the last of them
 */
record Scale(double top, double step) {
    /**
     * @param largest value; a scale of nothing ends at {@code least}
     * @param marks   about how many
     * @param least   the smallest step: one, for what is counted whole
     */
    static Scale upTo(double largest, int marks, double least) {
        if (!(largest > 0)) {
            return new Scale(least, least);
        }
        double rough = largest / marks;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double times = rough / power;
        double step = Math.max(least, power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10));
        return new Scale(Math.ceil(largest / step - 1e-9) * step, step);
    }

    List<Double> marks() {
        var marks = new ArrayList<Double>();
        for (int i = 0; i * step <= top * (1 + 1e-9); i++) {
            marks.add(i * step);
        }
        return marks;
    }
}
