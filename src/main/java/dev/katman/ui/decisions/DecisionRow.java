package dev.katman.ui.decisions;

import dev.katman.journal.DecisionLine;

import java.util.List;

/**
 * A line with what a search looks at, folded once and not at every key that is pressed.
 *
 * @param said what the message says, folded
 * @param tags everything else that can be searched for, folded; one string for all lines that share it
 */
record DecisionRow(DecisionLine line, String said, String tags) {
    /** Whether all of the words are found. */
    boolean has(List<String> words) {
        for (String word : words) {
            if (!said.contains(word) && !tags.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
