package dev.katman.exchange;

import dev.katman.conversation.DecisionId;
import dev.katman.conversation.MessageId;
import dev.katman.journal.Journal;
import dev.katman.journal.JournalException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An answer under way, kept in the journal as it comes: a second after a piece of text has come it is written there, with whatever came in
 * that second, and never again. So a crash costs a second of it, and what is written grows with the answer and not with its square.
 */
final class Partial implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Partial.class);
    private static final long WAITS_MILLIS = 1_000;

    private final Journal journal;
    private final ScheduledExecutorService timer;
    private final DecisionId decision;
    private final MessageId answer;
    /** Held while the journal is written to; the text has a lock of its own, so that nobody who reads from the wire waits for a disk. */
    private final ReentrantLock writing = new ReentrantLock();
    private final StringBuilder text = new StringBuilder();
    private Optional<Future<?>> soon = Optional.empty();
    private int written;
    private boolean over;

    /** @param answer the identifier that the answer will have */
    Partial(Journal journal, ScheduledExecutorService timer, DecisionId decision, MessageId answer) {
        this.journal = journal;
        this.timer = timer;
        this.decision = decision;
        this.answer = answer;
    }

    MessageId answer() {
        return answer;
    }

    /** More of the answer has come. */
    void add(String delta) {
        synchronized (text) {
            text.append(delta);
            if (soon.isEmpty() && !over) {
                soon = Optional.of(timer.schedule(() -> Thread.ofVirtual().name("keep an answer").start(this::write), WAITS_MILLIS,
                        TimeUnit.MILLISECONDS));
            }
        }
    }

    /** What has come so far is void: somebody else is asked. */
    void startAfresh() {
        writing.lock();
        try {
            take();
            if (written > 0) {
                journal.cameToNothing(decision);
                written = 0;
            }
        } finally {
            writing.unlock();
        }
    }

    private void write() {
        writing.lock();
        try {
            String piece = take();
            if (!piece.isEmpty()) {
                journal.came(decision, answer, written++, piece);
            }
        } catch (JournalException e) {
            LOG.warn("an answer under way cannot be kept; it is tried once more when it is there as a whole", e);
            end();
        } finally {
            writing.unlock();
        }
    }

    private String take() {
        synchronized (text) {
            soon.ifPresent(scheduled -> scheduled.cancel(false));
            soon = Optional.empty();
            String taken = text.toString();
            text.setLength(0);
            return over ? "" : taken;
        }
    }

    private void end() {
        synchronized (text) {
            over = true;
            soon.ifPresent(scheduled -> scheduled.cancel(false));
        }
    }

    /** Nothing is written any more, and nothing is being written. */
    @Override
    public void close() {
        end();
        writing.lock();
        writing.unlock();
    }
}
