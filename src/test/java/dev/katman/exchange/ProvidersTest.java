package dev.katman.exchange;

import dev.katman.catalog.Catalog;
import dev.katman.catalog.CatalogReader;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Provider;
import dev.katman.classify.RuleJudge;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.Secret;
import dev.katman.provider.Failure;
import dev.katman.provider.ModelList;
import dev.katman.sandbox.Pace;
import dev.katman.sandbox.Sandbox;
import dev.katman.settings.KeyStore;
import dev.katman.settings.Keys;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** Keys come and go while the program runs. The provider on the network is a second sandbox, which wants the right key like any other. */
class ProvidersTest {
    private static final String CATALOG = """
            {"providers":[{"id":"cloud","name":"Cloud","baseUrl":"%s","keyEnv":"CLOUD_KEY","capField":"max_tokens"},
                          {"id":"ollama","name":"Ollama","baseUrl":"%s","local":true},
                          {"id":"sandbox","embedded":true}],
             "models":[{"id":"m","context":8192}],
             "deployments":[{"model":"m","provider":"cloud","name":"moonshotai/kimi-k2-instruct"},
                            {"model":"m","provider":"sandbox","name":"m"}],
             "tiers":[{"tier":1,"chain":["m"]},{"tier":2,"chain":["m"]},{"tier":3,"chain":["m"]}]}""";

    @TempDir
    Path home;
    private final MovableClock clock = new MovableClock("2026-11-22T09:00:00Z");
    private final Sandbox cloud = Sandbox.start(CatalogReader.embedded(), new RuleJudge(), clock, new Random(3), Pace.INSTANT);
    private final MockWebServer local = new MockWebServer();
    private Rig rig;
    private Provider provider;

    @BeforeEach
    void open() throws Exception {
        local.start();
        local.enqueue(new MockResponse.Builder().code(404).build());
        Catalog catalog = CatalogReader.read(CATALOG.formatted(cloud.baseUrl(), local.url("/v1")));
        rig = new Rig(home, catalog, clock, false);
        provider = catalog.provider("cloud").orElseThrow();
    }

    @AfterEach
    void close() {
        rig.close();
        cloud.close();
        local.close();
    }

    private Optional<String> served(String text) {
        return rig.send(text).record().served().map(DeploymentId::provider);
    }

    @Test
    void theSandboxStepsAsideForTheFirstKeyAndReturnsWhenTheLastGoes() throws Exception {
        var heard = new ArrayList<Boolean>();
        rig.providers.listen(() -> heard.add(rig.providers.sandboxServes()));
        assertThat(served("hello")).contains("sandbox");
        assertThat(rig.providers.accesses().getFirst().key()).isEqualTo(new Keys.Found.None());

        assertThat(rig.providers.keep(provider, cloud.token())).isEqualTo(Keys.Place.FILE);
        assertThat(served("hello again")).contains("cloud");
        assertThat(rig.exchange.inUse()).extracting(DeploymentId::toString).containsExactly("m@cloud");

        rig.providers.forget(provider);
        assertThat(served("and again")).contains("sandbox");
        assertThat(heard).containsExactly(false, true);
    }

    @Test
    void aRefusedKeyIsSaidUntilAnotherOneComes() throws Exception {
        rig.providers.keep(provider, new Secret("not-the-right-one"));
        assertThat(rig.providers.test(provider)).hasValueSatisfying(list -> assertThat(list)
                .isInstanceOfSatisfying(ModelList.Unknown.class, unknown -> assertThat(unknown.why()).isInstanceOf(Failure.KeyRefused.class)));
        assertThat(rig.exchange.troubles()).singleElement().isInstanceOf(Trouble.KeyRefused.class);

        rig.providers.keep(provider, cloud.token());
        assertThat(rig.exchange.troubles()).isEmpty();
        assertThat(rig.providers.test(provider)).hasValueSatisfying(list -> assertThat(list)
                .isInstanceOfSatisfying(ModelList.Served.class, listed -> assertThat(listed.names()).contains("moonshotai/kimi-k2-instruct")));
        assertThat(served("hello")).contains("cloud");
    }

    @Test
    void whatIsTriedBeforeItIsKeptChangesNothing() {
        assertThat(rig.providers.test(provider, new Secret("not-the-right-one"))).isInstanceOf(ModelList.Unknown.class);
        assertThat(rig.exchange.troubles()).isEmpty();
        assertThat(rig.providers.sandboxServes()).isTrue();
    }

    @Test
    void anAnswerUnderWayGoesOnWithoutItsKey() throws Exception {
        rig.providers.keep(provider, cloud.token());
        var events = new ArrayList<ExchangeEvent>();
        Answer answer = rig.exchange.send(new Ask("Tell me a story"), event -> {
            if (event instanceof ExchangeEvent.Text && events.stream().noneMatch(ExchangeEvent.Text.class::isInstance)) {
                forget();
            }
            events.add(event);
        }, new Cancellation());
        assertThat(answer.result()).isEqualTo(Answer.Result.ANSWERED);
        assertThat(answer.record().served()).contains(DeploymentId.parse("m@cloud"));
        assertThat(rig.exchange.inUse()).extracting(DeploymentId::provider).containsExactly("sandbox");
    }

    @Test
    void aKeyThatGoesAfterTheDecisionSendsNothingAnywhere() throws Exception {
        rig.providers.keep(provider, cloud.token());
        Answer answer = rig.exchange.send(new Ask("hello"), event -> {
            if (event instanceof ExchangeEvent.Decided) {
                forget();
            }
        }, new Cancellation());
        assertThat(answer.record().attempts()).isEmpty();
        assertThat(answer.result()).isEqualTo(Answer.Result.PARKED);
    }

    @Test
    void aModelServerThatIsStartedLaterIsFoundWhenLookedForAgain() throws Exception {
        assertThat(rig.providers.here()).isEmpty();
        local.enqueue(new MockResponse.Builder().body("{\"data\":[{\"id\":\"gemma3:4b\"}]}").build());
        rig.providers.lookAround();
        assertThat(rig.providers.here().keySet()).extracting(Provider::id).containsExactly("ollama");
        assertThat(rig.offer.get().deployment(DeploymentId.parse("gemma3:4b@ollama"))).isPresent();
        assertThat(rig.exchange.inUse()).extracting(DeploymentId::toString).contains("gemma3:4b@ollama", "m@sandbox");
        assertThat(rig.ledger.knows(DeploymentId.parse("gemma3:4b@ollama"))).isTrue();
    }

    @Test
    void aRefusalOfAKeyThatWasReplacedMeanwhileIsNotHeldAgainstTheNewOne() {
        rig.close();
        rig = new Rig(home, CatalogReader.read(CATALOG.formatted(local.url("/v1"), "http://127.0.0.1:9/v1")), clock, false);
        provider = rig.offer.get().provider("cloud").orElseThrow();
        keep(new Secret("not-the-right-one"));
        local.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                keep(new Secret("another-one-that-is-right"));
                return new MockResponse.Builder().code(401).body("{\"error\":{\"message\":\"Invalid API Key\"}}").build();
            }
        });
        assertThat(rig.send("hello").record().attempts()).hasSize(1);
        assertThat(rig.exchange.troubles()).isEmpty();
    }

    private void keep(Secret key) {
        try {
            rig.providers.keep(provider, key);
        } catch (KeyStore.Unavailable e) {
            throw new IllegalStateException(e);
        }
    }

    private void forget() {
        try {
            rig.providers.forget(provider);
        } catch (KeyStore.Unavailable e) {
            throw new IllegalStateException(e);
        }
    }
}
