package dev.katman.pacing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The coming day of one scarce model, as far as it can be expected.
 *
 * @param known   whether there has been a day to learn from; before, the rest is little more than a guess
 * @param planned what will be left at each full hour from now on, 25 shares from 0 to 1, when the price decides
 * @param unpaced the same, when whoever asks first is served; 0 where nothing is left at some time in the hour before
 * @param dryIn   until nothing is left without pacing; empty where that does not happen within a day
 * @param price   of a token now, 0 to 1
 */
public record Outlook(boolean known, List<Double> planned, List<Double> unpaced, Optional<Duration> dryIn, double price) {
    public Outlook {
        planned = List.copyOf(planned);
        unpaced = List.copyOf(unpaced);
    }
}
