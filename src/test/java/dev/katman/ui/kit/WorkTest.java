package dev.katman.ui.kit;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import static org.assertj.core.api.Assertions.assertThat;

class WorkTest {
    private final Work work = new Work(new Pulse(), fault -> { });

    @Test
    void closingWaitsForWhatIsUnderWayAndInterruptsNothing() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var interrupted = new AtomicBoolean();
        var ended = new AtomicBoolean();
        work.go("slow", () -> {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
            ended.set(true);
        });
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        Thread closer = Thread.ofVirtual().start(work::close);
        assertThat(closer.join(Duration.ofMillis(50))).as("gone before the work was").isFalse();
        goOn.countDown();
        assertThat(closer.join(Duration.ofSeconds(10))).isTrue();
        assertThat(ended).isTrue();
        assertThat(interrupted).isFalse();
    }

    @Test
    void whatKeepsEveryProcessorBusyLeavesAMessageItsTurn() throws Exception {
        int processors = Runtime.getRuntime().availableProcessors();
        var busy = new CountDownLatch(processors);
        var sent = new CountDownLatch(1);
        var over = new AtomicBoolean();
        for (int i = 0; i < processors; i++) {
            work.heavy("read a document", () -> {
                busy.countDown();
                while (!over.get()) {
                    Thread.onSpinWait();
                }
                return "read";
            }, read -> { }, () -> { });
        }
        try {
            assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();
            work.go("send", sent::countDown);
            assertThat(sent.await(10, TimeUnit.SECONDS)).as("sent while documents are read").isTrue();
        } finally {
            over.set(true);
        }
    }

    @Test
    void closingWaitsForWhatKeepsAProcessorBusyToo() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        work.heavy("read a document", () -> {
            begun.countDown();
            try {
                return goOn.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }, read -> { }, () -> { });
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        Thread closer = Thread.ofVirtual().start(work::close);
        assertThat(closer.join(Duration.ofMillis(50))).as("gone before the document was read").isFalse();
        goOn.countDown();
        assertThat(closer.join(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void nothingBeginsAfterTheEndAndNothingIsThrown() {
        work.close();
        var ran = new AtomicBoolean();
        work.go("late", () -> ran.set(true));
        work.close();
        assertThat(ran).isFalse();
    }
}
