package dev.katman.journal;

import dev.katman.catalog.Axis;
import dev.katman.catalog.DeploymentId;
import dev.katman.quota.Ledger;

import java.util.OptionalLong;

/**
 * What a provider said of a level, as the ledger took it: so that it can be taken again without knowing what was in flight.
 *
 * @param limit where it was named
 */
public record ProviderWord(DeploymentId deployment, Axis axis, OptionalLong limit, Ledger.Correction taken) {
}
