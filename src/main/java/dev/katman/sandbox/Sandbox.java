package dev.katman.sandbox;

import com.sun.net.httpserver.HttpServer;
import dev.katman.catalog.Axis;
import dev.katman.catalog.Catalog;
import dev.katman.catalog.Deployment;
import dev.katman.classify.LocalJudge;
import dev.katman.context.TokenCounter;
import dev.katman.conversation.Secret;
import dev.katman.quota.Ledger;
import dev.katman.quota.Level;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;

/**
 * The embedded provider, listening on a free port of the loopback address, for whoever has its token. It serves the deployments of
 * the catalogue's embedded provider under their own names and within their own limits.
 *
 * <p>Safe for use by many threads.
 */
public final class Sandbox implements AutoCloseable {
    /** Calls that may wait to be taken up, for batches that start all at once. */
    private static final int BACKLOG = 512;

    static {
        // Else the server leaves small writes to Nagle's algorithm: each answer starts some 40 ms late, and a stream comes in
        // lumps.
        // It reads the property once, before its first connection.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final InstantSource clock;
    private final Ledger ledger;
    private final Script script;
    private final Tally tally = new Tally();
    private final Secret token;

    private Sandbox(HttpServer server, ExecutorService threads, Catalog catalog, LocalJudge judge, InstantSource clock,
            RandomGenerator random, Pace pace) {
        this.server = server;
        this.threads = threads;
        this.clock = clock;
        List<Deployment> served = catalog.deployments().stream().filter(d -> d.provider().embedded()).toList();
        ledger = new Ledger(new Catalog(catalog.providers(), catalog.models(), served, Map.of(), catalog.policy()));
        script = new Script(served);
        var bits = new byte[24];
        random.nextBytes(bits);
        token = new Secret("katman-sandbox-" + HexFormat.of().formatHex(bits));
        var counter = new TokenCounter();
        var answers = new Answers(served, ledger, counter, new Speaker(judge, counter), script, clock, pace);
        server.createContext("/", new Front(token, served, tally, clock, answers));
        server.setExecutor(threads);
    }

    /**
     * Starts it.
     *
     * @param catalog what it serves: the deployments of the embedded provider
     * @param judge   answers the router's question
     * @param clock   for its levels
     * @param random  for its token; a {@link java.security.SecureRandom} outside tests
     * @param pace    how fast it writes
     * @throws UncheckedIOException if no port can be had
     */
    public static Sandbox start(Catalog catalog, LocalJudge judge, InstantSource clock, RandomGenerator random, Pace pace) {
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox cannot listen on this machine's loopback address", e);
        }
        var threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("sandbox-", 0).factory());
        var sandbox = new Sandbox(server, threads, catalog, judge, clock, random, pace);
        server.start();
        return sandbox;
    }

    /** What {@code /chat/completions} is appended to. */
    public URI baseUrl() {
        InetSocketAddress address = server.getAddress();
        String host = address.getAddress().getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort() + "/v1");
    }

    /** The one bearer token that it accepts; another in each run. */
    public Secret token() {
        return token;
    }

    /**
     * What is to befall the next calls of a model, one each, after those already scripted.
     *
     * @param model its short name or its name on the wire
     * @throws IllegalArgumentException if the sandbox does not serve it
     */
    public void script(String model, Fault... faults) {
        script.add(model, List.of(faults));
    }

    /**
     * As {@link #script(String, Fault...)}, from text such as {@code kimi-k2-instruct=503,cut;gpt-oss-120b=429}; all of it or
     * nothing.
     *
     * @throws IllegalArgumentException that names what is wrong and what would be right
     */
    public void script(String spec) {
        script.add(spec);
    }

    /** The requests for an answer so far, oldest first, those still running included; the newest {@value Tally#MOST} of them. */
    public List<Seen> calls() {
        return tally.calls();
    }

    /** Its own levels: the truth that our ledger must never fall below. */
    public List<Level> levels(Instant now) {
        return ledger.levels(now);
    }

    /** One of them, by the short name of the model. */
    Level level(String model, Axis axis) {
        return ledger.levels(clock.instant()).stream().filter(l -> l.deployment().model().equals(model) && l.axis() == axis)
                .findFirst()
                .orElseThrow();
    }

    /** Breaks off whatever is still being written; silent connections do not hold it up. */
    @Override
    public void close() {
        threads.shutdownNow(); // first, so that whoever is silent or pacing ends and settles
        server.stop(0);
        threads.close();
    }
}
