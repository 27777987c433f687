package dev.katman.sandbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What was seen of every request for an answer. Safe for use by many threads. */
final class Tally {
    /** Kept; older ones are forgotten, so that a long day stays small. */
    static final int MOST = 10_000;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private long count;

    /** One request; changed as it goes on. */
    final class Entry {
        private Seen seen;

        private Entry(Seen seen) {
            this.seen = seen;
        }

        long number() {
            synchronized (Tally.this) {
                return seen.number();
            }
        }

        void asked(String model) {
            asked(model, 0, Optional.empty());
        }

        void asked(String model, long promptTokens, Optional<Fault> fault) {
            synchronized (Tally.this) {
                seen = new Seen(seen.number(), seen.at(), model, seen.status(), promptTokens, 0, 0, fault, false);
            }
        }

        void status(int status) {
            synchronized (Tally.this) {
                seen = new Seen(seen.number(), seen.at(), seen.model(), status, seen.promptTokens(), seen.completionTokens(),
                        seen.charged(), seen.fault(), seen.ended());
            }
        }

        void cost(long completionTokens, long charged) {
            synchronized (Tally.this) {
                seen = new Seen(seen.number(), seen.at(), seen.model(), seen.status(), seen.promptTokens(), completionTokens,
                        charged,
                        seen.fault(), seen.ended());
            }
        }

        void ended() {
            synchronized (Tally.this) {
                seen = new Seen(seen.number(), seen.at(), seen.model(), seen.status(), seen.promptTokens(), seen.completionTokens(),
                        seen.charged(), seen.fault(), true);
            }
        }
    }

    synchronized Entry arrived(Instant at) {
        var entry = new Entry(new Seen(++count, at, "", 0, 0, 0, 0, Optional.empty(), false));
        entries.add(entry);
        if (entries.size() > MOST) {
            entries.poll();
        }
        return entry;
    }

    synchronized List<Seen> calls() {
        return entries.stream().map(entry -> entry.seen).toList();
    }
}
