package dev.katman.journal;

import dev.katman.catalog.DeploymentId;

import java.util.Objects;

/**
 * What the calls of a time took from one deployment's budgets.
 *
 * @param requests calls that counted there
 * @param tokens   as the ledger took them: cached prompts not, and more than was used where the provider did not say
 */
public record ChargeRow(DeploymentId deployment, long requests, long tokens) {
    public ChargeRow {
        Objects.requireNonNull(deployment);
        if (requests < 0 || tokens < 0) {
            throw new IllegalArgumentException("nothing is charged below zero: " + requests + ", " + tokens);
        }
    }
}
