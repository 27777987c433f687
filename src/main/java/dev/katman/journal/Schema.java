package dev.katman.journal;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import javax.sql.DataSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which schema a file has, and how it comes to the one that this program knows: by the migrations in {@code db/migration}. */
final class Schema {
    static final String LATEST = "latest";
    /** The last migration. A file that has it needs nothing, and then Flyway is not even loaded: a quarter of what opening a journal takes. */
    static final String NEWEST = "V19__shown_of_a_conversation.sql";

    private Schema() {
    }

    /**
     * Brings the file to that version.
     *
     * @param version {@link #LATEST}, or one of this program's; refused as newer where it does not know it
     */
    static void bring(DataSource file, Jdbi jdbi, String version) {
        if (version.equals(LATEST) && jdbi.withHandle(Schema::isNewest)) {
            return;
        }
        Flyway known = Flyway.configure().dataSource(file).locations("classpath:db/migration").load();
        if (!version.equals(LATEST) && Stream.of(known.info().all()).noneMatch(m -> String.valueOf(m.getVersion()).equals(version))) {
            throw new JournalException(JournalException.Kind.NEWER, new IllegalStateException("no schema " + version));
        }
        Flyway flyway = Flyway.configure().configuration(known.getConfiguration()).target(version).load();
        flyway.migrate();
        MigrationInfo current = flyway.info().current();
        if (current != null && current.getState().isFailed()) {
            throw new IllegalStateException("migration " + current.getVersion() + " failed before");
        }
    }

    /** What Flyway has noted of itself: the newest migration is there, and none failed. */
    private static boolean isNewest(Handle handle) {
        int noted = handle.createQuery("""
                select count(*) from information_schema.tables where table_schema = 'PUBLIC' and table_name = 'flyway_schema_history'""")
                .mapTo(Integer.class).one();
        if (noted == 0) {
            return false;
        }
        List<Map.Entry<String, Boolean>> done = handle.createQuery("""
                select "script", "success" from "flyway_schema_history"
                order by "installed_rank" asc""")
                .map((row, context) -> Map.entry(row.getString("script"), row.getBoolean("success"))).list();
        return !done.isEmpty() && done.getLast().getKey().equals(NEWEST) && done.stream().allMatch(Map.Entry::getValue);
    }

    /** Of an open file. */
    static String version(Handle handle) {
        return handle.createQuery("""
                select "version" from "flyway_schema_history" where "success" and "version" is not null
                order by "installed_rank" desc limit 1""").mapTo(String.class).one();
    }
}
