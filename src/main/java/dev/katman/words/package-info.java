/**
 * What the program's values are called before people, in English and Turkish: one place, so that the window and the command line say the
 * same thing in the same words. Texts stand in {@code texts/words_*.properties}.
 *
 * <p>A room that DESIGN did not name: both {@code cli} and {@code ui} need these sentences, neither may use the other, and {@code settings},
 * which holds the texts, knows none of the values they speak of.
 */
package dev.katman.words;
