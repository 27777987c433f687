package dev.katman.ui.kit;

import dev.katman.catalog.Catalog;
import dev.katman.exchange.Exchange;
import dev.katman.exchange.Policies;
import dev.katman.exchange.Search;
import dev.katman.journal.Journal;
import dev.katman.quota.Ledger;
import dev.katman.settings.Preferences;

import java.time.InstantSource;
import java.util.List;

/**
 * What the window stands on.
 *
 * @param search   finds what was ever said
 * @param policies what holds just now, and what the reader chose
 * @param sandbox whether the sandbox serves, which the window must say
 * @param notices sentences for the reader about this start, in the reader's language; shown once, on top
 */
public record Services(Exchange exchange, Journal journal, Search search, Ledger ledger, Catalog catalog, Preferences preferences,
        Policies policies, InstantSource clock, boolean sandbox, List<String> notices) {
    public Services {
        notices = List.copyOf(notices);
    }
}
