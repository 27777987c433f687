package dev.katman.ui.shell;

import dev.katman.exchange.Trouble;
import dev.katman.journal.ParkedRow;
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

    private final Services services;
    private final Work work;
    private final Consumer<Now> show;
    private List<ParkedRow> parked = List.of();
    private volatile boolean asked;
    private volatile boolean closed;

    /**
     * What is shown, all of one instant.
     *
     * @param parked   what waits for room, in the order of the queue
     * @param troubles what only the reader can mend
     * @param second   whether a second has passed since the last such
     */
    record Now(List<Level> levels, List<ParkedRow> parked, List<Trouble> troubles, Instant at, boolean second) {
        private Now or(boolean passed) {
            return new Now(levels, parked, troubles, at, second || passed);
        }
    }

    Ticker(Services services, Work work, Consumer<Now> show) {
        this.services = services;
        this.work = work;
        this.show = show;
    }

    void start() {
        work.go("ticker", this::run);
    }

    /** The queue was changed: it is shown anew at the next glance. */
    void again() {
        asked = true;
    }

    private void run() {
        // What a later look saw replaces an earlier one, but a second that has passed has passed.
        Consumer<Now> sink = work.pulse().batched(batch -> show.accept(batch.getLast().or(batch.stream().anyMatch(Now::second))));
        long seen = -1;
        int glances = 0;
        while (!closed) {
            long version = services.ledger().version();
            boolean second = glances++ % GLANCES_A_SECOND == 0;
            if (version != seen || second || asked) {
                seen = version;
                asked = false;
                readParked(); // once a second in any case: a message is parked without a change of levels
                Instant now = services.clock().instant();
                sink.accept(new Now(services.ledger().levels(now), parked, services.exchange().troubles(), now, second));
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
            parked = services.exchange().parked();
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
