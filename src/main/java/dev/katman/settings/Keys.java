package dev.katman.settings;

import dev.katman.conversation.Secret;

import java.util.Map;
import java.util.Optional;

/** Keys, by the environment variable that the catalogue names. */
public final class Keys {
    private final Map<String, String> environment;

    public Keys(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The key; empty when the variable is missing or blank. */
    public Optional<Secret> of(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank()).map(Secret::new);
    }
}
