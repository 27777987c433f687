package dev.katman.journal;

import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;

/** The H2 file: opened, brought to this program's schema, and closed. Every fault leaves here as a {@link JournalException}. */
final class Database implements AutoCloseable {
    private final String url;
    private volatile Opened opened;
    private boolean closed;

    /** What stands while H2 is at work on the file. After a write that failed, as on a full disk, H2 is not any more. */
    private record Opened(JdbcConnectionPool pool, Jdbi jdbi) {
        static Opened at(String url) {
            JdbcConnectionPool pool = JdbcConnectionPool.create(url, "katman", "");
            pool.setMaxConnections(16);
            return new Opened(pool, Jdbi.create(pool));
        }
    }

    private Database(String url, Opened opened) {
        this.url = url;
        this.opened = opened;
    }

    static Database open(Path home) {
        return open(home, Schema.LATEST);
    }

    /** @param version of the schema; refused as newer where this program does not know it */
    static Database open(Path home, String version) {
        // WRITE_DELAY=0: else a commit is on disk up to half a second after it returned. H2's own trace file would hold what was said.
        // H2 does not close it by itself at the end of the program: what is under way then is still to be written down.
        // QUERY_CACHE_SIZE: more statements than the program has, else each is parsed and planned anew every time.
        String url = "jdbc:h2:file:" + home.resolve("katman").toAbsolutePath().toString().replace(";", "\\;")
                + ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=256";
        Opened opened = Opened.at(url);
        try {
            Schema.bring(opened.pool(), opened.jdbi(), version);
            return new Database(url, opened);
        } catch (RuntimeException e) {
            opened.pool().dispose();
            throw JournalException.of(e);
        }
    }

    /** Closes it and writes the file anew, so that nothing of what was deleted is left in it. */
    void closeSwept() {
        // Without Jdbi, whose handle would still ask a database that has shut down.
        JdbcConnectionPool pool = opened.pool();
        try (var connection = pool.getConnection(); var statement = connection.createStatement()) {
            statement.execute("shutdown defrag");
        } catch (SQLException e) {
            throw JournalException.of(e);
        } finally {
            pool.dispose();
        }
    }

    /** What it reads is of one moment, however many statements it takes: what others write meanwhile is not seen by half. */
    <T> T read(HandleCallback<T, RuntimeException> work) {
        // To H2, serializable is a snapshot that is taken with the first statement; nobody waits for it.
        return run(jdbi -> jdbi.inTransaction(TransactionIsolationLevel.SERIALIZABLE, work));
    }

    /** All of it or none of it. */
    void write(Consumer<Handle> work) {
        run(jdbi -> {
            jdbi.useTransaction(work::accept);
            return work;
        });
    }

    /** What finds the file closed after a write that failed has not been done: it is opened again, and it is done once there is room. */
    private <T> T run(Function<Jdbi, T> work) {
        Opened now = opened;
        try {
            return work.apply(now.jdbi());
        } catch (RuntimeException e) {
            if (!wasClosed(e) || !reopens(now)) {
                throw JournalException.of(e);
            }
        }
        try {
            return work.apply(opened.jdbi());
        } catch (RuntimeException e) {
            throw JournalException.of(e);
        }
    }

    private static boolean wasClosed(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql.getErrorCode() == ErrorCode.DATABASE_IS_CLOSED;
            }
        }
        return false;
    }

    private synchronized boolean reopens(Opened stale) {
        if (closed) {
            return false;
        }
        if (opened == stale) {
            stale.pool().dispose();
            opened = Opened.at(url);
        }
        return true;
    }

    /** With its last connection H2 closes the file. */
    @Override
    public synchronized void close() {
        closed = true;
        opened.pool().dispose();
    }
}
