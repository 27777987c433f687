package dev.katman.journal;

import java.util.List;

/**
 * How a prompt was made to fit the model that it was sent to.
 *
 * @param sources      what of documents and long texts went along, in the order of their numbers
 * @param leftTokens   what of them did not, in tokens of o200k
 * @param leftTurns    older turns of the conversation that did not go along as they were said
 * @param summedTurns  of these, how many a summary stood for
 * @param shortened    whether the message itself went along by its beginning and its end, and what lay between as sources
 * @param unsentTokens what a dear model was spared: documents and turns that did not go along as they are, less the summary that stood for
 *                     them; in tokens of o200k, 0 where it is the worker that answers
 */
public record Fitting(List<Source> sources, long leftTokens, int leftTurns, int summedTurns, boolean shortened, long unsentTokens) {
    /** Everything went along as it was said. */
    public static final Fitting WHOLE = new Fitting(List.of(), 0, 0, 0, false, 0);

    public Fitting {
        sources = List.copyOf(sources);
        if (leftTokens < 0 || unsentTokens < 0 || leftTurns < 0 || summedTurns < 0 || summedTurns > leftTurns) {
            throw new IllegalArgumentException("no fitting: " + leftTokens + " tokens, " + leftTurns + " turns, " + summedTurns + " summed");
        }
    }

    /** The same with those sources. */
    Fitting with(List<Source> others) {
        return new Fitting(others, leftTokens, leftTurns, summedTurns, shortened, unsentTokens);
    }

    /** The same where the worker itself answers: no dear model was spared anything. */
    public Fitting forTheWorker() {
        return new Fitting(sources, leftTokens, leftTurns, summedTurns, shortened, 0);
    }

    /** Whether something was left out. */
    public boolean leavesOut() {
        return leftTokens > 0 || leftTurns > 0 || shortened;
    }
}
