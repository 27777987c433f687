package dev.katman.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.katman.catalog.Deployment;
import dev.katman.conversation.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;

/** The door: who may come in, and what for. */
final class Front implements HttpHandler {
    /** Bytes of a request; the largest context has some 5 MB of text. */
    private static final int MOST = 16 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Front.class);

    private final byte[] expected;
    private final List<Deployment> served;
    private final Tally tally;
    private final InstantSource clock;
    private final Answers answers;

    Front(Secret token, List<Deployment> served, Tally tally, InstantSource clock, Answers answers) {
        expected = ("Bearer " + token.reveal()).getBytes(StandardCharsets.UTF_8);
        this.served = served;
        this.tally = tally;
        this.clock = clock;
        this.answers = answers;
    }

    /** A fault of ours closes the connection; the server itself would leave it open after an error, and the client waiting. */
    @Override
    public void handle(HttpExchange http) throws IOException {
        try {
            enter(http);
        } catch (RuntimeException | Error fault) {
            LOG.error("the sandbox could not answer {}", http.getRequestURI().getPath(), fault);
            throw new IOException("a fault in the sandbox", fault);
        }
    }

    private void enter(HttpExchange http) throws IOException {
        var wire = new Wire(http);
        byte[] body = http.getRequestBody().readNBytes(MOST + 1); // read before anything is said, or the client's write would break
        String path = http.getRequestURI().getPath();
        String method = http.getRequestMethod();
        if (path.equals("/v1/chat/completions") && method.equals("POST")) {
            Tally.Entry entry = tally.arrived(clock.instant());
            try {
                if (!mayEnter(http)) {
                    wire.refuse(Refusal.key(), entry);
                } else if (body.length > MOST) {
                    wire.refuse(Refusal.bodyTooLarge(MOST), entry);
                } else {
                    answer(wire, body, entry);
                }
            } finally {
                entry.ended();
            }
        } else if (!mayEnter(http)) {
            wire.refuse(Refusal.key());
        } else if (path.equals("/v1/models") && method.equals("GET")) {
            wire.whole(200, models());
        } else {
            wire.refuse(Refusal.unknownAddress(method, path));
        }
    }

    private void answer(Wire wire, byte[] body, Tally.Entry entry) throws IOException {
        switch (WireCall.read(body)) {
            case WireCall.Read.Good(var call) -> answers.answer(wire, call, entry);
            case WireCall.Read.Bad(var refusal, var model) -> {
                entry.asked(model);
                wire.refuse(refusal, entry);
            }
        }
    }

    private boolean mayEnter(HttpExchange http) {
        String given = http.getRequestHeaders().getFirst("Authorization");
        return given != null && MessageDigest.isEqual(expected,
                given.getBytes(StandardCharsets.UTF_8)); // takes as long for any guess
    }

    private byte[] models() {
        var root = Wire.JSON.createObjectNode().put("object", "list");
        var data = root.putArray("data");
        for (Deployment deployment : served) {
            data.addObject().put("id", deployment.name()).put("object", "model").put("created", 0).put("owned_by", "sandbox")
                    .put("active", true).put("context_window", deployment.model().context());
        }
        return Wire.JSON.writeValueAsBytes(root);
    }
}
