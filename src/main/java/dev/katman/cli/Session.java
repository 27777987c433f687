package dev.katman.cli;

import dev.katman.catalog.Catalog;
import dev.katman.exchange.Exchange;
import dev.katman.exchange.Offer;
import dev.katman.exchange.Policies;
import dev.katman.exchange.Providers;
import dev.katman.journal.Journal;
import dev.katman.quota.Ledger;
import dev.katman.words.Words;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * A running program, as a command sees it.
 *
 * @param offer    what exists just now
 * @param exchange sends messages
 * @param policies what holds just now
 * @param providers who can be asked
 * @param journal  what was said and spent
 * @param ledger   the levels
 * @param clock    the time, and the reader's zone
 * @param words    the reader's language
 * @param home     where the data lives
 * @param notices  sentences that the reader should see at the start
 * @param closing  closes everything
 */
public record Session(Offer offer, Exchange exchange, Policies policies, Providers providers, Journal journal, Ledger ledger, Clock clock,
        Words words, Path home, List<String> notices, Runnable closing) implements AutoCloseable {
    /** What exists. */
    public Catalog catalog() {
        return offer.get();
    }

    @Override
    public void close() {
        closing.run();
    }
}
