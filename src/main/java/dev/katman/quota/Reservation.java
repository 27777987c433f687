package dev.katman.quota;

import dev.katman.catalog.DeploymentId;

/**
 * Room that a call holds. It must end in {@link Ledger#settle} or {@link Ledger#release}.
 *
 * @param number     its place in the order of reservations
 * @param deployment where
 * @param need       prompt and cap
 */
public record Reservation(long number, DeploymentId deployment, Need need) {
}
