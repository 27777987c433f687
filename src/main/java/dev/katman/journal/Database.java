package dev.katman.journal;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The H2 file: opened, brought to this program's schema, and closed. Every fault leaves here as a {@link JournalException}. */
final class Database implements AutoCloseable {
    private final JdbcConnectionPool pool;
    private final Jdbi jdbi;

    private Database(JdbcConnectionPool pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
    }

    static Database open(Path home) {
        return open(home, "latest");
    }

    /** @param version of the schema; refused as newer where this program does not know it */
    static Database open(Path home, String version) {
        // WRITE_DELAY=0: else a commit is on disk up to half a second after it returned. H2's own trace file would hold what was said.
        String url = "jdbc:h2:file:" + home.resolve("katman").toAbsolutePath().toString().replace(";", "\\;")
                + ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0";
        JdbcConnectionPool pool = JdbcConnectionPool.create(url, "katman", "");
        pool.setMaxConnections(16);
        try {
            Flyway flyway = Flyway.configure().dataSource(pool).locations("classpath:db/migration").target(version).load();
            if (!version.equals("latest") && Stream.of(flyway.info().all()).noneMatch(m -> String.valueOf(m.getVersion()).equals(version))) {
                throw new JournalException(JournalException.Kind.NEWER, new IllegalStateException("no schema " + version));
            }
            flyway.migrate();
            MigrationInfo current = flyway.info().current();
            if (current != null && current.getState().isFailed()) {
                throw new IllegalStateException("migration " + current.getVersion() + " failed before");
            }
            return new Database(pool);
        } catch (RuntimeException e) {
            pool.dispose();
            throw JournalException.of(e);
        }
    }

    /** Of the schema. */
    static String version(Handle handle) {
        return handle.createQuery("""
                select "version" from "flyway_schema_history" where "success" and "version" is not null
                order by "installed_rank" desc limit 1""").mapTo(String.class).one();
    }

    /** Closes it and writes the file anew, so that nothing of what was deleted is left in it. */
    void closeSwept() {
        // Without Jdbi, whose handle would still ask a database that has shut down.
        try (var connection = pool.getConnection(); var statement = connection.createStatement()) {
            statement.execute("shutdown defrag");
        } catch (SQLException e) {
            throw JournalException.of(e);
        } finally {
            pool.dispose();
        }
    }

    <T> T read(HandleCallback<T, RuntimeException> work) {
        try {
            return jdbi.withHandle(work);
        } catch (RuntimeException e) {
            throw JournalException.of(e);
        }
    }

    /** All of it or none of it. */
    void write(Consumer<Handle> work) {
        try {
            jdbi.useTransaction(work::accept);
        } catch (RuntimeException e) {
            throw JournalException.of(e);
        }
    }

    /** With its last connection H2 closes the file. */
    @Override
    public void close() {
        pool.dispose();
    }
}
