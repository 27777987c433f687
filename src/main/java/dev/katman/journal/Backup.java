package dev.katman.journal;

import dev.katman.journal.BackupException.Kind;
import org.h2.tools.Csv;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The journal in one file: a zip with a short head and each table as comma-separated values. Rows and nothing else: what is taken back is put
 * into tables that this program makes itself, so that a file from elsewhere can bring in no code, as a copied database or a script of SQL
 * could. No key is in it, because none is in the journal.
 */
final class Backup {
    private static final Logger LOG = LoggerFactory.getLogger(Backup.class);
    private static final String HEAD = "katman-backup.properties";
    private static final String FORMAT = "1";
    /** Beside the data, until it takes its place. */
    private static final String STAGED = "restored.mv.db";
    private static final int BATCH = 500;

    private Backup() {
    }

    /** Everything as it is at one moment, while the program goes on. A backup of that name is replaced once the new one is whole. */
    static void write(Database database, Path file, Instant now) throws BackupException {
        if (Files.exists(file) && !isBackup(file)) {
            throw new BackupException(Kind.OCCUPIED, null);
        }
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (var zip = new ZipOutputStream(Files.newOutputStream(draft))) {
                var failed = new IOException[1];
                database.read(handle -> {
                    try {
                        handle.execute("set session characteristics as transaction isolation level snapshot");
                        handle.begin();
                        writeAll(handle, zip, now);
                    } catch (IOException e) {
                        failed[0] = e;
                    } catch (SQLException e) {
                        throw JournalException.of(e);
                    } finally {
                        handle.rollback();
                        handle.execute("set session characteristics as transaction isolation level read committed");
                    }
                    return file;
                });
                if (failed[0] != null) {
                    throw failed[0];
                }
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            deleteQuietly(draft, e);
            throw new BackupException(Kind.UNWRITABLE, e);
        }
    }

    private static void writeAll(Handle handle, ZipOutputStream zip, Instant now) throws IOException, SQLException {
        var head = new Properties();
        head.setProperty("format", FORMAT);
        head.setProperty("schema", Schema.version(handle));
        head.setProperty("made", now.toString());
        zip.putNextEntry(new ZipEntry(HEAD));
        head.store(zip, null);
        zip.closeEntry();
        for (String table : tables(handle)) {
            zip.putNextEntry(new ZipEntry(entry(table)));
            try (var rows = handle.getConnection().createStatement().executeQuery("select " + names(columns(handle, table)) + " from "
                    + quoted(table)); Writer out = new Staying(zip)) {
                new Csv().write(out, rows);
            }
            zip.closeEntry();
        }
    }

    /** The zip goes on when a table ends. */
    private static final class Staying extends FilterWriter {
        Staying(ZipOutputStream zip) {
            super(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /**
     * Reads a backup whole, into a database beside the present one, and brings it up to date. Nothing else is changed.
     *
     * @return the new database
     */
    static Path stage(Path file, Path home) throws BackupException {
        Path work = home.resolve("restore.tmp");
        try (ZipFile zip = open(file)) {
            Properties head = head(zip);
            delete(work);
            Files.createDirectories(work);
            String schema = head.getProperty("schema", "");
            try (Database fresh = Database.open(work, schema)) {
                fresh.write(handle -> fill(handle, zip));
            }
            Database.open(work).close(); // brings it up to date
            Path read = home.resolve(STAGED + ".new");
            Files.move(work.resolve("katman.mv.db"), read, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return read;
        } catch (JournalException e) {
            Kind kind = switch (e.kind()) {
                case FULL, READ_ONLY, IN_USE -> throw e;
                case NEWER -> Kind.NEWER;
                case DAMAGED, OTHER -> Kind.DAMAGED;
            };
            throw new BackupException(kind, e);
        } catch (IOException e) {
            throw JournalException.of(e);
        } finally {
            deleteQuietly(work);
        }
    }

    /** What was staged takes the journal's place when that is opened the next time. */
    static void ready(Path read, Path home) {
        try {
            Files.move(read, home.resolve(STAGED), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw JournalException.of(e);
        }
    }

    /** What is ready becomes the journal. To be called while nobody has it open. */
    static void takePlace(Path home) {
        Path staged = home.resolve(STAGED);
        if (Files.exists(staged)) {
            try {
                Files.move(staged, home.resolve("katman.mv.db"), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw JournalException.of(e);
            }
        }
    }

    static void makeFolder(Path file) throws BackupException {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new BackupException(Kind.UNWRITABLE, e);
        }
    }

    /** A database that cannot be read: whoever can mend it will want all of it. */
    static Path keepAsItIs(Path home, Path file) throws BackupException {
        Path copy = file.resolveSibling(file.getFileName() + ".mv.db");
        makeFolder(file);
        try {
            Files.copy(home.resolve("katman.mv.db"), copy, StandardCopyOption.REPLACE_EXISTING);
            return copy;
        } catch (IOException e) {
            throw new BackupException(Kind.UNWRITABLE, e);
        }
    }

    private static ZipFile open(Path file) throws BackupException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new BackupException(Kind.FOREIGN, e);
        } catch (IOException e) {
            throw new BackupException(Kind.UNREADABLE, e);
        }
    }

    private static Properties head(ZipFile zip) throws BackupException {
        ZipEntry entry = zip.getEntry(HEAD);
        if (entry == null) {
            throw new BackupException(Kind.FOREIGN, null);
        }
        var head = new Properties();
        try (var in = zip.getInputStream(entry)) {
            head.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new BackupException(Kind.DAMAGED, e);
        }
        if (!head.getProperty("format", "").equals(FORMAT)) {
            throw new BackupException(Kind.NEWER, null);
        }
        return head;
    }

    private static boolean isBackup(Path file) {
        try (ZipFile zip = open(file)) {
            return zip.getEntry(HEAD) != null;
        } catch (BackupException | IOException e) {
            return false;
        }
    }

    private static void fill(Handle handle, ZipFile zip) {
        try {
            handle.execute("set referential_integrity false");
            List<String> tables = tables(handle);
            for (String table : tables) {
                handle.execute("delete from " + quoted(table));
                ZipEntry entry = zip.getEntry(entry(table));
                if (entry == null) {
                    throw new NoSuchFileException(entry(table));
                }
                try (Reader in = new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8)) {
                    fill(handle, table, in);
                }
            }
            handle.execute("set referential_integrity true");
            for (String table : tables) {
                handle.execute("alter table " + quoted(table) + " set referential_integrity true check");
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("not a whole backup", e);
        }
    }

    private static void fill(Handle handle, String table, Reader in) throws IOException, SQLException {
        List<String> columns = columns(handle, table);
        String places = columns.stream().map(c -> "?").collect(Collectors.joining(", "));
        try (ResultSet rows = new Csv().read(in, null);
                PreparedStatement insert = handle.getConnection().prepareStatement("insert into " + quoted(table) + " ("
                        + names(columns) + ") values (" + places + ")")) {
            int waiting = 0;
            while (rows.next()) {
                for (int i = 0; i < columns.size(); i++) {
                    insert.setString(i + 1, rows.getString(columns.get(i)));
                }
                insert.addBatch();
                if (++waiting == BATCH) {
                    insert.executeBatch();
                    waiting = 0;
                }
            }
            insert.executeBatch();
        }
    }

    /** All of ours, and not what Flyway keeps of itself. */
    private static List<String> tables(Handle handle) {
        return handle.createQuery("""
                select table_name from information_schema.tables where table_schema = 'PUBLIC' and table_type = 'BASE TABLE'
                    and lower(table_name) <> 'flyway_schema_history' order by table_name""").mapTo(String.class).list();
    }

    /** Those that hold something of their own. */
    private static List<String> columns(Handle handle, String table) {
        return handle.createQuery("""
                select column_name from information_schema.columns where table_schema = 'PUBLIC' and table_name = :table
                    and is_generated = 'NEVER' order by ordinal_position""").bind("table", table).mapTo(String.class).list();
    }

    private static String names(List<String> columns) {
        return columns.stream().map(Backup::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String entry(String table) {
        return "tables/" + table + ".csv";
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void deleteQuietly(Path folder) {
        try {
            delete(folder);
        } catch (IOException e) {
            LOG.info("what was needed for a while is left in {}", folder, e);
        }
    }

    private static void deleteQuietly(Path file, Exception because) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }
}
