package dev.katman.provider;

import dev.katman.conversation.Cancellation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import static dev.katman.provider.Calls.delta;
import static dev.katman.provider.Calls.finish;
import static org.assertj.core.api.Assertions.assertThat;

/** Resets, cuts, silences and a reader who stops, on real sockets. */
class BrokenWireTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(150);

    private final Heard heard = new Heard();
    private final Cancellation cancellation = new Cancellation();
    private OpenAiClient client = new OpenAiClient(Calls.PATIENT, "Katman/test");

    @AfterEach
    void stop() {
        client.close();
    }

    @Test
    void aResetBeforeTheAnswerIsNotTriedAgain() throws IOException {
        try (var server = new RawServer(line -> {
            line.request();
            line.reset();
        })) {
            assertThat(failure(ask(server), false)).isInstanceOf(Failure.Cut.class).returns(0, Failure::http);
            assertThat(server.requests).hasValue(1);
            assertThat(server.connections).hasValue(1);
        }
    }

    @Test
    void aGoodbyeInPlaceOfAnAnswerIsNotTriedAgain() throws IOException {
        try (var server = new RawServer(RawServer.Line::request)) {
            assertThat(failure(ask(server), false)).isInstanceOf(Failure.Cut.class);
            assertThat(server.requests).hasValue(1);
            assertThat(server.connections).hasValue(1);
        }
    }

    @Test
    void noConnectionIsLeftToGoStale() throws IOException {
        String body = delta("x") + finish("stop") + "data: [DONE]\n\n";
        try (var server = new RawServer(line -> {
            // Offers to keep the connection, and goes away in silence when it is asked a second time.
            line.request();
            line.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: keep-alive\r\nContent-Length: "
                    + body.length() + "\r\n\r\n" + body);
            line.request();
        })) {
            for (int call = 1; call <= 3; call++) {
                assertThat(ask(server)).isInstanceOf(Reply.Complete.class);
                assertThat(server.requests).hasValue(call);
                assertThat(server.connections).hasValue(call);
            }
        }
    }

    @Test
    void aResetInTheMiddleIsACutAndKeepsWhatCame() throws IOException {
        try (var server = new RawServer(line -> {
            line.request();
            line.send(RawServer.EVENTS + delta("Mer"));
            heard.first.await(5, TimeUnit.SECONDS);
            line.reset();
        })) {
            assertThat(failure(ask(server), true)).isInstanceOf(Failure.Cut.class).returns(200, Failure::http);
            assertThat(heard.text).hasToString("Mer");
            assertThat(server.requests).hasValue(1);
        }
    }

    @Test
    void whatIsNoHttpIsGarbled() throws IOException {
        try (var server = new RawServer(line -> {
            line.request();
            line.send("SSH-2.0-OpenSSH_9.9\r\n\r\n");
        })) {
            assertThat(failure(ask(server), false)).isInstanceOf(Failure.Garbled.class).returns(0, Failure::http);
        }
    }

    @Test
    void nobodyThereIsUnreachable() throws IOException {
        int free;
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = probe.getLocalPort();
        }
        assertThat(failure(client.stream(Calls.at(free), Calls.request(), heard, cancellation), false))
                .isInstanceOf(Failure.Unreachable.class);
    }

    @Test
    void aHandshakeThatNeverEndsTimesOutWhileConnecting() throws IOException {
        patience(SHORT, LONG, LONG);
        try (var server = new RawServer(RawServer.Line::untilClosed)) {
            var endpoint = new Endpoint(URI.create("https://127.0.0.1:" + server.port() + "/v1"), Optional.empty());
            assertTimedOut(client.stream(endpoint, Calls.request(), heard, cancellation), Failure.TimedOut.Phase.CONNECT, false, 0);
        }
    }

    @Test
    void aServerThatDoesNotSpeakTlsIsUnreachable() throws IOException {
        try (var server = new RawServer(line -> line.send("HTTP/1.1 400 Bad Request\r\n\r\n"))) {
            var endpoint = new Endpoint(URI.create("https://127.0.0.1:" + server.port() + "/v1"), Optional.empty());
            assertThat(failure(client.stream(endpoint, Calls.request(), heard, cancellation), false))
                    .isInstanceOf(Failure.Unreachable.class);
        }
    }

    @Test
    void silenceBeforeTheHeadersTimesOutForTheFirstToken() throws IOException {
        patience(LONG, SHORT, LONG);
        try (var server = new RawServer(line -> {
            line.request();
            line.untilClosed();
        })) {
            assertTimedOut(ask(server), Failure.TimedOut.Phase.FIRST_TOKEN, false, 0);
            assertThat(server.requests).hasValue(1);
        }
    }

    @Test
    void commentsAndEmptyPiecesAreNoLife() throws IOException {
        patience(LONG, SHORT, LONG);
        try (var server = new RawServer(line -> {
            line.request();
            line.send(RawServer.EVENTS);
            while (true) {
                line.send(": still here\n\n" + Calls.data("{\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}"));
                Thread.onSpinWait();
            }
        })) {
            assertTimedOut(ask(server), Failure.TimedOut.Phase.FIRST_TOKEN, false, 200);
        }
    }

    @Test
    void silenceAfterATokenTimesOutBetweenTokens() throws IOException {
        patience(LONG, LONG, SHORT);
        try (var server = new RawServer(line -> {
            line.request();
            line.send(RawServer.EVENTS + delta("Mer"));
            line.untilClosed();
        })) {
            assertTimedOut(ask(server), Failure.TimedOut.Phase.BETWEEN_TOKENS, true, 200);
        }
    }

    @Test
    void silenceAfterTheFinishIsNoHarm() throws IOException {
        patience(LONG, LONG, SHORT);
        try (var server = new RawServer(line -> {
            line.request();
            line.send(RawServer.EVENTS + delta("Mer") + finish("stop"));
            line.untilClosed();
        })) {
            assertThat(ask(server)).isInstanceOf(Reply.Complete.class);
        }
    }

    @Test
    void aRefusalWhoseBodyNeverComesIsStillARefusal() throws IOException {
        patience(LONG, SHORT, LONG);
        try (var server = new RawServer(line -> {
            line.request();
            line.send("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 100\r\nRetry-After: 9\r\n\r\n{\"err");
            line.untilClosed();
        })) {
            assertThat(failure(ask(server), false)).isInstanceOfSatisfying(Failure.ProviderTrouble.class,
                    trouble -> assertThat(trouble.retryAfter()).contains(Duration.ofSeconds(9)));
        }
    }

    @Test
    void whoeverStopsClosesTheConnectionAtOnce() throws Exception {
        var seen = new CompletableFuture<Boolean>();
        try (var server = new RawServer(line -> {
            line.request();
            line.send(RawServer.EVENTS + delta("Mer"));
            try {
                line.untilClosed();
            } finally {
                seen.complete(true);
            }
        })) {
            Future<Reply> reply = later(server);
            assertThat(heard.first.await(5, TimeUnit.SECONDS)).isTrue();
            cancellation.cancel();
            assertThat(failure(reply.get(5, TimeUnit.SECONDS), true)).isEqualTo(new Failure.Cancelled(200));
            assertThat(seen.get(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whoeverStopsHearsNothingMoreOfWhatWasAlreadyHere() throws IOException {
        try (var server = new RawServer(line -> {
            line.request();
            line.send(RawServer.EVENTS + delta("one") + delta("two").repeat(50));
            line.untilClosed();
        })) {
            var reply = client.stream(Calls.at(server.port()), Calls.request(), new ReplyListener() {
                @Override
                public void text(String delta) {
                    heard.text(delta);
                    cancellation.cancel();
                }
            }, cancellation);
            assertThat(failure(reply, true)).isInstanceOf(Failure.Cancelled.class);
            assertThat(heard.text).hasToString("one");
        }
    }

    @Test
    void whoeverStopsWhileWaitingDoesNotWait() throws Exception {
        var waiting = new CountDownLatch(1);
        try (var server = new RawServer(line -> {
            line.request();
            waiting.countDown();
            line.untilClosed();
        })) {
            Future<Reply> reply = later(server);
            assertThat(waiting.await(5, TimeUnit.SECONDS)).isTrue();
            cancellation.cancel();
            assertThat(failure(reply.get(5, TimeUnit.SECONDS), false)).isEqualTo(new Failure.Cancelled(0));
        }
    }

    @Test
    void whoeverStoppedBeforeSendsNothing() throws IOException {
        try (var server = new RawServer(RawServer.Line::request)) {
            cancellation.cancel();
            assertThat(failure(ask(server), false)).isInstanceOf(Failure.Cancelled.class);
            assertThat(server.connections).hasValue(0);
        }
    }

    @Test
    void closingTheClientEndsItsCalls() throws Exception {
        try (var server = new RawServer(line -> {
            line.request();
            line.send(RawServer.EVENTS + delta("Mer"));
            line.untilClosed();
        })) {
            Future<Reply> reply = later(server);
            assertThat(heard.first.await(5, TimeUnit.SECONDS)).isTrue();
            client.close();
            assertThat(failure(reply.get(5, TimeUnit.SECONDS), true)).isInstanceOf(Failure.Cancelled.class);
        }
    }

    @Test
    void interruptingTheThreadEndsItsCall() throws Exception {
        try (var server = new RawServer(line -> {
            line.request();
            line.send(RawServer.EVENTS + delta("Mer"));
            line.untilClosed();
        })) {
            var reply = new FutureTask<>(() -> ask(server));
            Thread thread = Thread.ofVirtual().start(reply);
            assertThat(heard.first.await(5, TimeUnit.SECONDS)).isTrue();
            thread.interrupt();
            assertThat(failure(reply.get(5, TimeUnit.SECONDS), true)).isInstanceOf(Failure.Cancelled.class);
        }
    }

    private void patience(Duration connect, Duration firstToken, Duration betweenTokens) {
        client.close();
        client = new OpenAiClient(new Timeouts(connect, firstToken, betweenTokens), "Katman/test");
    }

    private Reply ask(RawServer server) {
        return client.stream(Calls.at(server.port()), Calls.request(), heard, cancellation);
    }

    private Future<Reply> later(RawServer server) {
        var reply = new FutureTask<>(() -> ask(server));
        Thread.ofVirtual().start(reply);
        return reply;
    }

    private static void assertTimedOut(Reply reply, Failure.TimedOut.Phase phase, boolean started, int http) {
        assertThat(failure(reply, started)).isEqualTo(new Failure.TimedOut(phase, SHORT, http));
    }

    private static Failure failure(Reply reply, boolean started) {
        assertThat(reply).isInstanceOf(Reply.Broken.class);
        assertThat(((Reply.Broken) reply).started()).isEqualTo(started);
        return ((Reply.Broken) reply).failure();
    }
}
