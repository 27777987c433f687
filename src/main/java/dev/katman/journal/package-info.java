/**
 * The journal is the truth: conversations, decisions and every call on the wire, in one H2 file. A call is written before it leaves and
 * completed after. Quota levels at start are a fold over it; history, usage and "today" are queries on it. Nothing else keeps a count.
 *
 * <p>Commits are on disk when a method returns ({@code WRITE_DELAY=0}).
 */
package dev.katman.journal;
