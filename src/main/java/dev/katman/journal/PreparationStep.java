package dev.katman.journal;

import dev.katman.catalog.DeploymentId;

import java.util.Optional;

/**
 * One piece of the work on a document.
 *
 * @param level  0 over fragments of the document, from 1 over results of the level below
 * @param first  the first of them
 * @param last   the last
 * @param result what was made of it: a summary, or the rows of a table as JSON; empty while it is still to be done
 * @param madeBy by whom
 */
public record PreparationStep(int level, int first, int last, Optional<String> result, Optional<DeploymentId> madeBy) {
    public PreparationStep {
        if (level < 0 || first < 0 || last < first || result.isPresent() != madeBy.isPresent()) {
            throw new IllegalArgumentException("no step: level " + level + ", " + first + " to " + last);
        }
    }

    /** One that is still to be done. */
    public static PreparationStep open(int level, int first, int last) {
        return new PreparationStep(level, first, last, Optional.empty(), Optional.empty());
    }

    /** The same with its result. */
    public PreparationStep done(String text, DeploymentId by) {
        return new PreparationStep(level, first, last, Optional.of(text), Optional.of(by));
    }
}
