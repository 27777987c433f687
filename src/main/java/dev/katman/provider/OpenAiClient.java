package dev.katman.provider;

import dev.katman.conversation.Cancellation;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.ProxySelector;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The client for everything that speaks OpenAI's chat completions: {@code POST {baseUrl}/chat/completions}, streamed. One call of
 * {@link #stream} is at most one request on the wire, whatever happens; trying again, here or elsewhere, is for who called.
 */
public final class OpenAiClient implements ChatClient {
    /** The most of an error's body that is looked at, in bytes; the longest real ones repeat a failed generation. */
    private static final int MOST_OF_AN_ERROR = 256 << 10;

    /** A list of models is a courtesy: nobody waits long for it. */
    private static final Duration LISTING = Duration.ofSeconds(5);

    private final OkHttpClient http;
    private final OkHttpClient lister;
    private final ScheduledThreadPoolExecutor timer;
    private final Timeouts timeouts;
    private final String userAgent;
    private final Set<Call> live = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * One that goes straight to where it is sent.
     *
     * @param timeouts  how long a call may be silent
     * @param userAgent the name that is sent with every request; printable ASCII, not blank
     */
    public OpenAiClient(Timeouts timeouts, String userAgent) {
        this(timeouts, userAgent, ProxySelector.of(null), new java.net.Authenticator() { });
    }

    /**
     * @param proxies asked for each call by which way it goes
     * @param logins  asked for the name and the password that an HTTP proxy wants; a SOCKS proxy's are asked of the JDK's default one
     */
    public OpenAiClient(Timeouts timeouts, String userAgent, ProxySelector proxies, java.net.Authenticator logins) {
        this.timeouts = Objects.requireNonNull(timeouts);
        if (userAgent.isBlank() || !userAgent.chars().allMatch(c -> c >= ' ' && c < 127)) {
            throw new IllegalArgumentException("a user agent is printable ASCII and not blank: " + userAgent);
        }
        this.userAgent = userAgent;
        timer = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("katman-silence-watch").factory());
        timer.setRemoveOnCancelPolicy(true);
        timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy()); // a call that is still ending while we close
        var login = new ProxyLogin(logins);
        http = new OkHttpClient.Builder()
                // No second request that nobody asked for: see also WireRequest.OneShot. A refused or misdirected HTTP/2 stream is
                // among OkHttp's reasons for one; with HTTP/1.1 there is none of those, and to cancel is to close the connection.
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .authenticator(Authenticator.NONE)
                .proxyAuthenticator(login)
                .addNetworkInterceptor(login)
                .protocols(List.of(Protocol.HTTP_1_1))
                // And no pool, as WireRequest says with "Connection: close". OkHttp looks whether a pooled connection still
                // lives only after ten idle seconds, while Node and uvicorn close theirs after five. With no second attempt, a
                // call on one that was just closed would be lost for nothing. A new TLS connection costs two round trips
                // (TLS 1.3), which is the smaller price.
                // Without room for an idle one OkHttp closes each at once. The time is only how often it looks whether they still are
                // in use, and it would look without a pause if there were none.
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.MINUTES))
                .proxySelector(proxies)
                .connectTimeout(timeouts.connect())
                // The silences after that are the watch's.
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .eventListenerFactory(call -> call.request().tag(Watch.class))
                .build();
        lister = http.newBuilder().eventListenerFactory(call -> EventListener.NONE).callTimeout(LISTING).build();
    }

    @Override
    public Reply stream(Endpoint endpoint, ChatRequest request, ReplyListener listener, Cancellation cancellation) {
        if (endpoint.key().isPresent() && !WireRequest.canSend(endpoint.key().get())) {
            String reason = "The key holds a character that no key has. Enter it again, without blanks or quotes.";
            return broken(new Failure.KeyRefused(0, reason), RateWord.NONE);
        }
        var redaction = new Redaction(endpoint.key());
        try (var watch = new Watch(timer, timeouts)) {
            Request wire;
            try {
                wire = WireRequest.of(endpoint, request, userAgent, watch);
            } catch (IllegalArgumentException unsendable) {
                return broken(new Failure.BadRequest(0, redaction.reason(unsendable.getMessage(), "")), RateWord.NONE);
            }
            Call call = http.newCall(wire);
            live.add(call);
            if (stopped(cancellation)) {
                live.remove(call);
                return broken(new Failure.Cancelled(0), RateWord.NONE);
            }
            watch.over(call);
            try (var _ = cancellation.onCancel(call::cancel); Response response = call.execute()) {
                return answer(response, listener, watch, cancellation, redaction);
            } catch (IOException silent) {
                Failure why = stopped(cancellation) ? new Failure.Cancelled(0) : unanswered(silent, watch, redaction);
                return broken(why, RateWord.NONE);
            } finally {
                live.remove(call);
            }
        }
    }

    @Override
    public ModelList models(Endpoint endpoint) {
        var redaction = new Redaction(endpoint.key());
        Call call = lister.newCall(WireRequest.models(endpoint, userAgent));
        live.add(call);
        try (Response response = call.execute()) {
            if (!response.isSuccessful()) {
                return new ModelList.Unknown(WireErrors.of(response.code(), response.headers(), errorBody(response.body().source()),
                        redaction));
            }
            return Listing.read(response, redaction);
        } catch (IOException silent) {
            return new ModelList.Unknown(new Failure.Unreachable(
                    redaction.reason(String.valueOf(silent.getMessage()), silent.getClass().getSimpleName()), isRefusedByProxy(silent)));
        } finally {
            live.remove(call);
        }
    }

    private Reply answer(Response response, ReplyListener listener, Watch watch, Cancellation cancellation, Redaction redaction) {
        RateWord word = RateHeaders.read(response.headers());
        if (response.isSuccessful()) {
            return new AnswerReader(response.code(), listener, watch, () -> stopped(cancellation), redaction).read(response, word);
        }
        watch.refused();
        String body = errorBody(response.body().source());
        if (stopped(cancellation)) {
            return broken(new Failure.Cancelled(response.code()), word);
        }
        Failure failure = WireErrors.of(response.code(), response.headers(), body, redaction);
        return broken(failure, withBody(word, failure));
    }

    /** Nothing came back, not even a status. */
    private static Failure unanswered(IOException silent, Watch watch, Redaction redaction) {
        String reason = redaction.reason(String.valueOf(silent.getMessage()), silent.getClass().getSimpleName());
        return watch.rung(0).orElseGet(() -> {
            if (isRefusedByProxy(silent)) {
                return new Failure.Unreachable(reason, true);
            }
            if (!watch.connected()) {
                return silent instanceof SocketTimeoutException ? watch.connectTimedOut() : new Failure.Unreachable(reason);
            }
            // The request may have arrived, and may be counted: nobody knows.
            return silent instanceof ProtocolException ? new Failure.Garbled(0, reason) : new Failure.Cut(0, reason);
        });
    }

    /** The JDK has no other sign of it for a SOCKS proxy than its words. */
    private static boolean isRefusedByProxy(IOException silent) {
        return silent instanceof ProxyLogin.Refused || silent instanceof SocketException
                && String.valueOf(silent.getMessage()).matches("SOCKS ?: ?(?:authentication failed|No acceptable methods)");
    }

    private static String errorBody(BufferedSource source) {
        var body = new Buffer();
        try {
            while (body.size() < MOST_OF_AN_ERROR && source.read(body, MOST_OF_AN_ERROR - body.size()) != -1) {
                // until its end
            }
        } catch (IOException cut) {
            // The status has come, and what there is of the body will do.
        }
        return body.readUtf8();
    }

    /** The body of a refusal speaks of axes that are in no header, and more recently. */
    private static RateWord withBody(RateWord word, Failure failure) {
        if (!(failure instanceof Failure.RateLimited limited) || limited.axis().isEmpty() || limited.used().isEmpty()) {
            return word;
        }
        var entries = new ArrayList<>(word.entries());
        entries.removeIf(entry -> entry.axis() == limited.axis().get() && entry.used().orElse(0) <= limited.used().getAsLong());
        if (entries.stream().noneMatch(entry -> entry.axis() == limited.axis().get())) {
            entries.add(new RateWord.Entry(limited.axis().get(), limited.limit(), limited.used(), Optional.empty()));
        }
        return new RateWord(entries);
    }

    /** By the reader, by who interrupts the thread, or because the program ends. */
    private boolean stopped(Cancellation cancellation) {
        return closed || cancellation.isCancelled() || Thread.currentThread().isInterrupted();
    }

    private static Reply broken(Failure failure, RateWord word) {
        return new Reply.Broken(failure, false, Optional.empty(), word);
    }

    /** Ends the calls that are still running; their replies are {@link Failure.Cancelled}. */
    @Override
    public void close() {
        closed = true;
        live.forEach(Call::cancel);
        http.dispatcher().executorService().shutdown();
        timer.shutdownNow();
    }
}
