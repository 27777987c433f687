package dev.katman.provider;

import dev.katman.catalog.Axis;
import dev.katman.conversation.Outcome;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Everything that can go wrong on the wire, named by what must be done about it (facts/quota-law: bodies). Reasons are in the
 * provider's own words, redacted and cut at {@value #REASON_LENGTH} characters; they are for details and logs, not for the reader.
 */
public sealed interface Failure {
    int REASON_LENGTH = 512;

    /** HTTP status, 0 where there was none. */
    int http();

    /** In the provider's words, redacted; or in ours, in English, where it said none. */
    String reason();

    /** How the call is written down. */
    default Outcome outcome(boolean started) {
        return switch (this) {
            case Cancelled c -> Outcome.CANCELLED;
            case RateLimited r when !started -> Outcome.REFUSED;
            case TooLarge t when !started -> Outcome.REFUSED;
            case KeyRefused k when !started -> Outcome.REFUSED;
            case ModelGone m when !started -> Outcome.REFUSED;
            case BadRequest b when !started -> Outcome.REFUSED;
            case Failure f -> started ? Outcome.INTERRUPTED : Outcome.FAILED;
        };
    }

    /**
     * An axis is full: wait; other models are not concerned.
     *
     * @param axis       which; empty where the body does not say
     * @param limit      its limit
     * @param used       its level
     * @param requested  what this call asked for
     * @param retryAfter how long the provider asks to wait
     */
    record RateLimited(int http, Optional<Axis> axis, OptionalLong limit, OptionalLong used, OptionalLong requested,
            Optional<Duration> retryAfter, String reason) implements Failure {
    }

    /**
     * More than the limit itself: never to be sent again unchanged.
     *
     * @param axis      which; empty where the body does not say
     * @param limit     its limit
     * @param requested what this call asked for
     */
    record TooLarge(int http, Optional<Axis> axis, OptionalLong limit, OptionalLong requested, String reason) implements Failure {
    }

    /** The key is wrong or may not do this: stop using the provider and tell the user. */
    record KeyRefused(int http, String reason) implements Failure {
    }

    /** The model is not served here any more. */
    record ModelGone(int http, String reason) implements Failure {
    }

    /** The structured answer did not come out valid. */
    record OutputInvalid(int http, String reason) implements Failure {
    }

    /** The provider does not accept the request, for a reason that none of the others names. */
    record BadRequest(int http, String reason) implements Failure {
    }

    /** The provider is in trouble: over capacity, an error of its own, a failure in the stream. */
    record ProviderTrouble(int http, Optional<Duration> retryAfter, String reason) implements Failure {
    }

    /**
     * No connection: refused, no such host, no network, TLS.
     *
     * @param byProxy whether a proxy on the way wants a name and a password that it has not got
     */
    record Unreachable(String reason, boolean byProxy) implements Failure {
        public Unreachable(String reason) {
            this(reason, false);
        }

        @Override
        public int http() {
            return 0;
        }
    }

    /**
     * Too long a silence.
     *
     * @param phase where
     * @param after how long we waited
     */
    record TimedOut(Phase phase, Duration after, int http) implements Failure {
        /** Where a call can fall silent. */
        public enum Phase {
            CONNECT,
            FIRST_TOKEN,
            BETWEEN_TOKENS
        }

        @Override
        public String reason() {
            return "silent for " + after.toMillis() + " ms (" + phase + ")";
        }
    }

    /** The connection ended before the answer did. */
    record Cut(int http, String reason) implements Failure {
    }

    /** What came is not the wire format. */
    record Garbled(int http, String reason) implements Failure {
    }

    /** The reader stopped it. */
    record Cancelled(int http) implements Failure {
        @Override
        public String reason() {
            return "stopped by the reader";
        }
    }
}
