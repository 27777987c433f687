package dev.katman.provider;

import dev.katman.conversation.Message;
import dev.katman.conversation.Role;
import dev.katman.conversation.Secret;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.Locale;

/** A {@link ChatRequest} as it goes over the wire. */
final class WireRequest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final MediaType TYPE = MediaType.get("application/json");

    private WireRequest() {
    }

    /** @throws IllegalArgumentException when the address or the schema is none, with words for the user */
    static Request of(Endpoint endpoint, ChatRequest request, String userAgent, Watch watch) {
        return to(endpoint, "/chat/completions", userAgent)
                .post(new OneShot(JSON.writeValueAsBytes(body(request))))
                .tag(Watch.class, watch)
                .header("Accept", "text/event-stream, application/json")
                // A compressed stream comes in lumps: the packer waits until it has enough.
                .header("Accept-Encoding", "identity")
                .build();
    }

    /** Asks which models are served. */
    static Request models(Endpoint endpoint, String userAgent) {
        return to(endpoint, "/models", userAgent).header("Accept", "application/json").build();
    }

    private static Request.Builder to(Endpoint endpoint, String path, String userAgent) {
        String base = endpoint.baseUrl().toString();
        HttpUrl url = HttpUrl.parse((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
        if (url == null) {
            throw new IllegalArgumentException("The baseUrl in the catalogue is no http address: " + base);
        }
        var wire = new Request.Builder().url(url)
                // Cloudflare, in front of several providers, turns away who does not say a name: "error code 1010".
                .header("User-Agent", userAgent)
                .header("Connection", "close");
        endpoint.key().filter(WireRequest::canSend).ifPresent(key -> wire.header("Authorization", "Bearer " + key.reveal()));
        return wire;
    }

    /** Whether a key can stand in a header at all; one that was pasted with a line break or a typographic quote cannot. */
    static boolean canSend(Secret key) {
        return key.reveal().chars().allMatch(c -> c > ' ' && c < 127);
    }

    private static ObjectNode body(ChatRequest request) {
        var body = JSON.createObjectNode();
        body.put("model", request.deployment().name());
        body.put("stream", true);
        body.putObject("stream_options").put("include_usage", true);
        body.put(request.deployment().provider().capField().json(), request.cap());
        var messages = body.putArray("messages");
        for (Message message : request.messages()) {
            messages.addObject().put("role", role(message.role())).put("content", message.text());
        }
        request.schema().ifPresent(schema -> {
            var format = body.putObject("response_format").put("type", "json_schema").putObject("json_schema");
            format.put("name", schema.name()).put("strict", true);
            try {
                format.set("schema", JSON.readTree(schema.schema()));
            } catch (JacksonException notJson) {
                throw new IllegalArgumentException("The schema " + schema.name() + " is no JSON.", notJson);
            }
        });
        return body;
    }

    private static String role(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /**
     * A body that OkHttp believes it cannot send twice. Its own recovery is switched off, yet a 503 with {@code retry-after: 0} is
     * repeated all the same; a one-shot body is the one thing that stops every way of repeating a request.
     */
    private static final class OneShot extends RequestBody {
        private final byte[] json;

        OneShot(byte[] json) {
            this.json = json;
        }

        @Override
        public MediaType contentType() {
            return TYPE;
        }

        @Override
        public long contentLength() {
            return json.length;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.write(json);
        }
    }
}
