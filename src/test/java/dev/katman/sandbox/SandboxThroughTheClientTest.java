package dev.katman.sandbox;

import dev.katman.catalog.Axis;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.Message;
import dev.katman.conversation.Usage;
import dev.katman.provider.ChatRequest;
import dev.katman.provider.Endpoint;
import dev.katman.provider.Failure;
import dev.katman.provider.OpenAiClient;
import dev.katman.provider.Reply;
import dev.katman.provider.ReplyListener;
import dev.katman.provider.Timeouts;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** The program's own client against the sandbox: each understands the other. */
class SandboxThroughTheClientTest {
    @Test
    void theClientUnderstandsAnswersRefusalsAndFaults() {
        try (var caller = new Caller();
                var patient = new OpenAiClient(new Timeouts(Duration.ofSeconds(9), Duration.ofSeconds(9), Duration.ofSeconds(9)), "test");
                var client = new OpenAiClient(new Timeouts(Duration.ofSeconds(2), Duration.ofMillis(400), Duration.ofMillis(400)), "test")) {
            var endpoint = new Endpoint(caller.sandbox.baseUrl(), Optional.of(caller.sandbox.token()));
            var request = new ChatRequest(Caller.catalog().deployments().getLast(), List.of(Message.user("hello")), 900);
            var text = new StringBuilder();
            var listener = new ReplyListener() {
                @Override
                public void text(String delta) {
                    text.append(delta);
                }
            };

            Reply good = patient.stream(endpoint, request, listener, new Cancellation()); // the first call of a process takes its time
            assertThat(text).startsWith("> **Sandbox.**");
            assertThat(good).isInstanceOfSatisfying(Reply.Complete.class, complete -> {
                assertThat(complete.finish()).isEqualTo(Reply.Finish.STOP);
                assertThat(complete.usage()).contains(new Usage(caller.last().promptTokens(), caller.last().completionTokens()));
                assertThat(complete.word().entries()).extracting(entry -> entry.axis()).containsExactlyInAnyOrder(Axis.RPD,
                        Axis.TPM);
            });

            caller.sandbox.script("kimi-k2-instruct=503,cut,reset,silence,silence-after:2,garbage,error,no-usage,429:tpd");
            assertThat(failure(client, endpoint, request)).isInstanceOf(Failure.ProviderTrouble.class);
            assertThat(failure(client, endpoint, request)).isInstanceOf(Failure.Cut.class);
            assertThat(failure(client, endpoint, request)).isInstanceOfAny(Failure.Cut.class, Failure.Unreachable.class);
            assertThat(failure(client, endpoint, request)).isInstanceOf(Failure.TimedOut.class);
            assertThat(failure(client, endpoint, request)).isInstanceOf(Failure.TimedOut.class);
            assertThat(failure(client, endpoint, request)).isInstanceOf(Failure.Garbled.class);
            assertThat(failure(client, endpoint, request)).isInstanceOf(Failure.ProviderTrouble.class);
            assertThat(client.stream(endpoint, request, listener, new Cancellation()).usage()).isEmpty();
            assertThat(failure(client, endpoint, request)).isInstanceOfSatisfying(Failure.RateLimited.class, limited -> {
                assertThat(limited.axis()).contains(Axis.TPD);
                assertThat(limited.used()).hasValue(300_000);
            });
            assertThat(caller.sandbox.calls()).hasSize(10);
        }
    }

    private static Failure failure(OpenAiClient client, Endpoint endpoint, ChatRequest request) {
        return ((Reply.Broken) client.stream(endpoint, request, new ReplyListener() { }, new Cancellation())).failure();
    }
}
