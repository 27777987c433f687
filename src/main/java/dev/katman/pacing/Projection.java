package dev.katman.pacing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;

/** Two buckets through the coming day, slot by slot: one whose price decides, and one that serves whoever asks first. */
final class Projection {
    private static final int SLOTS_AN_HOUR = (int) (1 / PricePlan.SLOT_HOURS);

    private final Line planned;
    private final Line unpaced;
    private Optional<Duration> dryIn = Optional.empty();

    /** What is left, and what was at each full hour. */
    private static final class Line {
        private final List<Double> atHours = new ArrayList<>();
        private double left;
        private boolean ranDry;

        Line(double left) {
            this.left = left;
            note();
        }

        void closeSlot(PricePlan.Refill refill) {
            ranDry |= left <= 0;
            left = refill.after(Math.max(0, left));
        }

        /** Where it ran dry since the hour before, what has come in again by now is soon gone too. */
        void note() {
            atHours.add(ranDry ? 0 : Math.clamp(left, 0, 1));
            ranDry = false;
        }
    }

    /** @param left now, as a share of the budget */
    Projection(double left) {
        planned = new Line(left);
        unpaced = new Line(left);
    }

    /**
     * @param share   of the budget that is asked for
     * @param affords whether the price lets it have what is left, as a share
     */
    void ask(double share, DoublePredicate affords) {
        unpaced.left -= share;
        if (affords.test(planned.left)) {
            planned.left = Math.max(0, planned.left - share);
        }
    }

    void closeSlot(int slot, PricePlan.Refill refill) {
        if (unpaced.left <= 0 && dryIn.isEmpty()) {
            dryIn = Optional.of(Duration.ofMinutes(Math.round(slot * PricePlan.SLOT_HOURS * 60)));
        }
        planned.closeSlot(refill);
        unpaced.closeSlot(refill);
        if ((slot + 1) % SLOTS_AN_HOUR == 0) {
            planned.note();
            unpaced.note();
        }
    }

    Outlook outlook(boolean known, double price) {
        return new Outlook(known, planned.atHours, unpaced.atHours, dryIn, price);
    }
}
