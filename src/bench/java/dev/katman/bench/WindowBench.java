package dev.katman.bench;

import dev.katman.conversation.ConversationId;
import dev.katman.launch.BenchHouse;
import dev.katman.ui.chat.ChatStage;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How fast the window is, on the headless platform in software rendering: an answer that grows, a long conversation that is opened
 * and scrolled, and what stays on the heap. Work of the FX thread is its processor time, so that a busy machine does not count: of a whole
 * frame, and up to where all is laid out. What comes behind that is the toolkit's own, who wakes its renderer and, without a screen, copies
 * each picture on this same thread.
 */
public final class WindowBench {
    /** As many tokens of four characters. */
    private static final int ANSWER = 20_000 * 4;
    /** Ten tokens a frame, which at sixty frames is six hundred tokens a second. */
    private static final int PIECE = 40;
    private static final int MESSAGES = 5_000;
    private static final int STEPS = 600;
    private static final double STEP = 100;
    /** A busy day's, of two thousand tokens each. */
    private static final int ANSWERS = 60;
    private static final int LABELS = 20;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    /** The FX thread's processor time when the newest frame was laid out; of that thread alone. */
    private static long laidOut;

    private WindowBench() {
    }

    public static void main(String[] args) throws Exception {
        startUnseen(true);
        Path home = Files.createTempDirectory("katman-bench");
        try (var house = BenchHouse.open(home)) {
            ConversationId conversation = LongTalk.write(house.services().journal(), MESSAGES);
            ChatStage stage = onScreen(() -> new ChatStage(house.services(), () -> laidOut = THREADS.getCurrentThreadCpuTime()));
            label(stage); // to warm up
            tell("a label alone", label(stage));
            tell("streaming, everything, the first answer of a process", stream(stage, LongTalk.answer("everything", ANSWER, new Random(7))));
            for (String kind : new String[]{"everything", "one paragraph", "one list", "one code block"}) {
                String answer = LongTalk.answer(kind, ANSWER, new Random(11));
                stream(stage, answer.substring(0, ANSWER / 8)); // to warm up
                tell("streaming, " + kind, stream(stage, answer));
            }
            tell("a label alone, once more", label(stage));
            open("for the first time", stage, conversation);
            onScreen(() -> {
                stage.begin();
                return null;
            });
            open("once more", stage, conversation);
            tell("scrolling", scroll(stage));
            heap(stage);
            onScreen(() -> {
                stage.close();
                return null;
            });
        } finally {
            Platform.exit();
            delete(home);
        }
    }

    /**
     * Starts JavaFX without a screen; what is painted is not copied anywhere.
     *
     * @param restless whether frame follows frame and nothing is waited for, in place of sixty a second
     */
    static void startUnseen(boolean restless) {
        System.setProperty("glass.platform", "Unseen");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        System.setProperty("javafx.animation.fullspeed", String.valueOf(restless));
        Platform.startup(() -> { });
        Platform.setImplicitExit(false);
    }

    private static Work stream(ChatStage stage, String answer) {
        onScreen(() -> {
            stage.begin();
            return null;
        });
        return work((answer.length() + PIECE - 1) / PIECE,
                frame -> stage.stream(answer.substring(frame * PIECE, Math.min(answer.length(), (frame + 1) * PIECE))),
                () -> stage.finish(answer));
    }

    /** What a frame costs in which one short text changes and nothing else: the least that can be had. */
    private static Work label(ChatStage stage) {
        return work(STEPS, stage::label, () -> { });
    }

    private static void open(String which, ChatStage stage, ConversationId conversation) {
        long start = System.nanoTime();
        long cpu = onScreen(THREADS::getCurrentThreadCpuTime);
        onScreen(() -> {
            stage.open(conversation);
            return null;
        });
        await(stage::showsEnd);
        double shown = (System.nanoTime() - start) / 1e6;
        await(() -> stage.rows() >= MESSAGES && stage.showsEnd());
        System.out.printf(Locale.ROOT, "opening %d messages %s: its end on the screen after %.0f ms, all of it after %.0f ms, of the FX thread %.0f ms%n",
                MESSAGES, which, shown, (System.nanoTime() - start) / 1e6, (onScreen(THREADS::getCurrentThreadCpuTime) - cpu) / 1e6);
    }

    /** @return time of each step until the next, drawing included, in nanoseconds */
    private static long[] scroll(ChatStage stage) {
        return frames(STEPS, false, step -> stage.scroll(step < STEPS / 2 ? -STEP : STEP), () -> { });
    }

    private static void heap(ChatStage stage) {
        long still = used();
        for (int i = 0; i < LABELS; i++) {
            label(stage);
        }
        System.out.printf(Locale.ROOT, "heap: %.1f MB, and %.1f MB after %d frames in which a label alone changed%n", still / 1e6, used() / 1e6,
                LABELS * STEPS);
        String answer = LongTalk.answer("everything", ANSWER / 10, new Random(9));
        long before = 0;
        for (int i = 0; i < ANSWERS; i++) {
            stream(stage, answer);
            if (i == ANSWERS / 10) {
                before = used();
            }
        }
        System.out.printf(Locale.ROOT, "heap after %d answers: %.1f MB, after %d: %.1f MB%n", ANSWERS / 10, before / 1e6, ANSWERS, used() / 1e6);
    }

    static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    interface Frame {
        void at(int frame);
    }

    /**
     * Processor time of the FX thread in each frame, in nanoseconds.
     *
     * @param whole   from one frame to the next
     * @param laidOut from its beginning until all is laid out
     */
    private record Work(long[] whole, long[] laidOut) {
    }

    private static Work work(int count, Frame each, Runnable last) {
        var laid = new long[count];
        var began = new long[1];
        long[] whole = frames(count, true, frame -> {
            if (frame > 0) {
                laid[frame - 1] = laidOut - began[0];
            }
            began[0] = THREADS.getCurrentThreadCpuTime();
            each.at(frame);
        }, () -> {
            laid[count - 1] = laidOut - began[0];
            last.run();
        });
        return new Work(whole, laid);
    }

    private static void tell(String what, Work work) {
        tell(what + ", up to the layout", work.laidOut());
        tell(what + ", whole", work.whole());
    }

    /** Does one thing a frame, so many frames, and measures each up to the next. */
    static long[] frames(int count, boolean processor, Frame each, Runnable last) {
        var took = new long[count];
        var done = new CompletableFuture<long[]>();
        Platform.runLater(() -> new AnimationTimer() {
            private int frame;
            private long before;

            @Override
            public void handle(long now) {
                long time = processor ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
                if (frame > 0) {
                    took[frame - 1] = time - before;
                }
                before = time;
                if (frame == count) {
                    stop();
                    last.run();
                    done.complete(took);
                    return;
                }
                each.at(frame++);
            }
        }.start());
        return done.join();
    }

    /** Looks once a frame. */
    static void await(BooleanSupplier condition) {
        var done = new CompletableFuture<Void>();
        Platform.runLater(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (condition.getAsBoolean()) {
                    stop();
                    done.complete(null);
                }
            }
        }.start());
        done.join();
    }

    static void tell(String what, long[] took) {
        int quarter = took.length / 4;
        System.out.printf(Locale.ROOT, "%s: first quarter p50 %.2f p95 %.2f ms, last quarter p50 %.2f p95 %.2f ms, all p95 %.2f ms%n", what,
                percentile(took, 0, quarter, 0.5), percentile(took, 0, quarter, 0.95), percentile(took, 3 * quarter, took.length, 0.5),
                percentile(took, 3 * quarter, took.length, 0.95), percentile(took, 0, took.length, 0.95));
    }

    private static double percentile(long[] took, int from, int to, double share) {
        long[] sorted = Arrays.copyOfRange(took, from, to);
        Arrays.sort(sorted);
        return sorted[(int) ((sorted.length - 1) * share)] / 1e6;
    }

    static <T> T onScreen(Supplier<T> task) {
        var done = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                done.complete(task.get());
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the window did not do as it was told", e);
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
