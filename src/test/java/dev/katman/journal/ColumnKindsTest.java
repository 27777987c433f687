package dev.katman.journal;

import dev.katman.catalog.DeploymentId;
import dev.katman.conversation.Column;
import dev.katman.conversation.DocumentId;
import dev.katman.conversation.Ids;
import dev.katman.conversation.MessageId;
import dev.katman.documents.Kind;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** The kinds of columns, in a database from before there were any. */
class ColumnKindsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String BEFORE = "16";

    @TempDir
    private Path home;
    private final Ids ids = new Ids(() -> NOON, new Random(5));

    @Test
    void oldColumnsAreOfTextAndNewOnesKeepTheirKind() throws SQLException {
        MessageId message = ids.message();
        DocumentId document = ids.document();
        old(message, document);
        var identity = new DocumentIdentity(Optional.of(document), "dues.txt", Kind.TEXT, List.of());
        List<Column> old = List.of(Column.text("due"), Column.text("amount:number"));
        List<Column> now = List.of(new Column("due", Column.Kind.DATE), new Column("amount", Column.Kind.NUMBER), Column.text("who"));
        try (Journal journal = Journal.open(home, NOON)) {
            assertThat(journal.preparations().find(message).orElseThrow().goal()).isEqualTo(new PreparationGoal.Table(old));
            assertThat(journal.proposals().find(identity).orElseThrow().columns()).isEqualTo(old);
            journal.preparations().columns(message, now);
            journal.proposals().keep(identity, new Proposals.Proposed(now, DeploymentId.parse("llama-4-scout@groq")));
        }
        try (Journal journal = Journal.open(home, NOON)) {
            assertThat(journal.preparations().find(message).orElseThrow().goal()).isEqualTo(new PreparationGoal.Table(now));
            assertThat(journal.proposals().find(identity).orElseThrow().columns()).isEqualTo(now);
        }
    }

    private void old(MessageId message, DocumentId document) throws SQLException {
        String url = "jdbc:h2:file:" + home.resolve("katman");
        Flyway.configure().dataSource(url, "katman", "").locations("classpath:db/migration").target(BEFORE).load().migrate();
        String at = "timestamp '2026-11-01 10:00:00'";
        String conversation = ids.conversation().value();
        try (Connection connection = DriverManager.getConnection(url, "katman", ""); Statement sql = connection.createStatement()) {
            sql.execute("insert into conversation (id, title, created, updated) values ('%s', 'Dues', %s, %s)".formatted(conversation, at, at));
            sql.execute("insert into message (id, conversation_id, role, text, at, state, decision_id) values ('%s', '%s', 'USER', 'A table', %s, 'STOPPED', '%s')"
                    .formatted(message.value(), conversation, at, ids.decision().value()));
            sql.execute("insert into document (id, name, kind, bytes, tokens, at) values ('%s', 'dues.txt', 'TEXT', 1, 1, %s)".formatted(document.value(), at));
            sql.execute("insert into enclosure values ('%s', '%s', '%s', 0)".formatted(message.value(), document.value(), conversation));
            sql.execute("insert into preparation (message_id, document_id, goal) values ('%s', '%s', 'TABLE')".formatted(message.value(), document.value()));
            sql.execute("insert into preparation_column values ('%1$s', 0, 'due'), ('%1$s', 1, 'amount:number')".formatted(message.value()));
            sql.execute("insert into proposal values ('%s', 'llama-4-scout@groq')".formatted(document.value()));
            sql.execute("insert into proposal_column values ('%1$s', 0, 'due'), ('%1$s', 1, 'amount:number')".formatted(document.value()));
        }
    }
}
