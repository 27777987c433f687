package dev.katman.launch;

import dev.katman.journal.BackupException;
import dev.katman.journal.Erasure;
import dev.katman.journal.Journal;
import dev.katman.journal.Restoration;
import dev.katman.settings.DataFolder;
import dev.katman.settings.KeyStore;
import dev.katman.settings.Keys;
import dev.katman.settings.Preferences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Backups of a data folder that nobody has open, made and taken back. */
final class Archive {
    private Archive() {
    }

    static void backup(Path home, Path file, Clock clock) throws DataFolder.Unusable, BackupException, IOException {
        try (DataFolder folder = DataFolder.claim(home); Journal journal = Journal.open(folder.path(), clock.instant())) {
            journal.backup(file, clock.instant());
        }
    }

    /** Erases for good; with everything also the keys and the preferences. */
    static void erase(Path home, Erasure what, Keys keys, Preferences preferences, Clock clock)
            throws DataFolder.Unusable, IOException, KeyStore.Unavailable {
        try (DataFolder folder = DataFolder.claim(home)) {
            Journal.open(folder.path(), clock.instant()).eraseAndClose(what, clock.instant());
            if (what == Erasure.EVERYTHING) {
                keys.eraseAll();
                preferences.erase();
            }
        }
    }

    /** @return where the data from before was put; empty where there was none */
    static Optional<Path> restore(Path home, Path file, Clock clock) throws DataFolder.Unusable, BackupException, IOException {
        try (DataFolder folder = DataFolder.claim(home); Restoration restoration = Restoration.of(file, folder.path())) {
            Optional<Path> before = Files.exists(folder.path().resolve("katman.mv.db"))
                    ? Optional.of(Journal.keepBefore(folder.path(), restoration.safety(clock.instant(), clock.getZone()), clock.instant())) : Optional.empty();
            restoration.takePlaceAtNextOpening();
            Journal.open(folder.path(), clock.instant()).close();
            return before;
        }
    }
}
