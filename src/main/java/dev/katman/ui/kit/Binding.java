package dev.katman.ui.kit;

/** What came of the wish for other keys. */
public sealed interface Binding {
    /** They hold from now on. */
    record Bound() implements Binding {
    }

    /** They already lead elsewhere, and still do. */
    record Taken(Action by) implements Binding {
    }

    /** They cannot be had. */
    record Refused(Reason reason) implements Binding {
    }

    /** Why keys cannot be had. */
    enum Reason {
        /** They write a letter. */
        TYPED,
        /** With them one copies, pastes, undoes in every text. */
        EDITING,
        /** With them one gets from control to control, and presses these. */
        MOVING,
        /** The desktop has them. */
        SYSTEM,
        /** On many keyboards they write a letter, as AltGr does. */
        ALT_GR
    }
}
