package dev.katman.exchange;

import dev.katman.provider.Endpoint;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the providers are reached that can serve now. Others hold at once for whoever asks next; calls under way go on with what they had.
 * Safe for use by many threads.
 */
public final class Endpoints {
    private volatile Map<String, Endpoint> byProvider;

    /** @param byProvider an endpoint for each provider whose key is there, or that needs none */
    public Endpoints(Map<String, Endpoint> byProvider) {
        this.byProvider = Map.copyOf(byProvider);
    }

    void replace(Map<String, Endpoint> others) {
        byProvider = Map.copyOf(others);
    }

    Map<String, Endpoint> byProvider() {
        return byProvider;
    }

    /** Providers that can serve. */
    public Set<String> usable() {
        return byProvider.keySet();
    }

    Optional<Endpoint> of(String provider) {
        return Optional.ofNullable(byProvider.get(provider));
    }
}
