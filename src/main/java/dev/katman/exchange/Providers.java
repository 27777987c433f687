package dev.katman.exchange;

import dev.katman.catalog.Deployment;
import dev.katman.catalog.Provider;
import dev.katman.catalog.Provider.Kind;
import dev.katman.conversation.Secret;
import dev.katman.provider.ChatClient;
import dev.katman.provider.Endpoint;
import dev.katman.provider.ModelList;
import dev.katman.quota.Ledger;
import dev.katman.settings.KeyStore;
import dev.katman.settings.Keys;
import dev.katman.settings.Keys.Found;
import dev.katman.settings.Keys.Place;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * Who can be asked: providers whose key is there, model servers on this machine, and the sandbox, which steps aside as soon as a provider
 * on the network can serve and returns when the last one goes. Every change holds at once for whoever asks next. Safe for use by many
 * threads; methods that speak to a provider or to the system's key store block.
 */
public final class Providers {
    private final Offer offer;
    private final Ledger ledger;
    private final Keys keys;
    private final Endpoints endpoints;
    private final ChatClient client;
    private final Exchange exchange;
    private final Supplier<Endpoint> sandbox;
    private final boolean sandboxAsked;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    /** Read without the lock, which may be held while a desktop asks somebody for leave. */
    private volatile Map<String, Found> found = Map.of();
    private volatile Map<Provider, List<Deployment>> here = Map.of();
    private volatile boolean sandboxServes;

    /**
     * A provider on the network that the catalogue has models of.
     *
     * @param key what was found when it was last looked for
     */
    public record Access(Provider provider, Found key) {
        /** The key's last characters, for whoever wonders which one it is. */
        public Optional<String> ending() {
            return key instanceof Found.Key(var secret, var place) ? Optional.of(secret.ending()) : Optional.empty();
        }
    }

    private Providers(Offer offer, Ledger ledger, Keys keys, Endpoints endpoints, ChatClient client, Exchange exchange,
            Supplier<Endpoint> sandbox, boolean sandboxAsked) {
        this.offer = offer;
        this.ledger = ledger;
        this.keys = keys;
        this.endpoints = endpoints;
        this.client = client;
        this.exchange = exchange;
        this.sandbox = sandbox;
        this.sandboxAsked = sandboxAsked;
    }

    /**
     * Looks for keys and for model servers on this machine, and lets them serve.
     *
     * @param endpoints    where the exchange looks for whom it can ask
     * @param sandbox      gives where the sandbox is reached; started the first time it is asked
     * @param sandboxAsked whether the sandbox serves alone, also where a key is there, so that nothing is spent
     */
    public static Providers open(Offer offer, Ledger ledger, Keys keys, Endpoints endpoints, ChatClient client, Exchange exchange,
            Supplier<Endpoint> sandbox, boolean sandboxAsked) {
        var providers = new Providers(offer, ledger, keys, endpoints, client, exchange, sandbox, sandboxAsked);
        synchronized (providers) {
            providers.remote().forEach(providers::look);
            if (!sandboxAsked) {
                providers.takeIn(LocalServers.look(offer.get(), client));
            }
            providers.serve();
        }
        return providers;
    }

    /** Runs it after each change, on the thread that made it. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    public void unlisten(Runnable listener) {
        listeners.remove(listener);
    }

    /** Whether the sandbox answers, which must be said. */
    public boolean sandboxServes() {
        return sandboxServes;
    }

    /** Whether the sandbox answers because it was asked for, and not for want of a key. */
    public boolean sandboxAsked() {
        return sandboxAsked;
    }

    /** Those that are reached with a key or over the network, in the catalogue's order. */
    public List<Access> accesses() {
        return remote().stream().map(p -> new Access(p, found.getOrDefault(p.id(), new Found.None()))).toList();
    }

    /** The model servers that ran on this machine when it was last looked, each with what it serves. */
    public Map<Provider, List<Deployment>> here() {
        return here;
    }

    /** Looks for model servers on this machine again. */
    public Map<Provider, List<Deployment>> lookAround() {
        Map<Provider, List<Deployment>> there = LocalServers.look(offer.get(), client);
        synchronized (this) {
            takeIn(there);
            if (!sandboxAsked) {
                serve();
            }
        }
        changed();
        return there;
    }

    /** Asks the provider what it serves, with a key that nobody else has seen yet. */
    public ModelList test(Provider provider, Secret key) {
        return client.models(new Endpoint(provider.baseUrl().orElseThrow(), Optional.of(key)));
    }

    /**
     * Asks the provider what it serves, with the key that is there, and lets it serve, or no longer, by what it says.
     *
     * @return empty where no key is there
     */
    public Optional<ModelList> test(Provider provider) {
        Optional<Secret> key;
        synchronized (this) {
            key = look(provider) instanceof Found.Key(var secret, var place) ? Optional.of(secret) : Optional.empty();
            serve();
        }
        Optional<ModelList> said = key.map(secret -> test(provider, secret));
        said.ifPresent(list -> exchange.said(provider.id(), list));
        changed();
        return said;
    }

    /**
     * Keeps a key, from now on the provider's.
     *
     * @return where it lies
     * @throws KeyStore.Unavailable if it cannot be kept; the one before is still there
     */
    public Place keep(Provider provider, Secret key) throws KeyStore.Unavailable {
        Place place;
        synchronized (this) {
            place = keys.keep(provider.id(), key);
            look(provider);
            serve();
            exchange.keyChanged(provider.id());
        }
        changed();
        return place;
    }

    /**
     * Removes the key that was kept. Where the environment has one, that one serves again.
     *
     * @throws KeyStore.Unavailable if it cannot be removed; it still serves
     */
    public void forget(Provider provider) throws KeyStore.Unavailable {
        synchronized (this) {
            keys.forget(provider.id());
            look(provider);
            serve();
            exchange.keyChanged(provider.id());
        }
        changed();
    }

    private void takeIn(Map<Provider, List<Deployment>> there) {
        here = there;
        List<Deployment> all = here.values().stream().flatMap(List::stream).toList();
        all.forEach(ledger::join);
        offer.found(all);
    }

    private Found look(Provider provider) {
        Found key = keys.find(provider.id(), provider.keyEnv());
        var all = new HashMap<>(found);
        all.put(provider.id(), key);
        found = Map.copyOf(all);
        return key;
    }

    private List<Provider> remote() {
        return offer.get().providers().stream().filter(p -> p.kind() == Kind.REMOTE)
                .filter(p -> offer.get().deployments().stream().anyMatch(d -> d.provider().equals(p))).toList();
    }

    private void serve() {
        var reachable = new HashMap<String, Endpoint>();
        if (!sandboxAsked) {
            remote().forEach(provider -> endpoint(provider).ifPresent(endpoint -> reachable.put(provider.id(), endpoint)));
        }
        Optional<Provider> embedded = offer.get().providers().stream().filter(Provider::embedded).findFirst();
        sandboxServes = reachable.isEmpty() && embedded.isPresent();
        if (sandboxServes) {
            reachable.put(embedded.get().id(), sandbox.get());
        }
        if (!sandboxAsked) {
            offer.get().providers().stream().filter(this::servesHere)
                    .forEach(provider -> reachable.put(provider.id(), new Endpoint(provider.baseUrl().orElseThrow(), Optional.empty())));
        }
        endpoints.replace(reachable);
    }

    /** What was found, or what the catalogue itself names models of: that server may only be slow to say so. */
    private boolean servesHere(Provider provider) {
        return here.containsKey(provider) || provider.kind() == Kind.LOCAL
                && offer.catalogues().deployments().stream().anyMatch(d -> d.provider().equals(provider));
    }

    private Optional<Endpoint> endpoint(Provider provider) {
        if (provider.keyEnv().isEmpty() && !(found.get(provider.id()) instanceof Found.Key)) {
            return Optional.of(new Endpoint(provider.baseUrl().orElseThrow(), Optional.empty()));
        }
        return found.get(provider.id()) instanceof Found.Key(var secret, var place)
                ? Optional.of(new Endpoint(provider.baseUrl().orElseThrow(), Optional.of(secret))) : Optional.empty();
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
