package dev.katman.ui.kit;

import dev.katman.journal.Erasure;

import java.util.Optional;

/** Closes the window and all that it stands on, and opens it anew. */
public interface Reopening {
    /** @param erase what is erased in between, while nothing is under way */
    void reopen(Optional<Erasure> erase);
}
