package dev.katman.bench;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.Ids;
import dev.katman.conversation.Role;
import dev.katman.journal.ConversationRow;
import dev.katman.journal.Journal;
import dev.katman.journal.KeptConversation;
import dev.katman.journal.MessageRow;
import dev.katman.launch.BenchHouse;
import dev.katman.ui.shell.Window;
import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * The list of ten thousand conversations, some pinned, some in folders, in the real window: how long it takes to come, what a change of one
 * costs, and a step of scrolling. {@code mvn -Pbench process-classes -Dbench=dev.katman.bench.SideBench}
 */
public final class SideBench {
    private static final int CONVERSATIONS = 10_000;
    private static final int STEPS = 300;
    private static final double STEP = 240;
    private static final int CHANGES = 20;

    private SideBench() {
    }

    public static void main(String[] args) throws Exception {
        WindowBench.startUnseen(true);
        Path home = Files.createTempDirectory("katman-bench");
        try (var house = BenchHouse.open(home)) {
            Journal journal = house.services().journal();
            List<ConversationId> talks = fill(journal, new Random(11));
            long start = System.nanoTime();
            long processor = processor();
            Window window = WindowBench.onScreen(() -> {
                var made = new Window(house.services());
                made.show(new Stage());
                return made;
            });
            WindowBench.await(() -> list(window).getItems().size() > CONVERSATIONS && flow(window).getFirstVisibleCell() != null);
            System.out.printf(Locale.ROOT, "window with %d conversations: %.0f ms, of the FX thread %.0f ms%n", CONVERSATIONS,
                    (System.nanoTime() - start) / 1e6, (processor() - processor) / 1e6);
            WindowBench.tell("scrolling", scroll(window, false));
            WindowBench.tell("scrolling, of the FX thread", scroll(window, true));
            change(window, journal, talks);
            WindowBench.onScreen(() -> {
                window.scene().getWindow().hide();
                return null;
            });
        } finally {
            Platform.exit();
            WindowBench.delete(home);
        }
    }

    /** @param processor whether the processor time of the FX thread is meant, not the time from one step to the next */
    private static long[] scroll(Window window, boolean processor) {
        return WindowBench.frames(STEPS, processor, step -> flow(window).scrollPixels(step < STEPS / 2 ? STEP : -STEP), () -> { });
    }

    /** Opens one after the other and pins it: each change rereads the list and shows it anew. */
    private static void change(Window window, Journal journal, List<ConversationId> talks) {
        long processor = processor();
        for (int i = 0; i < CHANGES; i++) {
            ConversationId talk = talks.get(i * 97);
            boolean pinned = row(journal, talk).pinned();
            WindowBench.onScreen(() -> {
                window.open(talk);
                window.run("pinConversation");
                return null;
            });
            WindowBench.await(() -> row(journal, talk).pinned() != pinned);
        }
        System.out.printf(Locale.ROOT, "opening and pinning one: %.1f ms of the FX thread%n", (processor() - processor) / 1e6 / CHANGES);
    }

    private static ConversationRow row(Journal journal, ConversationId id) {
        return journal.said().conversations(List.of(id)).getFirst();
    }

    private static long processor() {
        return WindowBench.onScreen(() -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    private static ListView<?> list(Window window) {
        return (ListView<?>) window.scene().lookup("#conversations");
    }

    private static VirtualFlow<?> flow(Window window) {
        return (VirtualFlow<?>) list(window).lookup(".virtual-flow");
    }

    private static List<ConversationId> fill(Journal journal, Random random) {
        var now = new Instant[] {Instant.parse("2025-01-01T00:00:00Z")};
        var ids = new Ids(() -> now[0], random);
        var talks = new ArrayList<ConversationId>();
        journal.archive().take(take -> {
            for (int i = 0; i < CONVERSATIONS; i++) {
                now[0] = now[0].plusSeconds(4_000);
                ConversationId talk = ids.conversation();
                talks.add(talk);
                var asked = new MessageRow(ids.message(), talk, Role.USER, "Question " + i + " of a long year", now[0], MessageRow.State.DONE,
                        ids.decision());
                var answer = new MessageRow(ids.message(), talk, Role.ASSISTANT, "Answer " + i, now[0], MessageRow.State.DONE, asked.decision());
                take.accept(KeptConversation.inOrder(new ConversationRow(talk, asked.text(), now[0], now[0], i % 1_000 == 0,
                        i % 20 == 0 ? Optional.of("Folder " + random.nextInt(12)) : Optional.empty()), List.of(asked, answer)));
            }
        });
        return talks;
    }
}
