package dev.katman.provider;

import java.util.Set;

/** What a provider says it serves. */
public sealed interface ModelList {
    /** @param names as the provider writes them */
    record Served(Set<String> names) implements ModelList {
    }

    /** @param why it did not say */
    record Unknown(Failure why) implements ModelList {
    }
}
