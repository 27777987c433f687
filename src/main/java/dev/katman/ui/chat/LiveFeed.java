package dev.katman.ui.chat;

import dev.katman.exchange.ExchangeEvent;
import dev.katman.ui.kit.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Brings what happens to a message to the screen. Words are read on the way, away from the FX thread: a long paragraph takes as long to read
 * as a frame has for everything. What came while the last of it was being shown is read together, so that it is read at most once a frame,
 * however fast a model writes.
 *
 * <p>Of any thread, one at a time.
 */
final class LiveFeed {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);

    private final Work work;
    private final Consumer<List<Heard>> show;
    private final Queue<ExchangeEvent> pending = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> afterwards = new ConcurrentLinkedQueue<>();
    /** Whether somebody is reading, or has read what is not yet shown. */
    private final AtomicBoolean taken = new AtomicBoolean();
    /** Of whoever has taken it. */
    private final LiveReader reader = new LiveReader();

    /** @param show runs on the FX thread; in order, and its list is never empty */
    LiveFeed(Work work, Consumer<List<Heard>> show) {
        this.work = work;
        this.show = show;
    }

    /** Something has happened. */
    void came(ExchangeEvent event) {
        pending.add(event);
        take();
    }

    /** Runs that on the FX thread once everything that has happened is shown. */
    void after(Runnable task) {
        afterwards.add(task);
        work.pulse().post(this::finish);
    }

    private void take() {
        if (!pending.isEmpty() && taken.compareAndSet(false, true)) {
            work.go("read an answer", () -> {
                List<Heard> heard = next();
                work.pulse().post(() -> {
                    taken.set(false); // before the look: what comes in between takes it itself
                    take();
                    if (!heard.isEmpty()) {
                        show.accept(heard);
                    }
                    finish();
                });
            });
        }
    }

    private void finish() {
        if (pending.isEmpty() && !taken.get()) {
            for (Runnable task = afterwards.poll(); task != null; task = afterwards.poll()) {
                task.run();
            }
        }
    }

    private List<Heard> next() {
        var events = new ArrayList<ExchangeEvent>();
        for (ExchangeEvent event = pending.poll(); event != null; event = pending.poll()) {
            events.add(event);
        }
        try {
            return reader.read(events);
        } catch (RuntimeException e) {
            LOG.error("a piece of an answer could not be read", e); // what comes behind it must not be held up
            return List.of();
        }
    }
}
