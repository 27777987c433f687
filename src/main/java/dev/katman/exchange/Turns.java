package dev.katman.exchange;

import dev.katman.catalog.DeploymentId;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets the calls of a deployment leave one after the other: the next when the last has been admitted or refused. So one refusal is enough to
 * hear that somebody else spends the same limits, however many messages are on their way. A provider that takes its time holds nobody up
 * for long.
 */
final class Turns {
    private final Map<DeploymentId, Semaphore> places = new ConcurrentHashMap<>();
    private final Duration patience;

    /** @param patience how long a call waits for the one before it, by the machine's own time */
    Turns(Duration patience) {
        this.patience = patience;
    }

    /** A call's turn; ended as soon as the provider has spoken, at the latest with the call. */
    final class Turn implements AutoCloseable {
        private final Semaphore place;
        private final AtomicBoolean had;

        private Turn(Semaphore place, boolean had) {
            this.place = place;
            this.had = new AtomicBoolean(had);
        }

        @Override
        public void close() {
            if (had.getAndSet(false)) {
                place.release();
            }
        }
    }

    /** Waits for the turn, but not longer than the patience: the call leaves then all the same. */
    Turn await(DeploymentId deployment) {
        Semaphore place = places.computeIfAbsent(deployment, id -> new Semaphore(1, true));
        try {
            return new Turn(place, place.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // whoever blocks next will see it
            return new Turn(place, false);
        }
    }
}
