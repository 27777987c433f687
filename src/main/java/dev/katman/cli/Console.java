package dev.katman.cli;

import java.io.BufferedReader;
import java.io.PrintStream;

/**
 * Where a command speaks and listens, in UTF-8 whatever the system's locale: other programs read the JSON.
 *
 * @param out      answers and JSON
 * @param err      everything else for people
 * @param in       what people or pipes say
 * @param terminal whether a person sits at both ends
 */
public record Console(PrintStream out, PrintStream err, BufferedReader in, boolean terminal) {
}
