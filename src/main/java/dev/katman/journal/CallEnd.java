package dev.katman.journal;

import dev.katman.conversation.CallId;
import dev.katman.conversation.Outcome;
import dev.katman.conversation.Usage;
import dev.katman.quota.Need;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a call ended.
 *
 * @param call    which
 * @param ended   when
 * @param settled the ledger's instant; empty where nothing was spent
 * @param charged what the ledger took
 * @param outcome how it ended
 * @param http    status, 0 where there was none
 * @param usage   what it cost: the provider's word, else what we counted
 * @param ttft    time to first token
 * @param reason  why it failed, redacted; empty where it did not
 */
public record CallEnd(CallId call, Instant ended, Optional<Instant> settled, Need charged, Outcome outcome, int http, Usage usage,
        Optional<Duration> ttft, String reason) {
}
