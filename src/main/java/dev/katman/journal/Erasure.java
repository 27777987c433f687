package dev.katman.journal;

/** What is to be erased for good. */
public enum Erasure {
    /**
     * All that was said, with the documents that went along or were to, and what the local judge learned from it. The library stays; so do
     * decisions and calls, without a word of it.
     */
    CONVERSATIONS,
    /** All but the calls of the last three days, without a word: the levels are counted from them. */
    EVERYTHING
}
