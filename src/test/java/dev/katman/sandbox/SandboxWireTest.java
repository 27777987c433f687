package dev.katman.sandbox;

import dev.katman.catalog.Axis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The wire format and the metering, through a real connection. */
class SandboxWireTest {
    private final Caller caller = new Caller();

    @AfterEach
    void close() {
        caller.close();
    }

    @Test
    void aStreamEndsWithItsUsageInBothPlacesAndDone() throws Exception {
        HttpResponse<String> response = caller.post(Caller.body(Caller.TONGUE, "How do I keep a sourdough starter alive?", 900,
                true));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).contains("text/event-stream");
        assertThat(response.body()).endsWith("data: [DONE]\n\n");
        List<JsonNode> chunks = Caller.chunks(response.body());
        JsonNode alone = chunks.getLast();
        JsonNode last = chunks.get(chunks.size() - 2);
        assertThat(alone.path("choices").isEmpty()).isTrue();
        assertThat(last.path("choices").path(0).path("finish_reason").stringValue()).isEqualTo("stop");
        assertThat(last.path("x_groq").path("usage")).isEqualTo(alone.path("usage"));

        Seen seen = caller.last();
        assertThat(seen.ended()).isTrue();
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.model()).isEqualTo(Caller.TONGUE);
        assertThat(alone.path("usage").path("prompt_tokens").asLong()).isEqualTo(seen.promptTokens());
        assertThat(alone.path("usage").path("completion_tokens").asLong()).isEqualTo(seen.completionTokens()).isBetween(100L, 900L);
        assertThat(caller.sandbox.level("kimi-k2-instruct", Axis.TPD).used()).isEqualTo(seen.promptTokens()
                + seen.completionTokens())
                .isEqualTo(seen.charged());
        assertThat(caller.sandbox.level("kimi-k2-instruct", Axis.RPD).used()).isEqualTo(1);
    }

    @Test
    void aStreamAndAWholeAnswerSayTheSame() throws Exception {
        String message = "Explain window functions in SQL";
        var text = new StringBuilder();
        var thinking = new StringBuilder();
        for (JsonNode chunk : Caller.chunks(caller.post(Caller.body(Caller.DEEP, message, 800, true)).body())) {
            JsonNode delta = chunk.path("choices").path(0).path("delta");
            text.append(delta.path("content").asString(""));
            thinking.append(delta.path("reasoning").asString(""));
        }
        caller.now = caller.now.plus(Duration.ofDays(1));
        assertThat(thinking.toString()).isNotBlank();
        assertThat(text.toString()).isEqualTo(caller.text(Caller.body(Caller.DEEP, message, 800, false)));
    }

    @Test
    void anAnswerKeepsToItsCapAndSaysSo() throws Exception {
        HttpResponse<String> response = caller.post(Caller.body(Caller.TONGUE, "hello there", 20, true));
        List<JsonNode> chunks = Caller.chunks(response.body());

        assertThat(chunks.get(chunks.size() - 2).path("choices").path(0).path("finish_reason").stringValue()).isEqualTo("length");
        assertThat(caller.last().completionTokens()).isBetween(1L, 20L);
    }

    @Test
    void theHeadersAreASnapshotWithTheWholeCapReserved() throws Exception {
        HttpResponse<String> response = caller.post(Caller.body(Caller.DEEP, "hello", 900, true));
        long reserved = caller.last().promptTokens() + 900;

        assertThat(header(response, "x-ratelimit-limit-requests")).isEqualTo("1000");
        assertThat(header(response, "x-ratelimit-remaining-requests")).isEqualTo("999");
        assertThat(header(response, "x-ratelimit-reset-requests")).isEqualTo("1m26.4s");
        assertThat(header(response, "x-ratelimit-limit-tokens")).isEqualTo("8000");
        assertThat(header(response, "x-ratelimit-remaining-tokens")).isEqualTo(Long.toString(8_000 - reserved));
        assertThat(header(response, "x-ratelimit-reset-tokens")).isEqualTo(GoDuration.of(Duration.ofNanos(reserved * 7_500_000)));
        assertThat(response.headers().firstValue("retry-after")).isEmpty();
    }

    @Test
    void aFullAxisIsRefusedInTheProvidersOwnWords() throws Exception {
        assertThat(caller.post(Caller.body(Caller.DEEP, "hello", 7_000, false)).statusCode()).isEqualTo(200);
        long used = caller.last().charged();
        HttpResponse<String> response = caller.post(Caller.body(Caller.DEEP, "hello", 7_900, false));
        long requested = caller.last().promptTokens() + 7_900;
        Duration wait = Duration.ofNanos((used + requested - 8_000) * 7_500_000);

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(Caller.error(response).path("message").stringValue()).isEqualTo("Rate limit reached for model "
                + "`openai/gpt-oss-120b` in "
                + "organization `org_sandbox` service tier `on_demand` on tokens per minute (TPM): Limit 8000, Used " + used
                + ", Requested "
                + requested + ". Please try again in " + GoDuration.of(wait) + ".");
        assertThat(Caller.error(response).path("type").stringValue()).isEqualTo("tokens");
        assertThat(Caller.error(response).path("code").stringValue()).isEqualTo("rate_limit_exceeded");
        assertThat(header(response, "retry-after")).isEqualTo(Long.toString(wait.plusNanos(999_999_999).toSeconds()));
        assertThat(caller.last().charged()).isZero();
        assertThat(caller.sandbox.level("gpt-oss-120b", Axis.RPD).used()).isEqualTo(1);

        caller.now = caller.now.plus(wait).plusMillis(1);
        assertThat(caller.post(Caller.body(Caller.DEEP, "hello", 7_900, false)).statusCode()).isEqualTo(200);
    }

    @Test
    void moreThanTheLimitIsTooLargeAndNotToBeRepeated() throws Exception {
        HttpResponse<String> response = caller.post(Caller.body(Caller.DEEP, "hello", 8_000, false));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(Caller.error(response).path("message").stringValue()).contains("Request too large for model",
                "(TPM): Limit 8000, Requested 80")
                .doesNotContain("try again in");
        assertThat(response.headers().firstValue("retry-after")).isEmpty();
    }

    @Test
    void requestsAMinuteAreRefusedAfterExactlyTheLimit() throws Exception {
        for (int i = 0; i < 30; i++) {
            assertThat(caller.post(Caller.body(Caller.DEEP, "hi", 1, false)).statusCode()).isEqualTo(200);
        }
        HttpResponse<String> response = caller.post(Caller.body(Caller.DEEP, "hi", 1, false));

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(Caller.error(response).path("message").stringValue())
                .contains("requests per minute (RPM): Limit 30, Used 30, Requested 1. Please try again in 2s.");
        assertThat(Caller.error(response).path("type").stringValue()).isEqualTo("requests");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not-the-token", "Bearer"})
    void withoutItsTokenNobodyEntersAndTheTokenIsNotToldEither(String token) throws Exception {
        String body = Caller.body(Caller.DEEP, "hello", 10, false).toString();
        for (String path : List.of("/chat/completions", "/models")) {
            HttpResponse<String> response = caller.send(caller.request(path, path.equals("/models") ? null : body,
                    token.isEmpty() ? null : token), BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(Caller.error(response).path("code").stringValue()).isEqualTo("invalid_api_key");
            assertThat(response.body() + response.headers().map()).doesNotContain(caller.sandbox.token().reveal(), "not-the-token");
        }
        assertThat(caller.sandbox.levels(caller.now)).allSatisfy(level -> assertThat(level.used()).isZero());
        assertThat(caller.last().status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "{; 400; not valid JSON",
        "[]; 400; must be a JSON object",
        "{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}; 400; 'model'",
        "{\"model\":\"openai/gpt-oss-120b\"}; 400; 'messages'",
        "{\"model\":\"openai/gpt-oss-120b\",\"messages\":[]}; 400; at least one",
        "{\"model\":\"openai/gpt-oss-120b\",\"messages\":[{\"role\":\"user\"}]}; 400; messages.0",
        "{\"model\":\"openai/gpt-oss-120b\",\"messages\":[{\"role\":\"king\",\"content\":\"x\"}]}; 400; messages.0",
        "{\"model\":\"openai/gpt-oss-120b\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"max_tokens\":0}; 400; at "
        + "least 1",
        "{\"model\":\"openai/gpt-oss-120b\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"max_tokens\":200000}; 400; "
        + "reduce the length",
        "{\"model\":\"gpt-9\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}; 404; `gpt-9`",
    })
    void aBadRequestIsToldWhatIsWrongWithIt(String body, int status, String says) throws Exception {
        HttpResponse<String> response = caller.post(body);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Caller.error(response).path("message").stringValue()).contains(says);
        assertThat(caller.last().status()).isEqualTo(status);
        assertThat(caller.last().charged()).isZero();
    }

    @Test
    void theModelsAreListedUnderTheirNamesOnTheWire() throws Exception {
        HttpResponse<String> response = caller.send(caller.request("/models", null, caller.sandbox.token().reveal()),
                BodyHandlers.ofString());

        assertThat(Caller.JSON.readTree(response.body()).path("data").findValuesAsString("id")).containsExactly(Caller.DEEP,
                Caller.TONGUE);
        assertThat(caller.sandbox.calls()).isEmpty();
        assertThat(caller.send(caller.request("/nothing", null, caller.sandbox.token().reveal()), BodyHandlers.ofString())
                .statusCode())
                .isEqualTo(404);
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElseThrow();
    }
}
