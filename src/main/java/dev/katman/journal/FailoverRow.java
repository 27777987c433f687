package dev.katman.journal;

import dev.katman.catalog.DeploymentId;

import java.util.Objects;

/**
 * How often another had to step in for a deployment: a call for an answer was refused, failed or broke off, and a further one left for the
 * same message. A verdict of the router that failed is none, since nobody else is asked for it.
 *
 * @param times how many such calls
 */
public record FailoverRow(DeploymentId deployment, long times) {
    public FailoverRow {
        Objects.requireNonNull(deployment);
        if (times < 1) {
            throw new IllegalArgumentException("never: " + deployment);
        }
    }
}
