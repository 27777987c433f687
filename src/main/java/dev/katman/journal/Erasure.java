package dev.katman.journal;

/** What is to be erased for good. */
public enum Erasure {
    /** All that was said, and what the local judge learned from it. Decisions and calls stay, without a word of it. */
    CONVERSATIONS,
    /** All but the calls of the last three days, without a word: the levels are counted from them. */
    EVERYTHING
}
