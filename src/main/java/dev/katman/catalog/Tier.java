package dev.katman.catalog;

import java.util.Optional;

/** The four layers, by the founding document's numbers. */
public enum Tier {
    ROUTER,
    CONVERSATION,
    WORKER,
    DEEP;

    /** 0 to 3. */
    public int number() {
        return ordinal();
    }

    public static Optional<Tier> of(int number) {
        return number >= 0 && number < values().length ? Optional.of(values()[number]) : Optional.empty();
    }
}
