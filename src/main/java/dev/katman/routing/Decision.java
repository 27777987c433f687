package dev.katman.routing;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Mode;
import dev.katman.catalog.Tier;
import dev.katman.classify.Assessment;
import dev.katman.pacing.Pacer;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Where a message goes, and everything that was weighed.
 *
 * @param assessment what tier 0 said
 * @param tier       the tier it deserves and gets
 * @param mode       the mode it was decided under
 * @param reason     why that tier
 * @param pace       the price of the deep brain against the value of this message
 * @param candidates in the order in which they are asked
 */
public record Decision(Assessment assessment, Tier tier, Mode mode, Reason reason, Pace pace, List<Candidate> candidates) {
    /** Why a tier was chosen. */
    public enum Reason {
        CONVERSATION,
        EASY_TASK,
        HARD_TASK,
        /** In the contested band, and the day can afford the deep brain. */
        CONTESTED_AFFORDED,
        /** In the contested band, and the deep brain is kept for harder ones. */
        CONTESTED_KEPT,
        /** In the contested band, and the deep brain has no room just now. */
        CONTESTED_NO_ROOM,
        /** The reader chose. */
        ASKED_FOR
    }

    /**
     * What the deep brain costs now against what this message is worth, both on one scale from 0 to 1.
     *
     * @param price    of the deep brain now
     * @param value    of letting it answer this message
     * @param leftShare of its day's tokens still left, 0 to 1
     * @param usualShare of its day's tokens that harder questions usually ask for in the next hours, {@link Pacer#AHEAD} of them; empty
     *                  before there is a day to learn from
     */
    public record Pace(double price, double value, double leftShare, OptionalDouble usualShare) {
        /** For a message that the price had no part in. */
        public static final Pace NONE = new Pace(0, 0, 1);

        /** Before there is a day to learn from. */
        public Pace(double price, double value, double leftShare) {
            this(price, value, leftShare, OptionalDouble.empty());
        }

        /** Whether the price keeps the first choice from this message. */
        public boolean kept() {
            return value < price;
        }
    }

    public Decision {
        candidates = List.copyOf(candidates);
    }

    /**
     * Who is asked, in order: all that are admitted, then those that only pacing holds back. A tier's own models come before its neighbours
     * and this machine: when nobody of the tier has room otherwise, the price yields.
     */
    public List<Candidate> order() {
        return Stream.of(own(true, Verdict.ADMITTED), own(true, Verdict.PACED), own(false, Verdict.ADMITTED), own(false, Verdict.PACED))
                .flatMap(part -> part).toList();
    }

    private Stream<Candidate> own(boolean own, Verdict verdict) {
        return candidates.stream().filter(c -> c.verdict() == verdict && own == c.standing().own());
    }

    /** Who is asked first; empty when nobody can serve now. */
    public Optional<DeploymentId> chosen() {
        return order().stream().map(Candidate::deployment).findFirst();
    }

    /** The least wait until somebody has room; empty when waiting does not help. */
    public Optional<Duration> leastWait() {
        return candidates.stream()
                .filter(c -> c.verdict() == Verdict.NO_ROOM || c.verdict() == Verdict.BENCHED)
                .map(Candidate::roomIn).min(Comparator.naturalOrder());
    }
}
