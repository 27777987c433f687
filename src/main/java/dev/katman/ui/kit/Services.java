package dev.katman.ui.kit;

import dev.katman.catalog.Catalog;
import dev.katman.exchange.Exchange;
import dev.katman.exchange.Offer;
import dev.katman.exchange.OwnLimits;
import dev.katman.exchange.Policies;
import dev.katman.exchange.Providers;
import dev.katman.exchange.Search;
import dev.katman.journal.Journal;
import dev.katman.quota.Ledger;
import dev.katman.settings.Preferences;
import dev.katman.settings.Proxies;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * What the window stands on.
 *
 * @param search    finds what was ever said
 * @param offer     what exists just now
 * @param limits    where the reader sets limits
 * @param policies  what holds just now, and what the reader chose
 * @param providers who can be asked
 * @param proxies   by which way requests leave
 * @param home      the data folder
 * @param reopening closes all of it and opens it anew
 * @param notices   sentences for the reader about this start, in the reader's language; shown once, on top
 */
public record Services(Exchange exchange, Journal journal, Search search, Ledger ledger, Offer offer, OwnLimits limits,
        Preferences preferences, Policies policies, Providers providers, Proxies proxies, Path home, InstantSource clock, Reopening reopening,
        List<String> notices) {
    public Services {
        notices = List.copyOf(notices);
    }

    /** What exists. */
    public Catalog catalog() {
        return offer.get();
    }

    /** Whether the sandbox answers, which the window must say. */
    public boolean sandbox() {
        return providers.sandboxServes();
    }
}
