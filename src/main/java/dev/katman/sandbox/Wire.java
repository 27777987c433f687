package dev.katman.sandbox;

import com.sun.net.httpserver.HttpExchange;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * One connection's answer. To break it off, throw: the server then closes the connection without the ending that would make it look
 * complete.
 */
final class Wire {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpExchange http;
    private OutputStream out;

    Wire(HttpExchange http) {
        this.http = http;
    }

    void headers(Map<String, String> headers) {
        headers.forEach(http.getResponseHeaders()::set);
    }

    void refuse(Refusal refusal, Tally.Entry entry) throws IOException {
        entry.status(refusal.status());
        entry.ended(); // before the client can look
        refuse(refusal);
    }

    void refuse(Refusal refusal) throws IOException {
        refusal.retryAfter().ifPresent(wait -> http.getResponseHeaders().set("retry-after", seconds(wait)));
        var root = JSON.createObjectNode();
        ObjectNode error = root.putObject("error").put("message", refusal.message()).put("type", refusal.type());
        if (!refusal.code().isEmpty()) {
            error.put("code", refusal.code());
        }
        refusal.generation().ifPresent(text -> error.put("failed_generation", text));
        whole(refusal.status(), JSON.writeValueAsBytes(root));
    }

    /** An answer of known length. */
    void whole(int status, byte[] json) throws IOException {
        http.getResponseHeaders().set("Content-Type", "application/json");
        http.sendResponseHeaders(status, json.length);
        http.getResponseBody().write(json);
        http.close();
    }

    /** Status 200 and its headers; the rest follows. */
    void begin(boolean stream) throws IOException {
        http.getResponseHeaders().set("Content-Type", stream ? "text/event-stream" : "application/json");
        http.getResponseHeaders().set("Cache-Control", "no-cache");
        http.sendResponseHeaders(200, 0);
        out = http.getResponseBody();
    }

    void raw(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    void data(ObjectNode chunk) throws IOException {
        raw("data: " + JSON.writeValueAsString(chunk) + "\n\n");
    }

    void end() {
        http.close();
    }

    private static String seconds(Duration wait) {
        return Long.toString(wait.plusNanos(999_999_999).toSeconds());
    }
}
