package dev.katman.routing;

/** Why a candidate stands where it stands. */
public enum Standing {
    /** The tier's first choice. */
    FIRST,
    /** A backup of the tier, or the successor of a model that is gone. */
    BACKUP,
    /** The same model at another provider. */
    ELSEWHERE,
    /** Only for the hardest tasks. */
    EMERGENCY,
    /** A model of another tier, before nobody answers. */
    NEIGHBOUR,
    /** A model server found on this machine, before nobody answers. */
    THIS_MACHINE,
    /** Answered the message before in this conversation, and the first choice has only just room again. */
    STAYS,
    /** Named by the reader. */
    ASKED_FOR;

    /** Whether it stands there as a model of the tier itself, or as what the reader named. */
    boolean own() {
        return this != NEIGHBOUR && this != THIS_MACHINE;
    }
}
