package dev.katman.exchange;

import dev.katman.catalog.Catalog;
import dev.katman.catalog.CatalogReader;
import dev.katman.classify.RouterPrompt;
import dev.katman.classify.RuleJudge;
import dev.katman.context.TokenCounter;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.Ids;
import dev.katman.journal.Journal;
import dev.katman.journal.Journals;
import dev.katman.provider.Endpoint;
import dev.katman.provider.OpenAiClient;
import dev.katman.provider.Timeouts;
import dev.katman.quota.Ledger;
import dev.katman.routing.Router;
import dev.katman.sandbox.Pace;
import dev.katman.sandbox.Sandbox;
import dev.katman.settings.KeyStore;
import dev.katman.settings.Keys;
import dev.katman.settings.Preferences;
import dev.katman.settings.Proxies;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The whole program without a window: a real H2 file, the real client, and the sandbox as the provider, on a clock that tests move. */
public final class Rig implements AutoCloseable {
    /** Short silences, so that a test of silence is short; long enough for a busy machine. */
    private static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(5), Duration.ofMillis(1500), Duration.ofMillis(1500));
    private static final TokenCounter COUNTER = new TokenCounter();

    public final MovableClock clock;
    public final Catalog catalog;
    public final Sandbox sandbox;
    public final Journal journal;
    public final Ledger ledger;
    public final Exchange exchange;
    public final List<ExchangeEvent> events = new ArrayList<>();
    public final Preferences preferences;
    public final Policies policies;
    public final Offer offer;
    public final OwnLimits limits;
    public final Keys keys;
    public final Providers providers;
    public final Proxies proxies;
    final Heard learner = new Heard();
    private final OpenAiClient client;
    private final Path home;
    private Optional<Search> search = Optional.empty();

    public Rig(Path home) {
        this(home, CatalogReader.embedded(), new MovableClock("2026-11-22T09:00:00Z"));
    }

    public Rig(Path home, Catalog catalog, MovableClock clock) {
        this(home, catalog, clock, true);
    }

    /** @param sandboxAsked whether the sandbox answers whatever keys are there */
    public Rig(Path home, Catalog catalog, MovableClock clock, boolean sandboxAsked) {
        this.home = home;
        this.catalog = catalog;
        this.clock = clock;
        var judge = new RuleJudge();
        preferences = Preferences.load(home);
        offer = new Offer(catalog, preferences);
        policies = new Policies(catalog.policy(), preferences);
        sandbox = Sandbox.start(catalog, judge, clock, new Random(7), Pace.INSTANT);
        journal = Journals.open(home, clock.instant());
        ledger = new Ledger(catalog);
        journal.restore(ledger, offer.ownLimits(), clock.instant());
        limits = new OwnLimits(offer, ledger, journal, clock);
        client = new OpenAiClient(TIMEOUTS, "Katman-test");
        var endpoints = new Endpoints(Map.of());
        exchange = new Exchange(offer, ledger, new Router(offer, ledger, policies, new LearnedPacing(offer, journal, policies, clock, ZoneOffset.UTC),
                new RouterShare(offer, journal, clock)), journal, client, endpoints, judge, learner, preferences::learns, policies,
                new RouterPrompt(), COUNTER, new Ids(clock, new Random(11)), clock, Deadlines.DEFAULT);
        keys = new Keys(home, Map.of(), preferences, KeyStore.none());
        proxies = new Proxies(preferences, Map.of(), keys);
        providers = Providers.open(offer, ledger, keys, endpoints, client, exchange,
                () -> new Endpoint(sandbox.baseUrl(), Optional.of(sandbox.token())), sandboxAsked);
    }

    public synchronized Search search() {
        search = search.or(() -> Optional.of(new Search(home.resolve("search"), journal)));
        return search.get();
    }

    public Answer send(String text) {
        return send(new Ask(text));
    }

    public synchronized Answer send(Ask ask) {
        return exchange.send(ask, events::add, new Cancellation());
    }

    /** What the reader saw of the answer in the end: an attempt that starts afresh voids what came before. */
    public String shown() {
        var text = new StringBuilder();
        for (ExchangeEvent event : events) {
            switch (event) {
                case ExchangeEvent.Asking asking -> text.setLength(0);
                case ExchangeEvent.Text(var delta) -> text.append(delta);
                case ExchangeEvent other -> { }
            }
        }
        return text.toString();
    }

    @Override
    public void close() {
        exchange.close();
        search.ifPresent(Search::close);
        client.close();
        journal.close();
        sandbox.close();
    }
}
