package dev.katman.journal;

import java.util.List;

/**
 * How a prompt was made to fit the model that it was sent to.
 *
 * @param sources     what of documents and long texts went along, in the order of their numbers
 * @param leftTokens  what of them did not, in tokens of o200k
 * @param leftTurns   older turns of the conversation that did not go along as they were said
 * @param summedTurns of these, how many a summary stood for
 * @param shortened   whether the message itself went along by its beginning and its end, and what lay between as sources
 */
public record Fitting(List<Source> sources, long leftTokens, int leftTurns, int summedTurns, boolean shortened) {
    /** Everything went along as it was said. */
    public static final Fitting WHOLE = new Fitting(List.of(), 0, 0, 0, false);

    public Fitting {
        sources = List.copyOf(sources);
        if (leftTokens < 0 || leftTurns < 0 || summedTurns < 0 || summedTurns > leftTurns) {
            throw new IllegalArgumentException("no fitting: " + leftTokens + " tokens, " + leftTurns + " turns, " + summedTurns + " summed");
        }
    }

    /** Whether something was left out. */
    public boolean leavesOut() {
        return leftTokens > 0 || leftTurns > 0 || shortened;
    }
}
