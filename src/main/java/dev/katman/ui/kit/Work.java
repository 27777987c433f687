package dev.katman.ui.kit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Slow work off the FX thread, its result back on it. Each task has a virtual thread of its own; a fault goes to one place. */
public final class Work {
    private static final Logger LOG = LoggerFactory.getLogger(Work.class);

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
        Thread.ofVirtual().name(name).start(() -> attempt(name, slow, show));
    }

    /** As {@link #run(String, Supplier, Consumer)}, where there is nothing to show. */
    public void run(String name, Runnable slow) {
        run(name, () -> {
            slow.run();
            return name;
        }, done -> { });
    }

    private <T> void attempt(String name, Supplier<T> slow, Consumer<T> show) {
        try {
            T result = slow.get();
            pulse.post(() -> show.accept(result));
        } catch (RuntimeException e) {
            LOG.warn("{} failed", name, e);
            pulse.post(() -> onFault.accept(e));
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
            Thread.ofVirtual().name(name).start(() -> {
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
