package dev.katman.sandbox;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Catalog;
import dev.katman.catalog.Deployment;
import dev.katman.catalog.Law;
import dev.katman.catalog.Limits;
import dev.katman.catalog.Model;
import dev.katman.catalog.Policy;
import dev.katman.catalog.Provider;
import dev.katman.classify.Assessment;
import dev.katman.classify.MessageType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** A sandbox with a clock that stands until it is moved, and a real HTTP client before it. */
final class Caller implements AutoCloseable {
    static final String DEEP = "openai/gpt-oss-120b";
    static final String TONGUE = "moonshotai/kimi-k2-instruct";
    static final JsonMapper JSON = JsonMapper.builder().build();

    final Sandbox sandbox;
    volatile Instant now = Instant.parse("2026-11-22T09:00:00Z");
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Caller() {
        this(Pace.INSTANT);
    }

    Caller(Pace pace) {
        sandbox = Sandbox.start(catalog(), (message, before) -> new Assessment(MessageType.TASK, message.contains("hard") ? 9 : 3, 0.8,
                Assessment.LOCAL, Duration.ZERO), () -> now, new Random(7), pace);
    }

    static Catalog catalog() {
        var provider = new Provider("sandbox", "Sandbox", Optional.empty(), Optional.empty(), Provider.Kind.EMBEDDED,
                new Law.Draining(),
                Provider.CapField.MAX_COMPLETION_TOKENS);
        var deep = new Model("gpt-oss-120b", "GPT-OSS 120B", 131_072, Model.Vocabulary.O200K, true);
        var tongue = new Model("kimi-k2-instruct", "Kimi K2", 131_072, Model.Vocabulary.OTHER, false);
        return new Catalog(List.of(provider), List.of(deep, tongue), List.of(
                new Deployment(deep, provider, DEEP, limits(30, 1_000, 8_000, 200_000), Optional.empty(), Optional.empty(),
                        OptionalInt.empty()),
                new Deployment(tongue, provider, TONGUE, limits(60, 1_000, 10_000, 300_000), Optional.empty(), Optional.empty(),
                        OptionalInt.empty())), Map.of(), Policy.FOUNDING);
    }

    private static Limits limits(long rpm, long rpd, long tpm, long tpd) {
        return new Limits(Map.of(Axis.RPM, rpm, Axis.RPD, rpd, Axis.TPM, tpm, Axis.TPD, tpd));
    }

    static ObjectNode body(String model, String text, int cap, boolean stream) {
        ObjectNode body = JSON.createObjectNode().put("model", model).put("max_completion_tokens", cap).put("stream", stream);
        body.putArray("messages").addObject().put("role", "user").put("content", text);
        if (stream) {
            body.putObject("stream_options").put("include_usage", true);
        }
        return body;
    }

    HttpRequest request(String path, String body, String token) {
        var request = HttpRequest.newBuilder(sandbox.baseUrl().resolve("/v1" + path)).timeout(Duration.ofSeconds(8));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return (body == null ? request.GET() : request.POST(HttpRequest.BodyPublishers.ofString(body))).build();
    }

    HttpResponse<String> post(ObjectNode body) throws IOException, InterruptedException {
        return post(body.toString());
    }

    HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return http.send(request("/chat/completions", body, sandbox.token().reveal()), HttpResponse.BodyHandlers.ofString());
    }

    <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) throws IOException, InterruptedException {
        return http.send(request, handler);
    }

    /** Asks for a whole answer and gives its text. */
    String text(ObjectNode body) throws IOException, InterruptedException {
        HttpResponse<String> response = post(body);
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body()).path("choices").path(0).path("message").path("content").stringValue();
    }

    String text(String model, String message) throws IOException, InterruptedException {
        return text(body(model, message, 1_000, false));
    }

    static List<JsonNode> chunks(String stream) {
        var chunks = new ArrayList<JsonNode>();
        for (String line : stream.split("\n")) {
            if (line.startsWith("data: {")) {
                chunks.add(JSON.readTree(line.substring(6)));
            }
        }
        return chunks;
    }

    static JsonNode error(HttpResponse<String> response) {
        return JSON.readTree(response.body()).path("error");
    }

    Seen last() {
        return sandbox.calls().getLast();
    }

    @Override
    public void close() {
        http.shutdownNow();
        sandbox.close();
    }
}
