package dev.katman.sandbox;

import java.time.Instant;
import java.util.Optional;

/**
 * One request for an answer as the sandbox saw it, whatever became of it: what a test holds against the journal.
 *
 * @param number           1 for the first
 * @param at               when it came
 * @param model            the model as it was asked for; empty where the request was turned away before that was read
 * @param status           the HTTP status sent; 0 where none was, or not yet
 * @param promptTokens     of the prompt, whether or not they were charged
 * @param completionTokens written to the connection
 * @param charged          what it cost the levels so far: prompt and cap while it runs, what was used after, 0 for a refusal
 * @param fault            what was scripted for it
 * @param ended            whether it is over
 */
public record Seen(long number, Instant at, String model, int status, long promptTokens, long completionTokens, long charged,
        Optional<Fault> fault, boolean ended) {
}
