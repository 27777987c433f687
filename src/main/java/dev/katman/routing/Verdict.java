package dev.katman.routing;

/** What is said of a candidate. */
public enum Verdict {
    /** It may be asked. */
    ADMITTED,
    /** An axis is too full; it has room after the wait. */
    NO_ROOM,
    /** The message can never fit, however long one waits. */
    TOO_LARGE,
    /** The provider no longer serves the model. */
    RETIRED,
    /** It just failed or refused, and rests until its wait is over. */
    BENCHED,
    /** Its provider has no key. */
    NO_KEY,
    /** There is room, but it is kept for harder questions; it serves only when nobody else can. */
    PACED
}
