package dev.katman.exchange;

import dev.katman.conversation.Usage;
import dev.katman.journal.PreparationRow;

import java.util.Optional;

/**
 * What became of a document that is prepared.
 *
 * @param row     the document, and what was wanted of it
 * @param state   how the last run of it ended
 * @param text    the result as it stands in the conversation; empty while it is not done
 * @param table   likewise, where a table was wanted
 * @param pieces  steps that have a result
 * @param steps   how many there will likely be in all
 * @param unaided of these, how many no model did
 * @param paid    tokens so far, in all runs
 */
public record Prepared(PreparationRow row, State state, String text, Optional<PreparedTable> table, int pieces, int steps, int unaided, Usage paid) {
    /** How a run ended. Unless it is done, the next one goes on where this one was. */
    public enum State {
        DONE,
        /** The reader wanted to, or the program closed. */
        PAUSED,
        /** The models that had done a part of it cannot be reached any more. */
        OUT_OF_REACH,
        /** It was deleted while it ran. */
        GONE
    }

    public boolean isDone() {
        return state == State.DONE;
    }
}
