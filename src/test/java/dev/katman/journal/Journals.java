package dev.katman.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Journals of tests. To bring a new file up to date, schema by schema, takes a quarter of a second: it is done once, and each test has a copy. */
public final class Journals {
    private static final String FILE = "katman.mv.db";
    private static final byte[] EMPTY = made();

    private Journals() {
    }

    /** As {@link Journal#open}. */
    public static Journal open(Path home, Instant now) {
        prepare(home);
        return Journal.open(home, now);
    }

    /** Sees to it that there is a journal in that folder, for whoever opens it by itself. */
    public static void prepare(Path home) {
        try {
            if (Files.notExists(home.resolve(FILE))) {
                Files.createDirectories(home);
                Files.write(home.resolve(FILE), EMPTY);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] made() {
        try {
            Path folder = Files.createTempDirectory("katman-journal");
            try {
                Journal.open(folder, Instant.EPOCH).close();
                return Files.readAllBytes(folder.resolve(FILE));
            } finally {
                Files.deleteIfExists(folder.resolve(FILE));
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
