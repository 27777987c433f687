package dev.katman.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Times gathered by grain in the database, whose queries bind {@code :minutes} and call what they gather by {@code grain}. */
final class Grains {
    private Grains() {
    }

    /** The number of the grain in which a column's time lies, counted from 1970. */
    static String of(String column) {
        return "datediff(minute, timestamp with time zone '1970-01-01 00:00:00+00', " + column + ") / :minutes grain";
    }

    /** When the row's grain began. */
    static Instant start(ResultSet row, long minutes) throws SQLException {
        return Instant.ofEpochSecond(row.getLong("grain") * minutes * 60);
    }
}
