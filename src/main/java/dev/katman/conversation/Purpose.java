package dev.katman.conversation;

/** What a call on the wire was made for. Every purpose is logged and counted alike. */
public enum Purpose {
    /** Tier 0 asks the router model for type and difficulty. */
    ROUTE,
    /** The answer that the reader sees. */
    ANSWER,
    SUMMARY,
    EXTRACT,
    TITLE
}
