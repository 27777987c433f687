package dev.katman.journal;

import dev.katman.conversation.Role;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** How the database finds what it is asked for. It tells so itself, for the very statements that it was given. */
class PlansTest extends InJournal {
    @Test
    void whatIsAskedForWithEveryMessageIsNotFoundByReadingEverythingEverSaid() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + home.resolve("katman"), "katman", "");
                Statement sql = connection.createStatement()) {
            findsAllByAnIndex(sql);
        }
    }

    /** A conversation is then less than a hundredth of what was said, and so is, by H2's count, what was not dropped. */
    @Test
    void norIsItOnceConversationsAreLongAndH2HasCounted() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + home.resolve("katman"), "katman", "");
                Statement sql = connection.createStatement()) {
            for (int i = 0; i < 300; i++) {
                say();
            }
            sql.execute("analyze");
            findsAllByAnIndex(sql);
        }
    }

    private MessageRow say() {
        var said = new MessageRow(ids.message(), conversation, Role.USER, "Neden?", NOON, MessageRow.State.PENDING, ids.decision());
        journal.accept(said, Optional.empty());
        return said;
    }

    private void findsAllByAnIndex(Statement sql) throws SQLException {
        sql.execute("set query_statistics true");
        MessageRow said = say();
        journal.message(said.id());
        journal.messages(conversation);
        journal.turns(Optional.of(said.id()), 6);
        Threads threads = journal.threads();
        threads.upTo(said.id());
        threads.lastShown(conversation, 6);
        threads.answerTo(said.id());
        threads.answerFrom(said.decision());
        threads.before(said.id());
        journal.archive().find(conversation);
        journal.preparations().of(conversation);
        List<String> given = column(sql, "select sql_statement from information_schema.query_statistics").stream()
                .filter(text -> (text.startsWith("select") || text.startsWith("with")) && text.contains("message")).toList();
        assertThat(given).hasSizeGreaterThan(8);
        for (String statement : given) {
            assertThat(column(sql, "explain " + statement)).singleElement().asString().as(statement)
                    .doesNotContain("MESSAGE_DROPPED", "tableScan");
        }
    }

    private static List<String> column(Statement sql, String query) throws SQLException {
        var values = new ArrayList<String>();
        try (ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
