package dev.katman.ui.chat;

import dev.katman.quota.Ledger;

/** Tells when the exchange may have answered something by itself: the levels have changed a moment ago. */
final class Settling {
    /** The journal is written a moment after the levels change, so it is read a few times more. */
    private static final int MORE = 3;

    private final Ledger ledger;
    private long seen = -1;
    private int left;

    Settling(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Called every second. */
    boolean look() {
        long version = ledger.version();
        left = version != seen ? MORE : left - 1;
        seen = version;
        return left >= 0;
    }
}
