package dev.katman.exchange;

import dev.katman.catalog.Catalog;
import dev.katman.catalog.CatalogReader;
import dev.katman.classify.RuleJudge;
import dev.katman.conversation.Cancellation;
import dev.katman.journal.Journal;
import dev.katman.journal.MessageRow;
import dev.katman.provider.Endpoint;
import dev.katman.sandbox.Pace;
import dev.katman.sandbox.Sandbox;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The program is killed as no program can defend itself against, in the middle of an answer. */
class KilledTest {
    private static final String TEXT = "Tell me a long story about the sea";
    private static final Duration BETWEEN = Duration.ofMillis(60);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path home;

    @Test
    @DisplayName("S4: kill -9 in mid-answer keeps the message, and the answer but for its last second, and what was thought before it; it is answered anew only when asked for")
    void aKilledProgramLosesAtMostASecondOfAnAnswer() throws Exception {
        Catalog catalog = CatalogReader.embedded();
        var clock = new MovableClock("2026-11-22T09:00:00Z");
        try (Sandbox sandbox = Sandbox.start(catalog, new RuleJudge(), clock, new Random(7), new Pace(Duration.ZERO, BETWEEN))) {
            String shown = killedWhileWriting(sandbox, clock);
            clock.move(Duration.ofMinutes(1));
            var endpoint = new Endpoint(sandbox.baseUrl(), Optional.of(sandbox.token()));
            try (var program = new Program(home, catalog, clock, endpoint, 2)) {
                List<MessageRow> rows = program.journal.messages(program.journal.conversations().getFirst().id());
                assertThat(rows).extracting(MessageRow::state).containsExactly(MessageRow.State.STOPPED, MessageRow.State.INTERRUPTED);
                assertThat(rows.getFirst().text()).isEqualTo(TEXT);
                String thought = program.journal.thoughts().before(rows.getLast().id()).orElseThrow();
                assertThat(rows.getLast().text()).as("the thought came first, and is there as a whole").isNotBlank();
                String kept = thought + rows.getLast().text();
                assertThat(shown).startsWith(kept.substring(0, Math.min(kept.length(), shown.length())));
                // A second of writing, and as much again for a busy machine between the last word heard here and the kill.
                long second = 2 * Duration.ofSeconds(1).dividedBy(BETWEEN);
                assertThat(words(shown) - words(kept)).as("words lost of %d", words(shown)).isLessThanOrEqualTo(second);
                assertThat(program.exchange.parked()).isEmpty();
                assertThat(program.exchange.answerDue(answer -> { })).as("nothing answers itself").isEmpty();

                Answer anew = program.exchange.again(rows.getLast().id(), Optional.empty(), Optional.empty(), event -> { }, new Cancellation());
                assertThat(anew.result()).isEqualTo(Answer.Result.ANSWERED);
                assertThat(program.journal.threads().shown(anew.conversation()).getLast().variants())
                        .containsExactly(rows.getLast().id(), anew.reply().orElseThrow());
                assertThat(program.journal.message(anew.id()).orElseThrow().state()).isEqualTo(MessageRow.State.DONE);
            }
        }
        try (Journal journal = Journal.open(home, clock.instant())) {
            assertThat(journal.messages(journal.conversations().getFirst().id())).as("once").hasSize(2);
        }
    }

    /** @return what the reader had seen of the thought and the answer */
    private String killedWhileWriting(Sandbox sandbox, MovableClock clock) throws Exception {
        Path out = home.resolve("shown.txt");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), "-Dstdout.encoding=UTF-8", Writer.class.getName(), home.toString(),
                sandbox.baseUrl().toString(), sandbox.token().reveal(), clock.instant().toString(), TEXT)
                .redirectOutput(out.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            await().atMost(PATIENCE).until(() -> !process.isAlive() || words(Files.readString(out)) >= 64);
            assertThat(process.isAlive()).as("it still writes").isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
        return Files.readString(out);
    }

    private static long words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }
}
