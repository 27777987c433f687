package dev.katman.journal;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.Ids;
import dev.katman.conversation.MessageId;
import dev.katman.conversation.Role;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** What others lost of what their users wrote (S1 to S7), and that it is not lost here. */
class KeptCasesTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    /** The schema from which on a message knows the one before it. */
    private static final int THREADS = 7;

    @TempDir
    private Path home;

    private final Ids ids = new Ids(() -> NOON, new Random(5));

    @Test
    @DisplayName("every case of S1 to S7 has a test that says so")
    void noCaseIsForgotten() throws IOException {
        Pattern name = Pattern.compile("(?:DisplayName\\(|name = )\"S(\\d): ");
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            List<String> covered = files.filter(f -> f.toString().endsWith(".java")).map(KeptCasesTest::read)
                    .flatMap(text -> name.matcher(text).results()).map(MatchResult::group).map(found -> found.replaceAll("\\D", "")).toList();
            assertThat(covered).containsAll(IntStream.rangeClosed(1, 7).mapToObj(String::valueOf).toList());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // has no such limit to set
    @DisplayName("S1: on a full disk it is said so, nothing that was stored is lost, and it goes on once there is room")
    void aFullDiskLosesNothing() throws Exception {
        Path out = home.resolve("said.txt");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), FullDisk.class.getName(), home.toString())
                .redirectErrorStream(true).redirectOutput(out.toFile()).start();
        process.waitFor();
        List<String> said = Files.readAllLines(out);
        assertThat(said).filteredOn(line -> line.startsWith("refused")).containsExactly("refused FULL");
        assertThat(said.getLast()).as("%s", said).startsWith("stored");
        List<MessageId> stored = said.stream().filter(line -> line.startsWith("stored ")).map(line -> new MessageId(line.substring(7))).toList();
        assertThat(stored).hasSizeGreaterThan(3);
        try (Journal journal = Journal.open(home, NOON)) {
            assertThat(journal.messages(journal.conversations().getFirst().id())).extracting(MessageRow::id).containsExactlyElementsOf(stored);
        }
    }

    static List<String> schemas() {
        return Arrays.stream(Flyway.configure().dataSource("jdbc:h2:mem:", "", "").locations("classpath:db/migration").load().info().all())
                .map(MigrationInfo::getVersion).map(Object::toString).toList();
    }

    @ParameterizedTest(name = "S2: a database of schema {0} opens and shows everything")
    @MethodSource("schemas")
    void anOldDatabaseOpens(String version) throws SQLException {
        String url = "jdbc:h2:file:" + home.resolve("katman");
        Flyway.configure().dataSource(url, "katman", "").locations("classpath:db/migration").target(version).load().migrate();
        ConversationId one = ids.conversation();
        ConversationId other = ids.conversation();
        try (Connection connection = DriverManager.getConnection(url, "katman", ""); Statement sql = connection.createStatement()) {
            for (ConversationId each : List.of(one, other)) {
                sql.execute("insert into conversation (id, title, created, updated) values ('%s', 'Başlık', timestamp '2026-11-01 10:00:00', timestamp '2026-11-01 10:00:00')"
                        .formatted(each.value()));
            }
            say(sql, one, Role.USER, "Neden?", "DONE", Optional.empty());
            say(sql, other, Role.USER, "Elsewhere", "UNANSWERED", Optional.empty());
            say(sql, one, Role.USER, "Hepsi bu mu?", "DONE", Optional.empty());
            say(sql, one, Role.ASSISTANT, "Evet.", "DONE", Optional.of("gpt-oss-120b@groq"));
            if (Integer.parseInt(version) >= THREADS) {
                sql.execute("update message m set parent_id = (select max(b.id) from message b where b.conversation_id = m.conversation_id and b.id < m.id)");
                sql.execute("update conversation c set head_id = (select max(m.id) from message m where m.conversation_id = c.id)");
            }
        }
        for (int open = 0; open < 2; open++) { // the second time there is nothing left to do
            try (Journal journal = Journal.open(home, NOON)) {
                assertThat(journal.conversations()).extracting(ConversationRow::title).containsExactly("Başlık", "Başlık");
                assertThat(journal.messages(one)).extracting(MessageRow::text).containsExactly("Neden?", "Hepsi bu mu?", "Evet.");
                assertThat(journal.messages(other)).extracting(MessageRow::state).containsExactly(MessageRow.State.UNANSWERED);
                assertThat(journal.threads().shown(one)).allMatch(row -> row.variants().size() == 1);
                assertThat(journal.decisionsOf(one)).hasSize(3);
            }
        }
    }

    private void say(Statement sql, ConversationId conversation, Role role, String text, String state, Optional<String> served)
            throws SQLException {
        MessageId message = ids.message();
        DecisionId decision = ids.decision();
        sql.execute("insert into message (id, conversation_id, role, text, at, state, decision_id) values ('%s', '%s', '%s', '%s', timestamp '2026-11-01 10:00:00', '%s', '%s')"
                .formatted(message.value(), conversation.value(), role, text, state, decision.value()));
        sql.execute("""
                insert into decision (id, conversation_id, message_id, at, type, difficulty, confidence, judged_by, judge_ms, judge_note, tier, mode,
                    reason, price, worth, left_share, served, took_ms)
                values ('%s', '%s', '%s', timestamp '2026-11-01 10:00:00', 'TASK', 4, 0.9, 'local', 1, '', 'WORKER', 'PACED', 'EASY_TASK', 0, 0, 1, %s, 20)"""
                .formatted(decision.value(), conversation.value(), message.value(), served.map(name -> "'" + name + "'").orElse("null")));
    }

    @Test
    @DisplayName("S3: what is written of an answer under way grows with the answer, and not with its square")
    void bytesGrowWithTheAnswer() throws SQLException {
        try (Journal journal = Journal.open(home, NOON)) {
            var said = new MessageRow(ids.message(), ids.conversation(), Role.USER, "Tell me", NOON, MessageRow.State.PENDING, ids.decision());
            journal.accept(said, Optional.empty());
            long once = written(journal, said, 25);
            long fourTimes = written(journal, said, 100);
            // Four times as many pieces are four times the bytes; an answer written anew each time would be sixteen times.
            assertThat(fourTimes).as("bytes for 100 pieces, where 25 took %d", once).isLessThan(once * 7);
        }
    }

    /** @return bytes that went to the disk for an answer of that many pieces */
    private long written(Journal journal, MessageRow said, int pieces) throws SQLException {
        MessageId answer = ids.message();
        String piece = "söz ".repeat(250);
        long before = written();
        for (int i = 0; i < pieces; i++) {
            journal.came(new Piece(said.decision(), answer, i, "", piece));
        }
        return written() - before;
    }

    /** As the database counts them itself. */
    private long written() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + home.resolve("katman"), "katman", "");
                Statement sql = connection.createStatement();
                var row = sql.executeQuery("select setting_value from information_schema.settings where setting_name = 'info.FILE_WRITE_BYTES'")) {
            assertThat(row.next()).as("the database counts what it writes").isTrue();
            return row.getLong(1);
        }
    }
}
