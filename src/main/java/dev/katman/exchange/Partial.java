package dev.katman.exchange;

import dev.katman.conversation.DecisionId;
import dev.katman.conversation.MessageId;
import dev.katman.journal.Journal;
import dev.katman.journal.JournalException;
import dev.katman.journal.Piece;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An answer under way, kept in the journal as it comes: a second after a piece of it has come, thought or text, it is written there, with
 * whatever came in that second, and never again. So a crash costs a second of it, and what is written grows with the answer and not with its square.
 */
final class Partial implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Partial.class);
    private static final long WAITS_MILLIS = 1_000;

    private final Journal journal;
    private final ScheduledExecutorService timer;
    private final DecisionId decision;
    private final MessageId answer;
    /** Held while the journal is written to; what comes has a lock of its own, so that nobody who reads from the wire waits for a disk. */
    private final ReentrantLock writing = new ReentrantLock();
    private final Object coming = new Object();
    private final StringBuilder thought = new StringBuilder();
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
        add(text, delta);
    }

    /** More has come of what is thought before it. */
    void addThought(String delta) {
        add(thought, delta);
    }

    private void add(StringBuilder to, String delta) {
        synchronized (coming) {
            to.append(delta);
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
            Spoken came = take();
            if (!came.equals(Spoken.NOTHING)) {
                journal.came(new Piece(decision, answer, written++, came.thought(), came.text()));
            }
        } catch (JournalException e) {
            LOG.warn("an answer under way cannot be kept; it is tried once more when it is there as a whole", e);
            end();
        } finally {
            writing.unlock();
        }
    }

    private Spoken take() {
        synchronized (coming) {
            soon.ifPresent(scheduled -> scheduled.cancel(false));
            soon = Optional.empty();
            var taken = new Spoken(thought.toString(), text.toString());
            thought.setLength(0);
            text.setLength(0);
            return over ? Spoken.NOTHING : taken;
        }
    }

    private void end() {
        synchronized (coming) {
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
