package dev.katman.quota;

import dev.katman.catalog.Axis;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Limits;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * The reader's own word about a limit.
 *
 * @param figure requests or tokens a window, from 1 to {@link Limits#MOST}; empty where what is known shall hold again
 * @param since  when it was given
 */
public record OwnLimit(DeploymentId deployment, Axis axis, OptionalLong figure, Instant since) {
    public OwnLimit {
        if (figure.isPresent() && !Limits.allows(figure.getAsLong())) {
            throw new IllegalArgumentException(axis + " must be from 1 to " + Limits.MOST + ", not " + figure.getAsLong());
        }
    }
}
