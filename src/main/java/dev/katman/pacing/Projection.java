package dev.katman.pacing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;

/** Two buckets through the coming day, slot by slot: one whose price decides, and one that serves whoever asks first. */
final class Projection {
    private static final int SLOTS_AN_HOUR = (int) (1 / PricePlan.SLOT_HOURS);

    private final List<Double> plannedAtHours = new ArrayList<>();
    private final List<Double> unpacedAtHours = new ArrayList<>();
    private double planned;
    private double unpaced;
    private Optional<Duration> dryIn = Optional.empty();
    /** Whether nothing was left without pacing, at some time since the last full hour. */
    private boolean ranDry;

    /** @param left now, as a share of the budget */
    Projection(double left) {
        planned = left;
        unpaced = left;
        note();
    }

    /**
     * @param share   of the budget that is asked for
     * @param affords whether the price lets it have what is left, as a share
     */
    void ask(double share, DoublePredicate affords) {
        unpaced -= share;
        if (affords.test(planned)) {
            planned = Math.max(0, planned - share);
        }
    }

    void closeSlot(int slot, PricePlan.Refill refill) {
        ranDry |= unpaced <= 0;
        if (ranDry && dryIn.isEmpty()) {
            dryIn = Optional.of(Duration.ofMinutes(Math.round(slot * PricePlan.SLOT_HOURS * 60)));
        }
        planned = refill.after(planned);
        unpaced = refill.after(Math.max(0, unpaced));
        if ((slot + 1) % SLOTS_AN_HOUR == 0) {
            note();
        }
    }

    private void note() {
        plannedAtHours.add(Math.clamp(planned, 0, 1));
        unpacedAtHours.add(ranDry ? 0 : Math.clamp(unpaced, 0, 1)); // what has come in again by now is soon gone too
        ranDry = false;
    }

    Outlook outlook(boolean known, double price) {
        return new Outlook(known, plannedAtHours, unpacedAtHours, dryIn, price);
    }
}
