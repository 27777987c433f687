package dev.katman.provider;

import dev.katman.conversation.Secret;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class ListingTest {
    private final MockWebServer server = new MockWebServer();
    private final OpenAiClient client = new OpenAiClient(Timeouts.DEFAULT, "Katman-test");
    private Endpoint endpoint;

    @BeforeEach
    void start() throws Exception {
        server.start();
        endpoint = new Endpoint(URI.create(server.url("/v1").toString()), Optional.of(new Secret("sk-listing-secret")));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void theNamesAreAsTheProviderWritesThem() throws Exception {
        server.enqueue(new MockResponse.Builder().body("""
                {"object":"list","data":[{"id":"openai/gpt-oss-120b","active":true},{"id":"models/gemini-2.5-flash"},{"name":"no id"}]}""")
                .build());
        assertThat(client.models(endpoint)).isEqualTo(new ModelList.Served(
                Set.of("openai/gpt-oss-120b", "gemini-2.5-flash")));
        var request = server.takeRequest();
        assertThat(request.getTarget()).isEqualTo("/v1/models");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer sk-listing-secret");
        assertThat(request.getHeaders().get("User-Agent")).isEqualTo("Katman-test");
    }

    @Test
    void aRefusedKeyIsToldApartFromTrouble() {
        server.enqueue(new MockResponse.Builder().code(401).body("{\"error\":{\"message\":\"bad key sk-listing-secret\"}}").build());
        assertThat(client.models(endpoint)).isInstanceOfSatisfying(ModelList.Unknown.class, unknown -> {
            assertThat(unknown.why()).isInstanceOf(Failure.KeyRefused.class);
            assertThat(unknown.why().reason()).doesNotContain("listing-secret");
        });
        server.enqueue(new MockResponse.Builder().code(503).build());
        assertThat(client.models(endpoint)).isInstanceOfSatisfying(ModelList.Unknown.class,
                unknown -> assertThat(unknown.why()).isInstanceOf(Failure.ProviderTrouble.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{\"data\":{}}", "{\"data\":[1,2]}", "null"})
    void whatIsNoListNamesNothing(String body) {
        server.enqueue(new MockResponse.Builder().body(body).build());
        assertThat(client.models(endpoint)).satisfiesAnyOf(
                list -> assertThat(list).isEqualTo(new ModelList.Served(Set.of())),
                list -> assertThat(list).isInstanceOf(ModelList.Unknown.class));
    }

    @Test
    void nobodyThereIsAResultToo() {
        server.close();
        assertThat(client.models(endpoint)).isInstanceOfSatisfying(ModelList.Unknown.class,
                unknown -> assertThat(unknown.why()).isInstanceOf(Failure.Unreachable.class));
    }
}
