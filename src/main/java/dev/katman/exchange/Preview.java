package dev.katman.exchange;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.classify.Assessment;

import java.time.Duration;
import java.util.Optional;

/**
 * What would likely happen to a text that is still being written. Judged locally, nothing is spent.
 *
 * @param assessment what the local judge says
 * @param tier       where it would likely go
 * @param tokens     prompt and cap of the call for the answer
 * @param chosen     who would likely answer; empty when nobody has room
 * @param roomIn     until somebody has room; zero when somebody has
 */
public record Preview(Assessment assessment, Tier tier, long tokens, Optional<DeploymentId> chosen, Duration roomIn) {
}
