package dev.katman.ui.shell;

import dev.katman.journal.DecisionRecord;
import dev.katman.quota.Level;
import dev.katman.ui.kit.Services;
import dev.katman.ui.kit.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** The second hand: looks at the levels when they change and once a second, off the FX thread, and hands them over. */
final class Ticker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
    /** How soon a change is seen. Looking costs a lock and a number. */
    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final int GLANCES_A_SECOND = 20;
    /** The journal is written a moment after the levels change, so it is read a few times more. */
    private static final int SETTLING = 3;
    /** Of so many last messages the parked ones are shown. */
    private static final int RECENT = 40;

    private final Services services;
    private final Work work;
    private final Consumer<Now> show;
    private final Thread thread;
    private List<DecisionRecord> parked = List.of();
    private volatile boolean closed;

    /**
     * What is shown, all of one instant.
     *
     * @param second whether a second has passed since the last such
     */
    record Now(List<Level> levels, List<DecisionRecord> parked, Instant at, boolean second) {
    }

    Ticker(Services services, Work work, Consumer<Now> show) {
        this.services = services;
        this.work = work;
        this.show = show;
        this.thread = Thread.ofVirtual().name("ticker").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        Consumer<Now> sink = work.pulse().batched(batch -> show.accept(batch.getLast()));
        long seen = -1;
        int glances = 0;
        int settling = 0;
        while (!closed) {
            long version = services.ledger().version();
            boolean second = glances++ % GLANCES_A_SECOND == 0;
            if (version != seen || second) {
                settling = version != seen ? SETTLING : settling - 1;
                seen = version;
                if (settling >= 0 || second && !parked.isEmpty()) {
                    readParked();
                }
                Instant now = services.clock().instant();
                sink.accept(new Now(services.ledger().levels(now), parked, now, second));
            }
            try {
                Thread.sleep(GLANCE);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void readParked() {
        try {
            parked = services.journal().decisions(RECENT).stream()
                    .filter(record -> record.served().isEmpty() && record.parkedUntil().isPresent()).toList();
        } catch (RuntimeException e) {
            LOG.debug("the parked messages could not be read", e); // whoever writes next says so to the reader
        }
    }

    /** Ends at the next glance. Never by an interrupt: one that hits the database in mid-read closes its file for everybody. */
    @Override
    public void close() {
        closed = true;
    }
}
