package dev.katman.exchange;

import dev.katman.catalog.Catalog;
import dev.katman.classify.RouterPrompt;
import dev.katman.classify.RuleJudge;
import dev.katman.context.TokenCounter;
import dev.katman.conversation.Ids;
import dev.katman.journal.Journal;
import dev.katman.journal.Journals;
import dev.katman.provider.Endpoint;
import dev.katman.provider.OpenAiClient;
import dev.katman.provider.Timeouts;
import dev.katman.quota.Ledger;
import dev.katman.routing.Router;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;

/** One run of the program without a window, from its start to its end; unlike {@link Rig}, without the provider. */
final class Program implements AutoCloseable {
    /** Short, and yet longer than a busy machine needs for a call that nothing is the matter with. */
    private static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(2), Duration.ofMillis(1_500), Duration.ofMillis(1_000));
    /** So that a pause of the machine lets nobody leave out of turn. */
    private static final Deadlines DEADLINES = new Deadlines(Deadlines.DEFAULT.judging(), Deadlines.DEFAULT.asking(),
            Duration.ofSeconds(30));
    private static final TokenCounter COUNTER = new TokenCounter();

    final Journal journal;
    final Ledger ledger;
    final Exchange exchange;
    private final OpenAiClient client;

    /** @param seed of the identifiers: another for each run, or two runs at one instant would give the same */
    Program(Path home, Catalog catalog, MovableClock clock, Endpoint endpoint, long seed) {
        journal = Journals.open(home, clock.instant());
        ledger = new Ledger(catalog);
        journal.restore(ledger, clock.instant());
        client = new OpenAiClient(TIMEOUTS, "Katman-test");
        var router = new Router(() -> catalog, ledger, catalog::policy,
                new LearnedPacing(() -> catalog, journal, catalog::policy, clock, ZoneOffset.UTC), new RouterShare(() -> catalog, journal, clock));
        exchange = new Exchange(() -> catalog, ledger, router, journal, client, new Endpoints(Map.of("sandbox", endpoint)),
                new RuleJudge(), new Heard(), () -> true, catalog::policy, new RouterPrompt(), COUNTER, new Ids(clock, new Random(seed)), clock, DEADLINES);
    }

    @Override
    public void close() {
        exchange.close();
        client.close();
        journal.close();
    }
}
