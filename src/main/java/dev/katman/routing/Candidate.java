package dev.katman.routing;

import dev.katman.catalog.Axis;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;

import java.time.Duration;
import java.util.Optional;

/**
 * One deployment that was thought of for a message.
 *
 * @param deployment which
 * @param tier       on whose behalf it stands here
 * @param standing   why it stands at this place
 * @param verdict    what is said of it
 * @param axis       the axis that the figures speak of: the one that refuses, or the tightest where it is admitted
 * @param need       what the message asks of that axis
 * @param level      how full it is
 * @param limit      its limit
 * @param roomIn     until it has room; zero where it has or never will
 * @param cap        the completion tokens it would be allowed
 */
public record Candidate(DeploymentId deployment, Tier tier, Standing standing, Verdict verdict, Optional<Axis> axis, long need,
        long level, long limit, Duration roomIn, int cap) {
    /** What would be left of its tightest axis after this message, 0 to 1; 1 where it has no limits. */
    double shareLeft() {
        return limit == 0 ? 1 : (double) (limit - level - need) / limit;
    }

    /** The same with another verdict. */
    Candidate verdict(Verdict other) {
        return new Candidate(deployment, tier, standing, other, axis, need, level, limit, roomIn, cap);
    }

    /** The same with another standing. */
    Candidate standing(Standing other) {
        return new Candidate(deployment, tier, other, verdict, axis, need, level, limit, roomIn, cap);
    }
}
