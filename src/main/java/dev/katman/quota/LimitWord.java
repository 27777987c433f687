package dev.katman.quota;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was said of one limit, and by whom. The reader's own figure goes before what is known, until the provider names a smaller one: beyond
 * that nothing is admitted, whatever anybody wishes. What a provider said before the reader spoke does not count against the reader: it may
 * have been of another plan.
 *
 * @param catalogues what the catalogue has
 * @param told       what the provider itself named last
 * @param own        what the reader set
 */
public record LimitWord(OptionalLong catalogues, Optional<Said> told, Optional<Said> own) {
    /** A figure, and since when it is known. */
    public record Said(long figure, Instant at) {
    }

    static LimitWord of(OptionalLong catalogues) {
        return new LimitWord(catalogues, Optional.empty(), Optional.empty());
    }

    LimitWord told(long figure, Instant at) {
        return new LimitWord(catalogues, Optional.of(new Said(figure, at)), own);
    }

    LimitWord own(OwnLimit word) {
        return new LimitWord(catalogues, told, word.figure().isPresent() ? Optional.of(new Said(word.figure().getAsLong(), word.since()))
                : Optional.empty());
    }

    /** What holds where the reader has set nothing: the provider's word, else the catalogue's. */
    public OptionalLong known() {
        return told.isPresent() ? OptionalLong.of(told.get().figure()) : catalogues;
    }

    /** Whether the reader's figure was too large: the provider has named a smaller one since. */
    public boolean overruled() {
        return own.isPresent() && told.isPresent() && told.get().at().isAfter(own.get().at()) && told.get().figure() < own.get().figure();
    }

    /** What counts; empty where the axis is not limited. */
    public OptionalLong inForce() {
        return own.isPresent() && !overruled() ? OptionalLong.of(own.get().figure()) : known();
    }
}
