package dev.katman.sandbox;

import dev.katman.catalog.Axis;
import dev.katman.quota.Level;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@Timeout(30)
class SandboxFaultTest {
    private Caller caller = new Caller();

    @AfterEach
    void close() {
        caller.close();
    }

    @Test
    void eachCallTakesOneFaultAndTheNextIsWell() throws Exception {
        caller.sandbox.script("gpt-oss-120b", Fault.OVERLOADED, Fault.NONE, Fault.OVERLOADED);

        assertThat(status()).isEqualTo(503);
        assertThat(status()).isEqualTo(200);
        assertThat(status()).isEqualTo(503);
        assertThat(status()).isEqualTo(200);
        assertThat(caller.sandbox.calls()).extracting(Seen::status).containsExactly(503, 200, 503, 200);
        assertThat(caller.sandbox.calls().getFirst().fault()).contains(Fault.OVERLOADED);
    }

    @Test
    void aScriptedRefusalIsTrueAfterwards() throws Exception {
        caller.sandbox.script("gpt-oss-120b", Fault.parse("429:tpd"));
        HttpResponse<String> response = caller.post(Caller.body(Caller.DEEP, "hello", 100, true));

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(Caller.error(response).path("message").stringValue()).contains("(TPD): Limit 200000, Used 200000, Requested ");
        assertThat(caller.sandbox.level("gpt-oss-120b", Axis.TPD).left()).isZero();
        assertThat(status()).isEqualTo(429);
        assertThat(caller.post(Caller.body(Caller.TONGUE, "hello", 100, true)).statusCode()).isEqualTo(200);
    }

    @Test
    void aResetSendsNothingAndCostsNothing() {
        caller.sandbox.script(Caller.DEEP, Fault.RESET);

        assertThatThrownBy(this::status).isInstanceOf(IOException.class);
        assertThat(caller.last().status()).isZero();
        assertThat(caller.sandbox.level("gpt-oss-120b", Axis.RPD).used()).isZero();
    }

    @Test
    void aCutStreamGivesItsPiecesAndIsChargedForThem() throws Exception {
        caller.sandbox.script(Caller.TONGUE, new Fault.Cut(4));
        List<String> lines = linesUntilItBreaks(Caller.TONGUE);

        assertThat(lines).filteredOn(line -> line.contains("\"content\":") && !line.contains("\"content\":\"\"")).hasSize(4);
        assertThat(lines).noneMatch(line -> line.contains("[DONE]") || line.contains("usage"));
        await().until(() -> caller.last().ended());
        Seen seen = caller.last();
        assertThat(seen.completionTokens()).isBetween(3L, 30L);
        assertThat(caller.sandbox.level("kimi-k2-instruct", Axis.TPM).used()).isEqualTo(seen.promptTokens()
                + seen.completionTokens());
    }

    @Test
    void anErrorInTheStreamComesAfterItsPieces() throws Exception {
        caller.sandbox.script(Caller.TONGUE, new Fault.ErrorInStream(2));
        HttpResponse<String> response = caller.post(Caller.body(Caller.TONGUE, "hello", 300, true));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("event: error\ndata: {\"error\":").doesNotContain("[DONE]");
        assertThat(Caller.chunks(response.body())).hasSize(1 + 2 + 1);
    }

    @Test
    void garbageIsNoChunk() throws Exception {
        caller.sandbox.script(Caller.TONGUE, Fault.GARBAGE);
        HttpResponse<String> response = caller.post(Caller.body(Caller.TONGUE, "hello", 300, true));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).doesNotContain("finish_reason", "[DONE]");
        assertThat(caller.last().completionTokens()).isZero();
        assertThat(caller.last().charged()).isEqualTo(caller.last().promptTokens());
    }

    @Test
    @DisplayName("Q3: an answer that never says its usage is whole, and counted by the provider all the same")
    void anAnswerWithoutUsageIsStillCounted() throws Exception {
        caller.sandbox.script(Caller.TONGUE, Fault.NO_USAGE, Fault.NO_USAGE);

        assertThat(caller.post(Caller.body(Caller.TONGUE, "hello", 900, true)).body()).contains("[DONE]", "\"stop\"")
                .doesNotContain("usage");
        assertThat(caller.post(Caller.body(Caller.TONGUE, "hello", 900, false)).body()).contains("\"stop\"")
                .doesNotContain("usage");
        assertThat(caller.last().charged()).isGreaterThan(caller.last().promptTokens());
    }

    @Test
    void silentConnectionsDoNotHoldUpClosing() {
        caller.sandbox.script(Caller.TONGUE, Fault.SILENCE, new Fault.SilenceAfter(2));
        var first = inBackground();
        var second = inBackground();
        await().until(() -> caller.sandbox.calls().stream().filter(seen -> seen.charged() > 0).count() == 2);
        assertThat(first).isNotDone();

        caller.sandbox.close();
        assertThat(first).failsWithin(Duration.ofSeconds(5));
        assertThat(second).failsWithin(Duration.ofSeconds(5));
        assertThat(caller.sandbox.calls()).allMatch(Seen::ended);
        assertThat(caller.sandbox.levels(caller.now)).allSatisfy(level -> assertThat(level.held()).isZero());
        caller.sandbox.close(); // a second time does nothing
    }

    @Test
    @DisplayName("Q4: a client that goes away in mid-stream is settled with what was written")
    void aClientThatGoesAwayIsSettled() throws Exception {
        caller.close();
        caller = new Caller(new Pace(Duration.ZERO, Duration.ofMillis(2)));
        HttpResponse<InputStream> response = caller.send(caller.request("/chat/completions",
                Caller.body(Caller.TONGUE, "Tell me of the sea", 900, true).toString(), caller.sandbox.token().reveal()),
                BodyHandlers.ofInputStream());
        try (InputStream in = response.body()) {
            assertThat(in.readNBytes(200)).hasSize(200);
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> caller.last().ended());
        Seen seen = caller.last();
        Level level = caller.sandbox.level("kimi-k2-instruct", Axis.TPM);
        assertThat(level.used()).isEqualTo(seen.charged()).isEqualTo(seen.promptTokens() + seen.completionTokens()).isLessThan(900);
        assertThat(level.held()).isZero();
    }

    @Test
    @DisplayName("Q1: many calls at once are admitted up to the limit and counted once each")
    void manyCallsAtOnceAreCountedOnce() throws Exception {
        int calls = 120;
        var start = new CountDownLatch(1);
        var statuses = new ArrayList<Future<Integer>>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < calls; i++) {
                statuses.add(pool.submit(() -> {
                    start.await();
                    return caller.post(Caller.body(Caller.TONGUE, "hi", 5, true)).statusCode();
                }));
            }
            start.countDown();
        }
        int admitted = 0;
        for (var status : statuses) {
            assertThat(status.get()).isIn(200, 429);
            admitted += status.get() == 200 ? 1 : 0;
        }

        List<Seen> seen = caller.sandbox.calls();
        assertThat(seen).hasSize(calls).allMatch(Seen::ended);
        assertThat(admitted).isEqualTo(60);
        assertThat(caller.sandbox.level("kimi-k2-instruct", Axis.RPD).used()).isEqualTo(60);
        assertThat(caller.sandbox.level("kimi-k2-instruct", Axis.TPD).used()).isEqualTo(seen.stream().mapToLong(Seen::charged)
                .sum());
    }

    private int status() throws IOException, InterruptedException {
        return caller.post(Caller.body(Caller.DEEP, "hello", 100, true)).statusCode();
    }

    /** With OkHttp: the JDK's client throws away what came just before a connection broke. */
    private List<String> linesUntilItBreaks(String model) throws IOException {
        var request = new Request.Builder().url(caller.sandbox.baseUrl() + "/chat/completions")
                .header("Authorization", "Bearer " + caller.sandbox.token().reveal())
                .post(RequestBody.create(Caller.body(model, "hello", 300, true).toString(), MediaType.get("application/json")))
                .build();
        var bytes = new ByteArrayOutputStream();
        try (Response response = new OkHttpClient().newCall(request).execute()) {
            assertThatThrownBy(() -> response.body().byteStream().transferTo(bytes)).isInstanceOf(IOException.class);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private CompletableFuture<Integer> inBackground() {
        var result = new CompletableFuture<Integer>();
        Thread.ofVirtual().start(() -> {
            try {
                result.complete(caller.post(Caller.body(Caller.TONGUE, "hello", 300, true)).statusCode());
            } catch (IOException | InterruptedException e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }
}
