package dev.katman.ui.shell;

/** The pages, in the order of the bar and of the keys Ctrl+1, Ctrl+2 and so on. */
public enum Page {
    CHAT,
    DECISIONS,
    USAGE,
    SETTINGS
}
