package dev.katman.exchange;

import dev.katman.provider.Endpoint;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the providers are reached that can serve now.
 *
 * @param byProvider an endpoint for each provider whose key is there, or that needs none
 */
public record Endpoints(Map<String, Endpoint> byProvider) {
    public Endpoints {
        byProvider = Map.copyOf(byProvider);
    }

    /** Providers that can serve. */
    public Set<String> usable() {
        return byProvider.keySet();
    }

    Optional<Endpoint> of(String provider) {
        return Optional.ofNullable(byProvider.get(provider));
    }
}
