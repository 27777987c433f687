package dev.katman.exchange;

import dev.katman.provider.ChatClient;
import dev.katman.provider.Failure;
import dev.katman.provider.ModelList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/** Asks every provider, at the start and then daily, which models it serves. */
final class Roster implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Roster.class);
    private static final Duration DAY = Duration.ofDays(1);

    private final ChatClient client;
    private final Endpoints endpoints;
    private final Health health;
    private final InstantSource clock;
    private final Rounds rounds = new Rounds("katman-roster");

    Roster(ChatClient client, Endpoints endpoints, Health health, InstantSource clock) {
        this.client = client;
        this.endpoints = endpoints;
        this.health = health;
        this.clock = clock;
    }

    void start() {
        rounds.start(() -> {
            call();
            return DAY;
        });
    }

    /** Asks them all once; what they say is also returned, by provider. */
    Map<String, ModelList> call() {
        var said = new TreeMap<String, ModelList>();
        endpoints.byProvider().forEach((provider, endpoint) -> {
            ModelList list = client.models(endpoint);
            said.put(provider, list);
            switch (list) {
                case ModelList.Served(var names) -> health.listed(provider, names, clock.instant());
                case ModelList.Unknown(Failure.KeyRefused why) -> {
                    if (endpoints.of(provider).filter(endpoint::equals).isPresent()) { // else it was of a key that has been replaced meanwhile
                        health.keyRefused(provider, clock.instant());
                    }
                }
                case ModelList.Unknown(Failure why) -> LOG.info("{} does not say what it serves: {}", provider, why.reason());
            }
        });
        return said;
    }

    @Override
    public void close() {
        rounds.close();
    }
}
