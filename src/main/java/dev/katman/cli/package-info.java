/**
 * The commands. JSON goes to standard output, one object a line; people's text to standard error, except for the answer itself. Exit
 * status: 0 answered, 75 parked, 2 wrong use, 1 anything else, with one sentence that says what to do.
 */
package dev.katman.cli;
