/**
 * {@code main}. Builds the graph by hand, in one place, and closes it in reverse; the only room that reads the clock, the environment and
 * the system's randomness.
 */
package dev.katman.launch;
