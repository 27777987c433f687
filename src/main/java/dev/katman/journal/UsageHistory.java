package dev.katman.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What was used in a time, gathered by the database: a million calls come out as the few thousand figures that a page shows. Times run
 * from an instant up to another that no longer belongs to them. Every method throws {@link JournalException} when the data folder fails.
 * Safe for use by many threads.
 */
public final class UsageHistory {
    private final Database database;

    UsageHistory(Database database) {
        this.database = database;
    }

    /** Calls and tokens by grain of time, deployment and tier, in this order; a grain in which nothing was asked has none. */
    public List<UsageCell> cells(Instant from, Instant to, UsageCell.Grain grain) {
        return database.read(handle -> UsageCells.between(handle, from, to, grain));
    }

    /** What the worker's preparation spared the dear models, by grain of time; a grain without any has none. */
    public List<SavedCell> saved(Instant from, Instant to, UsageCell.Grain grain) {
        return database.read(handle -> SavedCells.between(handle, from, to, grain));
    }

    /** How long each deployment took, the router's verdicts apart. */
    public List<LatencyRow> latencies(Instant from, Instant to) {
        return database.read(handle -> Latencies.between(handle, from, to));
    }

    /** For whom others had to step in. */
    public List<FailoverRow> failovers(Instant from, Instant to) {
        return database.read(handle -> Failovers.between(handle, from, to));
    }

    /**
     * What became of the messages.
     *
     * @param workBelow two verdicts agree when they lead to one tier, and tasks below this are the worker's
     */
    public MessageCount messages(Instant from, Instant to, int workBelow) {
        return database.read(handle -> MessageCounts.between(handle, from, to, workBelow));
    }

    /** What the budgets were charged. */
    public List<ChargeRow> charged(Instant from, Instant to) {
        return database.read(handle -> Served.charged(handle, from, to));
    }

    /** Hands over every answer that reached the reader, in the order in which they were asked for. */
    public void answers(Instant from, Instant to, Consumer<ServedAnswer> each) {
        database.read(handle -> {
            Served.answers(handle, from, to, each);
            return each;
        });
    }

    /** When the last call of all left; empty where none ever did. */
    public Optional<Instant> lastCall() {
        return database.read(Served::lastCall);
    }
}
