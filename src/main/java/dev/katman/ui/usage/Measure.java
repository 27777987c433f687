package dev.katman.ui.usage;

import dev.katman.journal.UsageCell;

/** What the charts count. */
enum Measure {
    TOKENS,
    REQUESTS;

    long of(UsageCell cell) {
        return this == TOKENS ? cell.tokens() : cell.calls();
    }
}
