package dev.katman.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** A backup that was read whole and found right, beside a journal that is as it was. Closed without a word, it is thrown away. */
public final class Restoration implements AutoCloseable {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'before-restore-'yyyy-MM-dd-HHmmssSSS'.katman'");

    private final Path read;
    private final Path home;

    private Restoration(Path read, Path home) {
        this.read = read;
        this.home = home;
    }

    /**
     * Reads a backup.
     *
     * @param home the data folder
     * @throws BackupException  if it is none, or not whole
     * @throws JournalException if the data folder has no room for it
     */
    public static Restoration of(Path file, Path home) throws BackupException {
        return new Restoration(Backup.stage(file, home), home);
    }

    /** Where what is there now is to be kept. */
    public Path safety(Instant now, ZoneId zone) {
        return home.resolve("backups").resolve(NAME.format(now.atZone(zone)));
    }

    /** It takes the journal's place when that is opened the next time. */
    public void takePlaceAtNextOpening() {
        Backup.ready(read, home);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(read);
        } catch (IOException e) {
            throw JournalException.of(e);
        }
    }
}
