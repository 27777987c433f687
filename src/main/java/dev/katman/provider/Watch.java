package dev.katman.provider;

import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Watches over the silences of one call and closes its connection when one lasts too long. OkHttp's own read time-out will not do:
 * the comments that keep a connection open would reset it, and a provider that sends nothing else is as silent as one that is dead.
 * All calls share the timer's one thread. OkHttp reports to it when the connection stands; everything else is told by who reads.
 */
final class Watch extends EventListener implements AutoCloseable {
    /** An error's body is short, and its status says the most: we do not wait long for the rest. */
    private static final Duration ERROR_BODY = Duration.ofSeconds(3);

    /** What follows the last token (usage, the end mark) comes at once or not at all, and the reader has the answer already. */
    private static final Duration TAIL = Duration.ofSeconds(3);

    private final ScheduledExecutorService timer;
    private final Timeouts timeouts;
    private final long began = System.nanoTime();
    private Call call;
    private Future<?> alarm;
    private long round;
    private boolean over;
    private boolean connected;
    private Failure.TimedOut.Phase phase = Failure.TimedOut.Phase.CONNECT;
    private Failure.TimedOut rung;

    Watch(ScheduledExecutorService timer, Timeouts timeouts) {
        this.timer = timer;
        this.timeouts = timeouts;
    }

    /** From here on it can close the call. */
    synchronized void over(Call watched) {
        call = watched;
        await(Failure.TimedOut.Phase.CONNECT, timeouts.connect(), timeouts.connect());
    }

    @Override
    public synchronized void connectionAcquired(Call acquiring, Connection connection) {
        connected = true;
        Duration left = timeouts.firstToken().minusNanos(System.nanoTime() - began);
        await(Failure.TimedOut.Phase.FIRST_TOKEN, timeouts.firstToken(), left);
    }

    /** Text or thinking came. */
    synchronized void token() {
        await(Failure.TimedOut.Phase.BETWEEN_TOKENS, timeouts.betweenTokens(), timeouts.betweenTokens());
    }

    /** The model has stopped; only the tail is missing. */
    synchronized void finished() {
        Duration most = shorter(TAIL, timeouts.betweenTokens());
        await(Failure.TimedOut.Phase.BETWEEN_TOKENS, most, most);
    }

    /** The status was a refusal; its body is still to be read. */
    synchronized void refused() {
        Duration most = shorter(ERROR_BODY, timeouts.firstToken());
        await(Failure.TimedOut.Phase.FIRST_TOKEN, most, most);
    }

    /** Whether the request may have reached the provider. */
    synchronized boolean connected() {
        return connected;
    }

    /** The silence that ended the call, if one did; with the status that had come by then. */
    synchronized Optional<Failure> rung(int http) {
        return Optional.ofNullable(rung).map(silence -> new Failure.TimedOut(silence.phase(), silence.after(), http));
    }

    /** OkHttp gave up by itself on connecting, which has the same figure as ours. */
    Failure connectTimedOut() {
        return new Failure.TimedOut(Failure.TimedOut.Phase.CONNECT, timeouts.connect(), 0);
    }

    @Override
    public synchronized void close() {
        over = true;
        if (alarm != null) {
            alarm.cancel(false);
        }
    }

    private void await(Failure.TimedOut.Phase next, Duration after, Duration in) {
        if (over || rung != null) {
            return;
        }
        if (alarm != null) {
            alarm.cancel(false);
        }
        phase = next;
        long mine = ++round;
        alarm = timer.schedule(() -> ring(mine, after), Math.max(0, in.toNanos()), TimeUnit.NANOSECONDS);
    }

    private void ring(long mine, Duration after) {
        synchronized (this) {
            // A token may have come while this alarm was on its way.
            if (over || mine != round) {
                return;
            }
            rung = new Failure.TimedOut(phase, after, 0);
        }
        call.cancel();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
