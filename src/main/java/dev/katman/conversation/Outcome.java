package dev.katman.conversation;

/** How a call on the wire ended. */
public enum Outcome {
    /** The whole answer came. */
    OK,
    /** The provider understood and would not: a limit, a key, a model that is gone. */
    REFUSED,
    /** Nothing of use came: trouble at the provider or on the way, before the first token. */
    FAILED,
    /** The answer broke off after its first token. */
    INTERRUPTED,
    /** The reader stopped it. */
    CANCELLED
}
