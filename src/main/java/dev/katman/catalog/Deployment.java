package dev.katman.catalog;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A model at a provider, with what the provider allows.
 *
 * @param model         what answers
 * @param provider      who runs it
 * @param name          how the provider calls the model
 * @param limits        what it allows
 * @param retired       the day from which the provider no longer serves it
 * @param successor     the model that takes its place at this provider, or {@code model@provider}
 * @param maxCompletion the most completion tokens the provider accepts in one call, where it is less than the context
 */
public record Deployment(Model model, Provider provider, String name, Limits limits, Optional<LocalDate> retired,
        Optional<String> successor, OptionalInt maxCompletion) {
    public DeploymentId id() {
        return new DeploymentId(model.id(), provider.id());
    }

    /** The same with other limits. */
    public Deployment with(Limits other) {
        return new Deployment(model, provider, name, other, retired, successor, maxCompletion);
    }

    /** Whether it is gone on that day. */
    public boolean isRetired(LocalDate today) {
        return retired.isPresent() && !today.isBefore(retired.get());
    }
}
