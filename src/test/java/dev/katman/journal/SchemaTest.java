package dev.katman.journal;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SchemaTest extends InJournal {
    @Test
    void theNewestMigrationIsTheOneThatIsNamed() {
        var known = Flyway.configure().dataSource("jdbc:h2:mem:", "", "").locations("classpath:db/migration").load().info().all();
        assertThat(List.of(known).getLast().getScript()).isEqualTo(Schema.NEWEST);
    }

    @Test
    void whereAMigrationFailedNothingIsDoneToTheFile() throws SQLException {
        close();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + home.resolve("katman"), "katman", "");
                Statement sql = connection.createStatement()) {
            sql.execute("update \"flyway_schema_history\" set \"success\" = false where \"script\" = '" + Schema.NEWEST + "'");
        }
        assertThatThrownBy(() -> Journal.open(home, NOON)).isInstanceOf(JournalException.class).hasMessageContaining("ailed");
    }
}
