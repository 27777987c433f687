package dev.katman.launch;

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
import dev.katman.exchange.Offer;
import dev.katman.exchange.OwnLimits;
import dev.katman.exchange.Policies;
import dev.katman.exchange.Providers;
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
import dev.katman.settings.KeyStore;
import dev.katman.settings.Keys;
import dev.katman.settings.Preferences;
import dev.katman.settings.Proxies;
import dev.katman.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.Authenticator;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
    private final Offer offer;
    private final Proxies proxies;
    private final Journal journal;
    private final Ledger ledger;
    private final OwnLimits limits;
    private final Exchange exchange;
    private final Policies policies;
    private final Providers providers;
    private final TokenCounter counter;
    private Optional<Search> search = Optional.empty();
    private Sandbox sandbox;

    private App(Path home, Map<String, String> environment, Clock clock, Preferences preferences, KeyStore keyStore, Words words,
            boolean sandboxAsked, Pace pace) throws DataFolder.Unusable {
        this.home = home;
        this.clock = clock;
        this.preferences = preferences;
        this.words = words;
        try {
            keep(DataFolder.claim(home));
            var keys = new Keys(home, environment, preferences, keyStore);
            proxies = new Proxies(preferences, environment, keys);
            Authenticator.setDefault(proxies.logins()); // the JDK asks nobody else on the way through a SOCKS proxy
            Thread.ofVirtual().name("katman-keys").start(keys::warmUp);
            offer = new Offer(Catalogues.in(home, words, notices::add), preferences);
            var client = keep(new OpenAiClient(Timeouts.DEFAULT, "Katman/0.1", proxies, proxies.logins()));
            journal = keep(Journal.open(home, clock.instant()));
            ledger = new Ledger(offer.catalogues());
            journal.restore(ledger, offer.ownLimits(), clock.instant());
            limits = new OwnLimits(offer, ledger, journal, clock);
            counter = new TokenCounter();
            var judge = new AdaptiveJudge(TrainedJudge.embedded());
            policies = new Policies(offer.get().policy(), preferences);
            var random = new SecureRandom();
            var endpoints = new Endpoints(Map.of());
            var router = new Router(offer, ledger, policies,
                    new LearnedPacing(offer, journal, policies, clock, clock.getZone()), new RouterShare(offer, journal, clock));
            exchange = keep(new Exchange(offer, ledger, router, journal, client, endpoints, judge, judge,
                    preferences::learns, policies, new RouterPrompt(), counter, new Ids(clock, random), clock, Deadlines.DEFAULT));
            providers = Providers.open(offer, ledger, keys, endpoints, client, exchange,
                    () -> sandbox(environment, () -> Sandbox.start(offer.catalogues(), new RuleJudge(), clock, random, pace)), sandboxAsked);
            if (providers.sandboxServes()) {
                notices.add(words.texts().get(sandboxAsked ? "words.sandbox.asked" : "words.sandbox.no_key"));
            }
        } catch (DataFolder.Unusable | RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * @param environment  where keys may be
     * @param keyStore     the system's
     * @param words        the reader's language
     * @param sandboxAsked whether the sandbox shall answer, also where a key is there
     * @param pace         how fast the sandbox writes
     */
    static App open(Path home, Map<String, String> environment, Clock clock, Preferences preferences, KeyStore keyStore, Words words,
            boolean sandboxAsked, Pace pace) throws DataFolder.Unusable {
        return new App(home, environment, clock, preferences, keyStore, words, sandboxAsked, pace);
    }

    /** Reads ahead what the first message needs and nothing before it; on a thread of its own. */
    void warmUp() {
        Thread.ofVirtual().name("katman-warm-up").start(counter::warmUp);
    }

    /** Started once; it goes on while it does not serve, so that answers under way come to their end. */
    private Endpoint sandbox(Map<String, String> environment, Supplier<Sandbox> start) {
        if (sandbox != null) {
            return new Endpoint(sandbox.baseUrl(), Optional.of(sandbox.token()));
        }
        sandbox = keep(start.get());
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

    Proxies proxies() {
        return proxies;
    }

    Offer offer() {
        return offer;
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

    OwnLimits limits() {
        return limits;
    }

    Exchange exchange() {
        return exchange;
    }

    Policies policies() {
        return policies;
    }

    Providers providers() {
        return providers;
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
