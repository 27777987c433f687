package dev.katman.ui.kit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Slow work off the FX thread, its result back on it. Each task has a virtual thread of its own, unless it is {@link #heavy}; a fault goes to
 * one place.
 * Nothing is ever interrupted: an interrupt that hits the database in mid-read closes its file for everybody.
 */
public final class Work implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Work.class);

    /** Longer than any call takes to notice that it was cancelled. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory());
    /** Threads of the system, which takes turns among them. */
    private final ExecutorService heavy = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("katman-heavy-", 0).factory());
    private final Pulse pulse;
    private final Consumer<RuntimeException> onFault;

    /** @param onFault told on the FX thread; what was thrown is already logged */
    public Work(Pulse pulse, Consumer<RuntimeException> onFault) {
        this.pulse = pulse;
        this.onFault = onFault;
    }

    public Pulse pulse() {
        return pulse;
    }

    /** Runs {@code slow} on a virtual thread and shows what it gave. */
    public <T> void run(String name, Supplier<T> slow, Consumer<T> show) {
        go(name, () -> attempt(name, slow, show));
    }

    /**
     * As {@link #run(String, Supplier, Consumer)}, where something waits for it that must not wait for ever.
     *
     * @param failed runs on the FX thread, before the fault is told
     */
    public <T> void run(String name, Supplier<T> slow, Consumer<T> show, Runnable failed) {
        go(name, () -> attempt(name, slow, show, failed));
    }

    /**
     * As {@link #run(String, Supplier, Consumer, Runnable)}, for what may keep a processor busy for seconds, as a large document does. A virtual
     * thread makes way for others only where it waits: as many of them as there are processors, and no message would leave, and none could be
     * stopped, before they are done. A few at a time; the others wait their turn.
     */
    public <T> void heavy(String name, Supplier<T> slow, Consumer<T> show, Runnable failed) {
        begin(heavy, name, () -> attempt(name, slow, show, failed));
    }

    /** As {@link #run(String, Supplier, Consumer)}, where there is nothing to show. */
    public void run(String name, Runnable slow) {
        run(name, () -> {
            slow.run();
            return name;
        }, done -> { });
    }

    /** Runs what sees to its own faults, on a virtual thread. After {@link #close} nothing begins any more. */
    public void go(String name, Runnable task) {
        begin(threads, name, () -> {
            Thread.currentThread().setName(name);
            task.run();
        });
    }

    private static void begin(ExecutorService on, String name, Runnable task) {
        try {
            on.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("{} came after the end", name);
        }
    }

    /** Lets what is under way come to its end. */
    @Override
    public void close() {
        threads.shutdown();
        heavy.shutdown();
        try {
            long until = System.nanoTime() + PATIENCE.toNanos();
            if (!threads.awaitTermination(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)
                    || !heavy.awaitTermination(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                LOG.warn("something of the window is still at work");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> void attempt(String name, Supplier<T> slow, Consumer<T> show) {
        attempt(name, slow, show, () -> { });
    }

    private <T> void attempt(String name, Supplier<T> slow, Consumer<T> show, Runnable failed) {
        try {
            T result = slow.get();
            pulse.post(() -> show.accept(result));
        } catch (RuntimeException e) {
            LOG.warn("{} failed", name, e);
            pulse.post(failed);
            pulse.post(() -> onFault.accept(e));
        }
    }

    /** Work that is done in the order in which it was asked for: what is kept, and taken away again. */
    public Line line(String name) {
        return new Line(name);
    }

    /** One after the other; a fault of one does not hold up those behind it. */
    public final class Line {
        private final String name;
        private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
        private final Lock turn = new ReentrantLock();

        private Line(String name) {
            this.name = name;
        }

        /** Puts it at the end of the line. */
        public void add(Runnable slow) {
            waiting.add(slow);
            go(name, () -> {
                turn.lock();
                try {
                    for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
                        Runnable now = next;
                        attempt(name, () -> {
                            now.run();
                            return name;
                        }, done -> { });
                    }
                } finally {
                    turn.unlock();
                }
            });
        }
    }

    /** Work of which only the newest matters: a preview while typing, a search. */
    public Latest latest(String name, Duration rest) {
        return new Latest(name, rest);
    }

    /** Drops what a newer request has overtaken, before it starts where possible, before it shows in any case. */
    public final class Latest {
        private final String name;
        private final Duration rest;
        private final AtomicLong newest = new AtomicLong();

        private Latest(String name, Duration rest) {
            this.name = name;
            this.rest = rest;
        }

        /** Runs the task once nothing newer has come for the rest. */
        public <T> void ask(Supplier<T> slow, Consumer<T> show) {
            long mine = newest.incrementAndGet();
            go(name, () -> {
                try {
                    Thread.sleep(rest);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
                if (newest.get() == mine) {
                    attempt(name, slow, result -> {
                        if (newest.get() == mine) {
                            show.accept(result);
                        }
                    });
                }
            });
        }

        /** Forgets whatever is still under way. */
        public void forget() {
            newest.incrementAndGet();
        }
    }
}
