package dev.katman.classify;

/** Whose verdict it is that the local judge learns from. */
public enum Teacher {
    /** The router model's own verdict on a message. */
    ROUTER,
    /** The reader's word, which weighs more than many verdicts. */
    READER
}
