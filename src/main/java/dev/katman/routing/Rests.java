package dev.katman.routing;

import dev.katman.catalog.DeploymentId;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Who cannot serve just now for another reason than its levels.
 *
 * @param benched deployments that failed or refused, and for how long they still rest
 * @param gone    deployments that their provider said it no longer serves
 * @param refused providers that do not accept our key
 */
public record Rests(Map<DeploymentId, Duration> benched, Set<DeploymentId> gone, Set<String> refused) {
    public static final Rests NONE = new Rests(Map.of(), Set.of(), Set.of());

    public Rests {
        benched = Map.copyOf(benched);
        gone = Set.copyOf(gone);
        refused = Set.copyOf(refused);
    }
}
