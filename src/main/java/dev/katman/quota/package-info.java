/**
 * Levels of every (deployment, axis), by the law that providers really follow: a bucket that drains all the time, or a day that
 * starts afresh at a time of day. All arithmetic is in whole numbers (tokens x milliseconds), so that the same events always give
 * the same level, to the token. Time is handed in, never read.
 *
 * <p>A call is held in full from its reservation until the provider answers; only then does it begin to drain. The provider's own
 * bucket took it earlier, so ours is never below theirs, and above by no more than what is in flight.
 */
package dev.katman.quota;
