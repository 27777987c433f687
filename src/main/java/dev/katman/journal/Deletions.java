package dev.katman.journal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Tells those who hold something of what was said, or work on it, that it is deleted. Safe for use by many threads. */
final class Deletions {
    private final AtomicLong forGood = new AtomicLong();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** @param told hears, on the thread that deletes and once that is written, that something is out of sight */
    void listen(Runnable told) {
        listeners.add(told);
    }

    /** Something cannot be seen any more; it may come back. */
    void outOfSight() {
        listeners.forEach(Runnable::run);
    }

    /** Something that was out of sight is no more. */
    void forGood() {
        forGood.incrementAndGet();
    }

    long count() {
        return forGood.get();
    }
}
