/** The decisions page: every decision in a table, and the chosen one as a path from the message to its answer. */
package dev.katman.ui.decisions;
