package dev.katman.journal;

/**
 * A row, and how new it is.
 *
 * @param stamp grows with every change of any row; two rows never have the same
 */
public record Stamped<T>(long stamp, T row) {
}
