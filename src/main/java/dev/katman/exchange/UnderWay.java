package dev.katman.exchange;

import dev.katman.conversation.Cancellation;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Messages under way, so that closing can stop them and wait until each is written down. */
final class UnderWay implements AutoCloseable {
    /** A provider's connection closes at once; the rest is a few writes. */
    private static final long PATIENCE_SECONDS = 5;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private final Set<Cancellation> running = new HashSet<>();
    private boolean closed;

    /** Ends a message's time under way. */
    final class Leave implements AutoCloseable {
        private final Cancellation own = new Cancellation();
        private final Cancellation.Registration registration;

        private Leave(Cancellation readers) {
            registration = readers.onCancel(own::cancel);
        }

        /** Of the reader, or of closing. */
        Cancellation cancellation() {
            return own;
        }

        @Override
        public void close() {
            registration.close();
            lock.lock();
            try {
                running.remove(own);
                ended.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** @throws IllegalStateException after closing */
    Leave enter(Cancellation readers) {
        var leave = new Leave(readers);
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the exchange is closed");
            }
            running.add(leave.cancellation());
            return leave;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        Set<Cancellation> toStop;
        lock.lock();
        try {
            closed = true;
            toStop = Set.copyOf(running);
        } finally {
            lock.unlock();
        }
        toStop.forEach(Cancellation::cancel);
        lock.lock();
        try {
            long left = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!running.isEmpty() && left > 0) {
                left = ended.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
