package dev.katman.launch;

import dev.katman.catalog.Catalog;
import dev.katman.catalog.Provider;
import dev.katman.catalog.Provider.Kind;
import dev.katman.classify.AdaptiveJudge;
import dev.katman.classify.RouterPrompt;
import dev.katman.classify.RuleJudge;
import dev.katman.classify.TrainedJudge;
import dev.katman.context.TokenCounter;
import dev.katman.conversation.Ids;
import dev.katman.exchange.Deadlines;
import dev.katman.exchange.Endpoints;
import dev.katman.exchange.Exchange;
import dev.katman.exchange.LearnedPacing;
import dev.katman.exchange.Policies;
import dev.katman.exchange.RouterShare;
import dev.katman.exchange.Search;
import dev.katman.journal.Journal;
import dev.katman.provider.Endpoint;
import dev.katman.provider.OpenAiClient;
import dev.katman.provider.Timeouts;
import dev.katman.quota.Ledger;
import dev.katman.routing.Router;
import dev.katman.sandbox.Pace;
import dev.katman.sandbox.Sandbox;
import dev.katman.settings.DataFolder;
import dev.katman.settings.Keys;
import dev.katman.settings.Preferences;
import dev.katman.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The running program: every part, made once, in the order in which they need each other. */
final class App implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(App.class);
    private static final String FAULTS = "KATMAN_SANDBOX_FAULTS";

    private final Deque<AutoCloseable> closing = new ArrayDeque<>();
    private final List<String> notices = new ArrayList<>();
    private final Path home;
    private final Clock clock;
    private final Words words;
    private final Preferences preferences;
    private final Catalog catalog;
    private final Journal journal;
    private final Ledger ledger;
    private final Exchange exchange;
    private final Policies policies;
    private Optional<Search> search = Optional.empty();
    private boolean sandboxServes;

    private App(Path home, Map<String, String> environment, Clock clock, Preferences preferences, Words words, boolean sandboxAsked,
            Pace pace) throws DataFolder.Unusable {
        this.home = home;
        this.clock = clock;
        this.preferences = preferences;
        this.words = words;
        try {
            keep(DataFolder.claim(home));
            var client = keep(new OpenAiClient(Timeouts.DEFAULT, "Katman/0.1"));
            catalog = sandboxAsked ? catalog() : LocalServers.join(catalog(), client);
            journal = keep(Journal.open(home, clock.instant()));
            ledger = new Ledger(catalog);
            journal.restore(ledger, clock.instant());
            var counter = new TokenCounter();
            Thread.ofVirtual().name("katman-warm-up").start(counter::warmUp);
            var judge = new AdaptiveJudge(TrainedJudge.embedded());
            policies = new Policies(catalog.policy(), preferences);
            var random = new SecureRandom();
            Endpoints endpoints = endpoints(new Keys(environment), sandboxAsked,
                    () -> sandbox(environment, Sandbox.start(catalog, new RuleJudge(), clock, random, pace)));
            var router = new Router(catalog, ledger, policies,
                    new LearnedPacing(catalog, journal, policies, clock, clock.getZone()), new RouterShare(catalog, journal, clock));
            exchange = keep(new Exchange(catalog, ledger, router, journal, client, endpoints, judge, judge,
                    preferences::learns, policies, new RouterPrompt(), counter, new Ids(clock, random), clock, Deadlines.DEFAULT));
        } catch (DataFolder.Unusable | RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * @param environment where the keys are
     * @param words       the reader's language
     * @param sandboxAsked whether the sandbox shall answer, also where a key is there
     * @param pace        how fast the sandbox writes
     */
    static App open(Path home, Map<String, String> environment, Clock clock, Preferences preferences, Words words,
            boolean sandboxAsked, Pace pace) throws DataFolder.Unusable {
        return new App(home, environment, clock, preferences, words, sandboxAsked, pace);
    }

    private Catalog catalog() {
        return Catalogues.in(home, words, notices::add);
    }

    /** With any usable key the sandbox is left out unless it is asked for; asked for, it serves alone, so that nothing is spent. */
    private Endpoints endpoints(Keys keys, boolean sandboxAsked, Supplier<Endpoint> sandbox) {
        var reachable = new HashMap<String, Endpoint>();
        if (!sandboxAsked) {
            for (Provider provider : catalog.providers()) {
                endpoint(provider, keys).ifPresent(endpoint -> reachable.put(provider.id(), endpoint));
            }
        }
        Optional<Provider> embedded = catalog.providers().stream().filter(Provider::embedded).findFirst();
        boolean onlyThisMachine = reachable.keySet().stream().allMatch(id -> catalog.provider(id).orElseThrow().kind() == Kind.LOCAL);
        if (onlyThisMachine && embedded.isPresent()) {
            reachable.put(embedded.get().id(), sandbox.get());
            sandboxServes = true;
            notices.add(words.texts().get(sandboxAsked ? "words.sandbox.asked" : "words.sandbox.no_key"));
        }
        return new Endpoints(reachable);
    }

    private Optional<Endpoint> endpoint(Provider provider, Keys keys) {
        boolean serves = catalog.deployments().stream().anyMatch(d -> d.provider().equals(provider));
        if (!serves || provider.baseUrl().isEmpty()) {
            return Optional.empty();
        }
        if (provider.keyEnv().isEmpty()) {
            return Optional.of(new Endpoint(provider.baseUrl().get(), Optional.empty()));
        }
        return keys.of(provider.keyEnv().get()).map(key -> new Endpoint(provider.baseUrl().get(), Optional.of(key)));
    }

    private Endpoint sandbox(Map<String, String> environment, Sandbox sandbox) {
        keep(sandbox);
        String faults = environment.getOrDefault(FAULTS, "");
        if (!faults.isBlank()) {
            try {
                sandbox.script(faults);
            } catch (IllegalArgumentException e) {
                notices.add(words.texts().get("words.sandbox.faults", FAULTS, e.getMessage()));
            }
        }
        return new Endpoint(sandbox.baseUrl(), Optional.of(sandbox.token()));
    }

    private <T extends AutoCloseable> T keep(T part) {
        closing.push(part);
        return part;
    }

    Path home() {
        return home;
    }

    Clock clock() {
        return clock;
    }

    Words words() {
        return words;
    }

    Preferences preferences() {
        return preferences;
    }

    Catalog catalogue() {
        return catalog;
    }

    Journal journal() {
        return journal;
    }

    /** Opened only where somebody looks for something: a command that asks one question does not wait for it. */
    Search search() {
        if (search.isEmpty()) {
            search = Optional.of(keep(new Search(home.resolve("search"), journal)));
            search.get().catchUpInBackground();
        }
        return search.get();
    }

    Ledger ledger() {
        return ledger;
    }

    Exchange exchange() {
        return exchange;
    }

    Policies policies() {
        return policies;
    }

    boolean sandboxServes() {
        return sandboxServes;
    }

    List<String> notices() {
        return List.copyOf(notices);
    }

    /** In reverse. What cannot be closed is logged and does not keep the rest open. */
    @Override
    public void close() {
        while (!closing.isEmpty()) {
            try {
                closing.pop().close();
            } catch (Exception e) {
                LOG.error("could not be closed", e);
            }
        }
    }
}
