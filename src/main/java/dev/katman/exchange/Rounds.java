package dev.katman.exchange;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Something that is done again and again on a thread of its own. It is ended by a flag and never by an interrupt, because an interrupt that
 * hits the database in mid-read closes its file for everybody.
 */
final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    /** A round that asks a slow provider ends with the provider's time-out; the program does not wait for that. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String name;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean closed;
    private Thread thread;

    Rounds(String name) {
        this.name = name;
    }

    /**
     * Begins; a second call does nothing.
     *
     * @param round does the work, and says how long to wait until the next
     */
    synchronized void start(Supplier<Duration> round) {
        if (thread != null) {
            return;
        }
        thread = Thread.ofVirtual().name(name).start(() -> {
            Duration pause = Duration.ZERO;
            while (awaits(pause)) {
                try {
                    pause = round.get();
                } catch (RuntimeException e) {
                    LOG.warn("{} failed, and goes on in a minute", name, e);
                    pause = Duration.ofMinutes(1);
                }
            }
        });
    }

    /** @return whether to go on */
    private boolean awaits(Duration pause) {
        lock.lock();
        try {
            long left = pause.toNanos();
            while (!closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return !closed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a round that is under way has ended: it may be reading the journal, which closes next. */
    @Override
    public synchronized void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (thread != null && !thread.equals(Thread.currentThread())) {
            try {
                thread.join(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
