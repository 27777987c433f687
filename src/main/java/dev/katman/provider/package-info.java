/**
 * One port to everything that speaks the OpenAI-compatible wire format, and the client behind it: streaming by server-sent events,
 * usage from both places it can stand, rate-limit headers, time-outs, and every error on the wire mapped, in one place, to a
 * {@link dev.katman.provider.Failure}. It never repeats a request by itself: one call here is one request on the wire.
 */
package dev.katman.provider;
