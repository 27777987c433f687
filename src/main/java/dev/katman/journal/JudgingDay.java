package dev.katman.journal;

import java.time.LocalDate;

/**
 * How one day's messages were judged.
 *
 * @param day       the reader's
 * @param judged    messages that somebody judged: those for which the reader chose tier or model are not among them
 * @param sure      of them, judged here because the local judge was sure
 * @param asked     of them, judged by the router model
 * @param agreed    of those asked, where the local judge would have chosen the same tier
 * @param corrected of those judged here, where the reader said that it should have been another tier
 */
public record JudgingDay(LocalDate day, int judged, int sure, int asked, int agreed, int corrected) {
    /** The part that cost no router call, 0 to 1. */
    public double localShare() {
        return judged == 0 ? 0 : (double) sure / judged;
    }

    /** How often the local judge was right as far as anybody said, 0 to 1; 1 where nobody said anything. */
    public double agreement() {
        int known = asked + corrected;
        return known == 0 ? 1 : (double) agreed / known;
    }
}
