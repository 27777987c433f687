package dev.katman.exchange;

import dev.katman.conversation.Cancellation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for a time, but never long without looking up: the clock may be set on, levels may be corrected, and the reader may want to stop. */
final class Patience {
    private static final long GLANCE_MILLIS = 1_000;

    private final InstantSource clock;
    private final CountDownLatch over = new CountDownLatch(1);

    /** @param ends each of these ends the waiting for good */
    Patience(InstantSource clock, Cancellation... ends) {
        this.clock = clock;
        for (Cancellation end : ends) {
            end.onCancel(over::countDown);
        }
    }

    /** At the latest at that time; mostly sooner, to look again. */
    void await(Instant until) {
        Duration left = Duration.between(clock.instant(), until);
        if (!left.isPositive()) {
            return;
        }
        try {
            over.await(Math.min(left.toMillis() + 1, GLANCE_MILLIS), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            over.countDown();
        }
    }
}
