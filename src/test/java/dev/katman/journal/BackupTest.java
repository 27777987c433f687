package dev.katman.journal;

import dev.katman.catalog.CatalogReader;
import dev.katman.exchange.MovableClock;
import dev.katman.exchange.Rig;
import dev.katman.journal.BackupException.Kind;
import dev.katman.quota.Ledger;
import dev.katman.sandbox.Fault;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A journal with a past of its own, backed up and taken back, whole and broken. */
class BackupTest {
    private static final String TRICKY = "İlk satır, \"tırnak\"; ğüşıöç\n\n\tikinci 🙂 \\N 'son'";

    @TempDir
    Path temp;
    private final MovableClock clock = new MovableClock("2026-11-22T09:00:00Z");
    private Path home;
    private Path file;

    @BeforeEach
    void somethingHappened() throws Exception {
        home = Files.createDirectory(temp.resolve("home"));
        file = temp.resolve("all.katman");
        try (var rig = new Rig(home, CatalogReader.embedded(), clock)) {
            rig.sandbox.script("kimi-k2-instruct", Fault.OVERLOADED);
            rig.send(TRICKY);
            rig.send("Write a Python function that merges two sorted lists.");
            rig.journal.backup(file, clock.instant());
        }
    }

    private Instant now() {
        return clock.instant();
    }

    /** All that a journal tells, as text. */
    private String told(Path folder) {
        try (Journal journal = Journal.open(folder, now())) {
            var ledger = new Ledger(CatalogReader.embedded());
            journal.restore(ledger, now());
            var conversations = journal.conversations();
            return conversations + "\n" + conversations.stream().map(c -> journal.messages(c.id())).toList() + "\n"
                    + conversations.stream().flatMap(c -> journal.thoughts().of(c.id()).stream()).map(journal.thoughts()::before).toList() + "\n"
                    + journal.decisions(10)
                    + "\n" + ledger.levels(now()) + "\n" + journal.lessons(10);
        }
    }

    private void restore(Path from, Path into) throws BackupException {
        try (Restoration restoration = Restoration.of(from, into)) {
            restoration.takePlaceAtNextOpening();
        }
    }

    @Test
    void whatWasBackedUpIsThereAgainToTheLetterAndToTheToken() throws Exception {
        Path other = Files.createDirectory(temp.resolve("other"));
        restore(file, other);
        assertThat(told(other)).isEqualTo(told(home)).contains(TRICKY, "no model here to think about it");
        assertThat(other).isDirectoryContaining(path -> path.getFileName().toString().equals("katman.mv.db"));
        try (var left = Files.list(other)) {
            assertThat(left).as("nothing that was needed for a while stays").hasSize(1);
        }
    }

    @Test
    void nothingChangesUntilTheNextOpeningAndNotAtAllIfItIsLeft() throws Exception {
        clock.move(Duration.ofMinutes(1)); // other identifiers
        String before = told(home);
        try (var rig = new Rig(home, CatalogReader.embedded(), clock)) {
            rig.send("something that came after the backup");
        }
        String after = told(home);
        Restoration.of(file, home).close();
        assertThat(told(home)).isEqualTo(after);
        restore(file, home);
        assertThat(told(home)).isEqualTo(before);
    }

    @Test
    void whatIsNoBackupOrNotWholeIsRefusedAndChangesNothing() throws Exception {
        String before = told(home);
        byte[] bytes = Files.readAllBytes(file);
        assertThat(refused(() -> Restoration.of(temp.resolve("nowhere"), home))).isEqualTo(Kind.UNREADABLE);
        assertThat(refused(() -> Restoration.of(written("just text".getBytes(StandardCharsets.UTF_8)), home))).isEqualTo(Kind.FOREIGN);
        assertThat(refused(() -> Restoration.of(zip("other.txt", "hello"), home))).isEqualTo(Kind.FOREIGN);
        assertThat(refused(() -> Restoration.of(written(Arrays.copyOf(bytes, bytes.length / 2)), home))).isEqualTo(Kind.FOREIGN);
        byte[] altered = bytes.clone();
        for (int i = bytes.length / 3; i < bytes.length / 3 + 40; i++) {
            altered[i] ^= 0x55;
        }
        assertThat(refused(() -> Restoration.of(written(altered), home))).isEqualTo(Kind.DAMAGED);
        assertThat(refused(() -> Restoration.of(zip("katman-backup.properties", "format=1\nschema=5\n"), home))).isEqualTo(Kind.DAMAGED);
        assertThat(refused(() -> Restoration.of(zip("katman-backup.properties", "format=1\nschema=9999\n"), home))).isEqualTo(Kind.NEWER);
        assertThat(refused(() -> Restoration.of(zip("katman-backup.properties", "format=7\n"), home))).isEqualTo(Kind.NEWER);
        assertThat(told(home)).isEqualTo(before);
        try (var left = Files.list(home)) {
            assertThat(left.map(p -> p.getFileName().toString())).allMatch(name -> !name.startsWith("restore"));
        }
    }

    @Test
    void aBackupReplacesABackupAndNothingElse() throws Exception {
        Path mine = Files.writeString(temp.resolve("mine.txt"), "mine");
        try (Journal journal = Journal.open(home, now())) {
            journal.backup(file, now());
            assertThat(refused(() -> journal.backup(mine, now()))).isEqualTo(Kind.OCCUPIED);
            assertThat(refused(() -> journal.backup(temp.resolve("no/such/folder.katman"), now()))).isEqualTo(Kind.UNWRITABLE);
        }
        assertThat(mine).hasContent("mine");
    }

    @Test
    void erasedConversationsLeaveTheLevelsAndNoLetterInTheFile() throws Exception {
        String secret = "Zeytinyağlı enginar tarifi";
        clock.move(Duration.ofMinutes(1)); // other identifiers
        Instant later = now();
        try (var rig = new Rig(home, CatalogReader.embedded(), clock)) {
            rig.send(secret);
        }
        var before = levels(later);
        assertThat(new String(Files.readAllBytes(home.resolve("katman.mv.db")), StandardCharsets.UTF_8)).contains("enginar");
        Journal.open(home, later).eraseAndClose(Erasure.CONVERSATIONS, later);
        assertThat(new String(Files.readAllBytes(home.resolve("katman.mv.db")), StandardCharsets.UTF_8)).doesNotContain("enginar");
        assertThat(levels(later)).isEqualTo(before);
        try (Journal journal = Journal.open(home, later)) {
            assertThat(journal.conversations()).isEmpty();
            assertThat(journal.decisions(10)).hasSize(3);
        }
        Journal.open(home, later).eraseAndClose(Erasure.EVERYTHING, later);
        assertThat(levels(later)).isEqualTo(before);
        try (Journal journal = Journal.open(home, later)) {
            assertThat(journal.decisions(10)).isEmpty();
        }
    }

    private Object levels(Instant at) {
        try (Journal journal = Journal.open(home, at)) {
            var ledger = new Ledger(CatalogReader.embedded());
            journal.restore(ledger, at);
            return ledger.levels(at);
        }
    }

    private static Kind refused(ThrowingCallable what) {
        var kind = new Kind[1];
        assertThatExceptionOfType(BackupException.class).isThrownBy(what).satisfies(e -> kind[0] = e.kind());
        return kind[0];
    }

    private Path written(byte[] bytes) throws IOException {
        return Files.write(temp.resolve("tried.katman"), bytes);
    }

    private Path zip(String name, String content) throws IOException {
        Path path = temp.resolve("tried.katman");
        try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return path;
    }
}
