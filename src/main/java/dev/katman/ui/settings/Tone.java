package dev.katman.ui.settings;

/** How a sentence is meant. */
enum Tone {
    GOOD,
    /** Neither: something is under way, or nobody knows. */
    PLAIN,
    BAD
}
