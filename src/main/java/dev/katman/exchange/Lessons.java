package dev.katman.exchange;

import dev.katman.classify.Assessment;
import dev.katman.classify.Pupil;
import dev.katman.classify.MessageType;
import dev.katman.classify.Teacher;
import dev.katman.classify.Verdict;
import dev.katman.catalog.Policy;
import dev.katman.catalog.Tier;
import dev.katman.conversation.Message;
import dev.katman.conversation.MessageId;
import dev.katman.journal.DecisionRecord;
import dev.katman.journal.Journal;
import dev.katman.journal.LessonRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * What the local judge learns from: the router model's verdicts and the reader's word. The journal keeps them; the judge hears those of
 * earlier runs again at the start, then each new one, one after the other on a thread of its own.
 */
final class Lessons implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lessons.class);
    /** Older ones tell of habits that have passed. */
    private static final int MOST = 5_000;
    /** The talk that a verdict rests on: as many turns as the journal gives back with a lesson. */
    private static final int BEFORE = 2;
    private static final long PATIENCE_SECONDS = 5;

    private final Journal journal;
    private final Pupil pupil;
    private final BooleanSupplier wanted;
    private final InstantSource clock;
    private final ExecutorService school = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("katman-lessons").factory());
    private final CompletableFuture<Void> recalled;
    private volatile boolean closed;

    /** @param wanted whether the reader lets it learn */
    Lessons(Journal journal, Pupil pupil, BooleanSupplier wanted, InstantSource clock) {
        this.journal = journal;
        this.pupil = pupil;
        this.wanted = wanted;
        this.clock = clock;
        recalled = CompletableFuture.runAsync(this::recall, school);
    }

    private void recall() {
        if (!wanted.getAsBoolean()) {
            return;
        }
        for (LessonRow row : journal.lessons(MOST)) {
            if (closed) {
                return;
            }
            pupil.learn(row.text(), row.before(), row.verdict(), row.teacher());
        }
    }

    /** Waits until what was learned in earlier runs is there again. */
    void awaitRecalled() {
        recalled.join();
    }

    /** @param assessment by the router model */
    void routerSaid(MessageId message, String text, List<Message> before, Assessment assessment) {
        teach(message, text, before, new Verdict(assessment.type(), assessment.difficulty()), Teacher.ROUTER);
    }

    /** The reader says which tier a message should have been. */
    void readerSaid(DecisionRecord record, Tier tier, Policy policy) {
        journal.shouldHaveBeen(record.id(), tier);
        List<Message> before = journal.turns(journal.threads().before(record.message()), BEFORE);
        teach(record.message(), record.text(), before, verdict(record.decision().assessment(), tier, policy), Teacher.READER);
    }

    /** The nearest verdict to what was said that leads to that tier, whatever the mode. */
    static Verdict verdict(Assessment said, Tier tier, Policy policy) {
        return switch (tier) {
            case CONVERSATION -> new Verdict(MessageType.CHAT, Math.min(said.difficulty(), 4));
            case ROUTER, WORKER -> new Verdict(MessageType.TASK, Math.clamp(said.difficulty(), 1, Math.max(1, policy.workBelow() - 1)));
            case DEEP -> new Verdict(MessageType.TASK, Math.clamp(said.difficulty(), Math.min(10, policy.deepAbove() + 1), 10));
        };
    }

    private void teach(MessageId message, String text, List<Message> before, Verdict verdict, Teacher teacher) {
        if (!wanted.getAsBoolean()) {
            return;
        }
        journal.lesson(message, teacher, verdict, clock.instant());
        List<Message> last = before.subList(Math.max(0, before.size() - BEFORE), before.size());
        school.execute(() -> pupil.learn(text, last, verdict, teacher));
    }

    /** Forgets all of it, here and in the journal. */
    void erase() {
        journal.eraseLessons();
        school.execute(pupil::forget);
    }

    @Override
    public void close() {
        closed = true;
        school.shutdown();
        try {
            if (!school.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a lesson is still under way");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
