package dev.katman.exchange;

import dev.katman.catalog.Catalog;
import dev.katman.catalog.CatalogReader;
import dev.katman.catalog.DeploymentId;
import dev.katman.classify.Assessment;
import dev.katman.classify.MessageType;
import dev.katman.pacing.Pacing;
import dev.katman.provider.OpenAiClient;
import dev.katman.provider.Timeouts;
import dev.katman.quota.Kept;
import dev.katman.quota.Ledger;
import dev.katman.routing.Candidate;
import dev.katman.routing.Question;
import dev.katman.routing.Rests;
import dev.katman.routing.Router;
import dev.katman.routing.Standing;
import dev.katman.routing.Verdict;
import dev.katman.settings.Preferences;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class LocalServersTest {
    private static final String CATALOG = """
            {"providers":[{"id":"ollama","name":"Ollama","baseUrl":"%s","local":true,"capField":"max_tokens"},
                          {"id":"lmstudio","baseUrl":"http://127.0.0.1:9/v1","local":true},
                          {"id":"sandbox","embedded":true}],
             "models":[{"id":"m","context":8192}],
             "deployments":[{"model":"m","provider":"sandbox","limits":{"rpm":30,"tpm":6000}}],
             "tiers":[{"tier":1,"chain":["m"]},{"tier":2,"chain":["m"]},{"tier":3,"chain":["m"]}]}""";

    @TempDir
    Path home;

    @Test
    void whatRunsOnThisMachineServesWhenNobodyElseCan() throws Exception {
        try (var server = new MockWebServer(); var client = new OpenAiClient(Timeouts.DEFAULT, "Katman-test")) {
            server.start();
            server.enqueue(new MockResponse.Builder().body(
                    "{\"data\":[{\"id\":\"nomic-embed-text:latest\"},{\"id\":\"gemma3:4b\"},{\"id\":\"odd name\"}]}").build());
            Catalog read = CatalogReader.read(CATALOG.formatted(server.url("/v1")));
            var offer = new Offer(read, Preferences.load(home));
            offer.found(LocalServers.look(read, client).values().stream().flatMap(List::stream).toList());
            Catalog catalog = offer.get();
            assertThat(catalog.deployments()).extracting(d -> d.id().toString()).containsExactly("m@sandbox", "gemma3:4b@ollama",
                    "odd-name@ollama");

            var router = new Router(offer, new Ledger(catalog), catalog::policy, () -> new Pacing(catalog, ZoneOffset.UTC), id -> Kept.NOTHING);
            var question = new Question(new Assessment(MessageType.CHAT, 2, .9, "local", Duration.ZERO), (model, room) -> 100,
                    Set.of("sandbox", "ollama"), Rests.NONE, Optional.empty(), Optional.empty(), Optional.empty(),
                    Instant.EPOCH, LocalDate.EPOCH);
            assertThat(router.decide(question).candidates()).extracting(Candidate::deployment).endsWith(
                    new DeploymentId("gemma3:4b", "ollama"), new DeploymentId("odd-name", "ollama"));
            Candidate last = router.decide(question).candidates().getLast();
            assertThat(last.standing()).isEqualTo(Standing.THIS_MACHINE);
            assertThat(last.verdict()).isEqualTo(Verdict.ADMITTED);
        }
    }
}
