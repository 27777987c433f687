package dev.katman.cli;

import dev.katman.classify.Assessment;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Judges many messages and answers none: a line of JSON for each, in their order. */
final class Classify {
    /** Calls to the router model under way at once. */
    private static final int AT_ONCE = 8;

    private final Session session;
    private final Console console;

    Classify(Session session, Console console) {
        this.session = session;
        this.console = console;
    }

    /** @param local whether only the local judge is heard */
    int run(List<BatchInput> messages, boolean local) throws InterruptedException {
        if (local) {
            messages.forEach(message -> print(message, session.exchange().judgeLocally(message.text())));
        } else {
            cascade(messages);
        }
        console.out().flush();
        return 0;
    }

    private void cascade(List<BatchInput> messages) throws InterruptedException {
        record Judged(BatchInput message, Future<Assessment> verdict) {
        }
        try (var threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            var waiting = new ArrayDeque<Judged>();
            for (BatchInput message : messages) {
                waiting.add(new Judged(message, threads.submit(() -> session.exchange().judge(message.text()))));
                if (waiting.size() > AT_ONCE) {
                    Judged next = waiting.remove();
                    print(next.message(), next.verdict().get());
                }
            }
            for (Judged rest : waiting) {
                print(rest.message(), rest.verdict().get());
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        }
    }

    private void print(BatchInput message, Assessment assessment) {
        console.out().println(Json.verdict(message.id(), assessment, session.policies().get()));
    }
}
