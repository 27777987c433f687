package dev.katman.ui.kit;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The one way from other threads to the screen. Work is queued here and drained at most once a frame, so that a model that writes a
 * thousand pieces a second costs sixty updates, not a thousand. While nothing is queued no timer runs and the window rests.
 *
 * <p>Safe for use by many threads. Work runs on the FX thread, in the order it was handed in.
 */
public final class Pulse {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    /** Half a frame at 60 Hz: what is left waits for the next one, so that a flood cannot freeze the window. */
    private static final long BUDGET_NANOS = 8_000_000;

    private final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean awake = new AtomicBoolean();
    private AnimationTimer frames; // of the FX thread alone

    /** Runs the action on the FX thread, in this frame or the next. */
    public void post(Runnable action) {
        queue.add(action);
        wake();
    }

    /**
     * A sink that may be fed from any thread; what came since the last frame arrives together, in order.
     *
     * @param target runs on the FX thread; its list is never empty
     */
    public <T> Consumer<T> batched(Consumer<List<T>> target) {
        Queue<T> pending = new ConcurrentLinkedQueue<>();
        var asked = new AtomicBoolean();
        return value -> {
            pending.add(value);
            if (asked.compareAndSet(false, true)) {
                post(() -> {
                    asked.set(false); // before the queue is emptied: what comes in between asks again
                    var batch = new ArrayList<T>();
                    for (T next = pending.poll(); next != null; next = pending.poll()) {
                        batch.add(next);
                    }
                    if (!batch.isEmpty()) {
                        target.accept(batch);
                    }
                });
            }
        };
    }

    private void wake() {
        if (awake.compareAndSet(false, true)) {
            Platform.runLater(this::begin);
        }
    }

    private void begin() {
        if (frames == null) {
            frames = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (!queue.isEmpty()) {
                        drain();
                        return;
                    }
                    stop();
                    awake.set(false);
                    if (!queue.isEmpty()) { // somebody came between the look and the reset
                        wake();
                    }
                }
            };
        }
        frames.start(); // first: what breaks off the work below must not keep everything that is posted from then on waiting
        drain();
    }

    private void drain() {
        long start = System.nanoTime();
        for (int count = queue.size(); count > 0 && System.nanoTime() - start < BUDGET_NANOS; count--) {
            Runnable next = queue.poll();
            if (next == null) {
                return;
            }
            try {
                next.run();
            } catch (RuntimeException | StackOverflowError e) {
                LOG.error("a part of the window could not be updated", e); // one broken part must not hold up the others
            }
        }
    }
}
