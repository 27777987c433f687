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

    private final String name;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean closed;

    Rounds(String name) {
        this.name = name;
    }

    /** @param round does the work, and says how long to wait until the next */
    void start(Supplier<Duration> round) {
        Thread.ofVirtual().name(name).start(() -> {
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

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
