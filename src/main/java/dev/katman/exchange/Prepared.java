package dev.katman.exchange;

import dev.katman.conversation.Usage;
import dev.katman.journal.PreparationRow;

import java.util.Optional;

/**
 * What became of a document that is prepared.
 *
 * @param row     the document, and what was wanted of it
 * @param text    the result as it stands in the conversation; empty while it is not done
 * @param table   likewise, where a table was wanted
 * @param pieces  steps that have a result
 * @param unaided of these, how many no model did
 * @param paid    tokens so far, in all runs
 */
public record Prepared(PreparationRow row, String text, Optional<PreparedTable> table, int pieces, int unaided, Usage paid) {
    /** Else it is paused, and goes on where it was. */
    public boolean isDone() {
        return row.finished().isPresent();
    }
}
