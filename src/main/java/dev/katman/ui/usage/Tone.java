package dev.katman.ui.usage;

/**
 * A colour and how strong it is, so that several models of one tier can be told apart.
 *
 * @param shade 0 for the colour itself; then paler, darker, still paler, and so on
 */
record Tone(Ink ink, int shade) {
    /** How many shades are told apart. */
    static final int SHADES = 5;

    Tone {
        if (shade < 0) {
            throw new IllegalArgumentException("a shade is not below zero: " + shade);
        }
    }

    static Tone of(Ink ink) {
        return new Tone(ink, 0);
    }
}
