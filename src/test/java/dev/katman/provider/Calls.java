package dev.katman.provider;

import dev.katman.catalog.Deployment;
import dev.katman.catalog.Law;
import dev.katman.catalog.Limits;
import dev.katman.catalog.Model;
import dev.katman.catalog.Provider;
import dev.katman.conversation.Message;
import dev.katman.conversation.Secret;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What the tests of this room ask with. */
final class Calls {
    static final String KEY = "gsk_Q7fXv0aB3cD9eF1gH5jK";
    static final Timeouts PATIENT = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5));

    private Calls() {
    }

    static Deployment deployment(Provider.CapField capField) {
        var provider = new Provider("groq", "Groq", Optional.of(URI.create("http://127.0.0.1:1/v1")), Optional.empty(),
                Provider.Kind.REMOTE, new Law.Draining(), capField);
        var model = new Model("gpt-oss-120b", "GPT-OSS 120B", 131_072, Model.Vocabulary.O200K, true);
        return new Deployment(model, provider, "openai/gpt-oss-120b", Limits.NONE, Optional.empty(), Optional.empty(),
                OptionalInt.empty());
    }

    static ChatRequest request() {
        return new ChatRequest(deployment(Provider.CapField.MAX_COMPLETION_TOKENS), List.of(Message.user("Merhaba")), 64);
    }

    static Endpoint at(int port) {
        return new Endpoint(URI.create("http://127.0.0.1:" + port + "/v1"), Optional.of(new Secret(KEY)));
    }

    static String data(String json) {
        return "data: " + json + "\n\n";
    }

    static String delta(String text) {
        return data("{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"},\"finish_reason\":null}]}");
    }

    static String finish(String reason) {
        return data("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason + "\"}]}");
    }
}
