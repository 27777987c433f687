package dev.katman.journal;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.Ids;
import dev.katman.documents.Cutter;
import dev.katman.documents.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;

/** A test on a real journal, which is opened at noon. */
abstract class InJournal {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    final Ids ids = new Ids(() -> NOON, new Random(5));
    final ConversationId conversation = ids.conversation();

    @TempDir
    Path home;
    Journal journal;

    @BeforeEach
    void open() {
        journal = Journals.open(home, NOON);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    /** A document as it is put there. */
    final Volume volume(Document document) {
        return new Volume(ids.document(), document.name(), document.kind(), document.bytes(), 20, NOON, Cutter.cut(document));
    }

    /** As by a start a minute later. */
    final void reopen() {
        close();
        journal = Journals.open(home, NOON.plusSeconds(60));
    }
}
