package dev.katman.ui.kit;

import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class PulseTest {
    private final Pulse pulse = new Pulse();

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void manyPiecesBecomeFewUpdatesInTheirOrder() throws Exception {
        int pieces = 20_000;
        List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
        var updates = new AtomicInteger();
        Consumer<Integer> sink = pulse.batched(batch -> {
            assertThat(Platform.isFxApplicationThread()).isTrue();
            updates.incrementAndGet();
            seen.addAll(batch);
        });
        Thread writer = Thread.ofVirtual().start(() -> IntStream.range(0, pieces).forEach(sink::accept));
        writer.join();
        await().atMost(Duration.ofSeconds(5)).until(() -> seen.size() == pieces);
        assertThat(seen).isSorted();
        assertThat(updates.get()).isLessThan(pieces / 20);
    }

    @Test
    void nothingIsLostWhereManyWriteAtOnce() throws Exception {
        var seen = ConcurrentHashMap.<Integer>newKeySet();
        var threads = new ArrayList<Thread>();
        for (int t = 0; t < 8; t++) {
            int from = t * 1_000;
            threads.add(Thread.ofVirtual().start(() -> IntStream.range(from, from + 1_000).forEach(i -> pulse.post(() -> seen.add(i)))));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> seen.size() == 8_000);
    }

    @Test
    void noErrorHoldsUpWhatComesAfterIt() throws Exception {
        var done = new CountDownLatch(1);
        pulse.post(() -> {
            throw new StackOverflowError("a part that goes too deep, as this test wants it");
        });
        pulse.post(done::countDown);
        assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aBrokenPartDoesNotHoldUpTheOthers() throws Exception {
        var done = new CountDownLatch(1);
        pulse.post(() -> {
            throw new IllegalStateException("a broken part, as this test wants it");
        });
        pulse.post(done::countDown);
        assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
    }
}
