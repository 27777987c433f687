package dev.katman.cli;

import dev.katman.conversation.Cancellation;
import dev.katman.conversation.MessageId;
import dev.katman.exchange.Answer;
import dev.katman.exchange.Ask;
import dev.katman.journal.MessageRow;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Many messages within the limits. Each answer is written as soon as it is there, so that a stopped batch goes on where it was. */
final class Batch {
    private final Session session;
    private final Console console;
    private final int concurrency;
    private int done;
    private int failed;
    private int total;
    private String prefix = "";

    Batch(Session session, Console console, int concurrency) {
        this.session = session;
        this.console = console;
        this.concurrency = concurrency;
    }

    int run(Path in, Path out) throws Refusal, InterruptedException {
        prefix = "batch\n" + out.toAbsolutePath() + "\n";
        if (!Files.exists(out)) {
            session.journal().forgetRefs(prefix); // a new result file means to ask anew
        }
        List<BatchInput> all = BatchInput.read(in, session.words().texts());
        Set<String> answered = BatchInput.answered(out, session.words().texts());
        List<BatchInput> open = all.stream().filter(m -> !answered.contains(m.id())).toList();
        total = all.size();
        done = all.size() - open.size();
        try (BufferedWriter writer = open(out); var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var room = new Semaphore(concurrency);
            var running = new ArrayList<Future<?>>();
            for (BatchInput message : open) {
                room.acquire();
                running.add(executor.submit(() -> {
                    try {
                        write(writer, message, answer(message));
                    } finally {
                        room.release();
                    }
                    return null;
                }));
                throwIfFailed(running);
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new Refusal(1, text("cli.file.unwritable", out), e);
        } catch (IOException e) {
            throw new Refusal(1, text("cli.file.unwritable", out), e);
        }
        console.err().println((console.terminal() ? "\r" : "") + text("cli.batch.done", done, total, failed));
        return failed == 0 ? 0 : 1;
    }

    /**
     * A message that has to wait does so here: a batch has time. One that an earlier run had sent is not sent again: its answer is taken from
     * the journal, or it is taken up where it was.
     */
    private Answer answer(BatchInput message) throws InterruptedException {
        String ref = prefix + message.id() + "\n" + Integer.toHexString(message.text().hashCode());
        Optional<MessageRow> before = session.journal().messageByRef(ref);
        if (before.isPresent() && before.get().state() == MessageRow.State.DONE) {
            return session.exchange().recall(before.get().id());
        }
        Answer answer = before.isPresent() ? resume(before.get().id())
                : session.exchange().send(new Ask(message.text()).named(ref), event -> { }, new Cancellation());
        while (answer.result() == Answer.Result.PARKED) {
            Instant until = answer.record().parkedUntil().orElseThrow();
            Thread.sleep(Duration.between(session.clock().instant(), until).plusMillis(1));
            answer = resume(answer.id());
        }
        return answer;
    }

    private Answer resume(MessageId message) {
        return session.exchange().resume(message, false, event -> { }, new Cancellation());
    }

    private synchronized void write(BufferedWriter writer, BatchInput message, Answer answer) throws IOException {
        writer.write(Json.answer(message.id(), answer, session.journal().documents().fitting(answer.record().id())));
        writer.newLine();
        writer.flush();
        done++;
        if (answer.result() != Answer.Result.ANSWERED) {
            failed++;
        }
        progress();
    }

    private void progress() {
        if (console.terminal()) {
            int width = 30;
            int filled = width * done / total;
            console.err().print("\r" + "█".repeat(filled) + "░".repeat(width - filled) + " " + done + "/" + total);
            console.err().flush();
        } else if (done * 10 / total != (done - 1) * 10 / total) {
            console.err().println(done + "/" + total);
        }
    }

    private static void throwIfFailed(List<Future<?>> running) throws ExecutionException, InterruptedException {
        for (Future<?> one : running) {
            if (one.state() == Future.State.FAILED) {
                one.get();
            }
        }
        running.removeIf(one -> one.state() == Future.State.SUCCESS);
    }

    private BufferedWriter open(Path out) throws IOException {
        endLastLine(out);
        return Files.newBufferedWriter(out, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** A line that a crash broke off must not swallow the next one. */
    private static void endLastLine(Path out) throws IOException {
        if (Files.exists(out) && Files.size(out) > 0) {
            byte[] all = Files.readAllBytes(out);
            if (all[all.length - 1] != '\n') {
                Files.writeString(out, System.lineSeparator(), StandardOpenOption.APPEND);
            }
        }
    }

    private String text(String key, Object... values) {
        return session.words().texts().get(key, values);
    }
}
