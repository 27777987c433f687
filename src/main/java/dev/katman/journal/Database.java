package dev.katman.journal;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

import java.nio.file.Path;
import java.util.function.Consumer;

/** The H2 file: opened, brought to this program's schema, and closed. Every fault leaves here as a {@link JournalException}. */
final class Database implements AutoCloseable {
    private final JdbcConnectionPool pool;
    private final Jdbi jdbi;

    private Database(JdbcConnectionPool pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
    }

    static Database open(Path home) {
        // WRITE_DELAY=0: else a commit is on disk up to half a second after it returned. H2's own trace file would hold what was said.
        String url = "jdbc:h2:file:" + home.resolve("katman").toAbsolutePath().toString().replace(";", "\\;")
                + ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0";
        JdbcConnectionPool pool = JdbcConnectionPool.create(url, "katman", "");
        pool.setMaxConnections(16);
        try {
            Flyway flyway = Flyway.configure().dataSource(pool).locations("classpath:db/migration").load();
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
