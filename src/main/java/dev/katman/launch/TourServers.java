package dev.katman.launch;

import com.sun.net.httpserver.HttpServer;
import dev.katman.catalog.CatalogReader;
import dev.katman.classify.RuleJudge;
import dev.katman.sandbox.Pace;
import dev.katman.sandbox.Sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;

/** What the settings are photographed with: a provider that wants the right key, and a model server on this machine. Nothing leaves it. */
final class TourServers implements AutoCloseable {
    private static final String MODELS = "{\"data\":[{\"id\":\"gemma3:4b\"},{\"id\":\"qwen3:8b\"}]}";

    private final Sandbox provider;
    private final HttpServer local;

    TourServers(Clock clock) throws IOException {
        provider = Sandbox.start(CatalogReader.embedded(), new RuleJudge(), clock, new Random(1), Pace.INSTANT);
        local = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        local.createContext("/v1/models", exchange -> {
            byte[] body = MODELS.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        local.start();
    }

    /** Writes a catalogue in which they stand. */
    void standIn(Path home) throws IOException {
        try (var embedded = TourServers.class.getResourceAsStream("/assets/catalog.json")) {
            if (embedded == null) {
                throw new IOException("the embedded catalogue is missing");
            }
            String text = new String(embedded.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("https://api.groq.com/openai/v1", provider.baseUrl().toString())
                    .replace("http://127.0.0.1:11434/v1", "http://127.0.0.1:" + local.getAddress().getPort() + "/v1");
            Files.writeString(home.resolve("catalog.json"), text);
        }
    }

    @Override
    public void close() {
        local.stop(0);
        provider.close();
    }
}
