package dev.katman.journal;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DocumentId;
import dev.katman.conversation.Role;
import dev.katman.documents.Document;
import dev.katman.documents.Fragment;
import dev.katman.documents.Kind;
import dev.katman.documents.Place;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** The library: what is kept there stays whatever is deleted, is stored once, and goes when it is taken out and nobody else has it. */
class KeptDocumentsTest extends InJournal {
    private static final Document LEASE = Document.of("enginar.md", Kind.MARKDOWN, 30,
            List.of(new Fragment(0, new Place(0, 1, "Bahçe"), "Enginar güzün dikilir.")));

    private DocumentId send(ConversationId where, Document document) {
        var said = new MessageRow(ids.message(), where, Role.USER, "Neden?", NOON, MessageRow.State.DONE, ids.decision());
        journal.accept(said, Optional.empty(), Optional.empty(), List.of(volume(document)));
        return journal.documents().of(where).getLast().id();
    }

    private void takeOut(DocumentId id) {
        journal.library().remove(List.of(id));
        journal.library().erase(List.of(id));
    }

    private boolean inFile() throws Exception {
        return new String(Files.readAllBytes(home.resolve("katman.mv.db")), StandardCharsets.UTF_8).contains("nginar");
    }

    @Test
    void whatIsKeptStaysWhenItsConversationIsDeletedAndAfterARestart() {
        DocumentId sent = send(conversation, LEASE);
        assertThat(journal.library().holds(sent)).isFalse();
        assertThat(journal.library().keep(sent, ids.document(), NOON)).isTrue();
        journal.delete(conversation);
        journal.close();
        journal = Journals.open(home, NOON);
        assertThat(journal.library().all()).containsExactly(new KeptDocument(sent, "enginar.md", Kind.MARKDOWN, 30, NOON));
        assertThat(journal.library().find(sent)).contains(LEASE);
        assertThat(journal.library().holds(sent)).isTrue();
    }

    @Test
    void itIsStoredOnceWhicheverWayItCame() {
        journal.library().keep(List.of(volume(LEASE), volume(LEASE)), NOON);
        DocumentId kept = journal.library().all().getFirst().id();
        assertThat(send(conversation, LEASE)).isEqualTo(kept);
        assertThat(send(ids.conversation(), journal.library().find(kept).orElseThrow())).isEqualTo(kept);
        journal.library().keep(kept, ids.document(), NOON.plusSeconds(60));
        assertThat(journal.library().all()).singleElement().extracting(KeptDocument::since).isEqualTo(NOON);
    }

    @Test
    void takenOutItStaysWhereItIsUsedAndIsGoneElsewhere() {
        journal.library().keep(List.of(volume(LEASE)), NOON);
        DocumentId kept = journal.library().all().getFirst().id();
        send(conversation, LEASE);
        takeOut(kept);
        assertThat(journal.library().all()).isEmpty();
        assertThat(journal.library().find(kept)).isEmpty();
        assertThat(journal.documents().fragments(kept)).isNotEmpty();
        journal.delete(conversation);
        assertThat(journal.documents().fragments(kept)).isEmpty();
        assertThat(journal.library().keep(kept, ids.document(), NOON)).as("it is no more").isFalse();
    }

    @Test
    void whatIsTakenOutCanBePutBackUntilItIsLetGo() {
        journal.library().keep(List.of(volume(LEASE)), NOON);
        DocumentId kept = journal.library().all().getFirst().id();
        journal.library().remove(List.of(kept));
        assertThat(journal.library().all()).isEmpty();
        assertThat(journal.library().find(kept)).isEmpty();
        assertThat(journal.library().holds(kept)).isFalse();
        journal.attachments().remove(List.of(ids.attachment())); // which takes away what nothing needs
        journal.library().putBack(List.of(kept));
        journal.library().erase(List.of(kept));
        assertThat(journal.library().find(kept)).contains(LEASE);

        journal.library().remove(List.of(kept));
        journal.library().keep(List.of(volume(LEASE)), NOON.plusSeconds(60));
        assertThat(journal.library().all()).singleElement().as("kept once more meanwhile").extracting(KeptDocument::since).isEqualTo(NOON.plusSeconds(60));
        journal.library().erase(List.of(kept));
        assertThat(journal.library().all()).hasSize(1);
    }

    @Test
    void whatIsTakenOutWhenTheProgramEndsIsGone() throws Exception {
        journal.library().keep(List.of(volume(LEASE)), NOON);
        DocumentId kept = journal.library().all().getFirst().id();
        journal.library().remove(List.of(kept));
        reopen();
        assertThat(journal.library().all()).isEmpty();
        assertThat(journal.documents().fragments(kept)).isEmpty();
        journal.library().putBack(List.of(kept));
        assertThat(journal.library().all()).isEmpty();
    }

    @Test
    void aLongTextOfAMessageIsKeptAsATextOfItsOwn() {
        Document pasted = Document.of("Enginar", Kind.PASTED, 30, List.of(new Fragment(0, new Place(0, 1, ""), "Enginar güzün dikilir.")));
        DocumentId sent = send(conversation, pasted);
        assertThat(journal.library().keep(sent, ids.document(), NOON)).isTrue();
        assertThat(journal.library().all()).singleElement().satisfies(kept -> {
            assertThat(kept.kind()).as("else it would be taken for the text of the message that it goes along with").isEqualTo(Kind.TEXT);
            assertThat(kept.id()).isNotEqualTo(sent);
        });
    }

    @Test
    void aDocumentOfWhichNoDigestIsKnownIsFoundAsItselfOnceItIsKept() throws SQLException {
        DocumentId sent = send(conversation, LEASE);
        journal.close();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + home.resolve("katman"), "katman", "");
                Statement sql = connection.createStatement()) {
            sql.execute("update document set digest = null");
        }
        journal = Journals.open(home, NOON);
        journal.library().keep(sent, ids.document(), NOON);
        assertThat(send(ids.conversation(), LEASE)).isEqualTo(sent);
    }

    @Test
    void erasingConversationsLeavesTheLibraryAndErasingEverythingDoesNot() throws Exception {
        send(conversation, LEASE);
        journal.library().keep(List.of(volume(LEASE)), NOON);
        journal.eraseAndClose(Erasure.CONVERSATIONS, NOON);
        journal = Journals.open(home, NOON);
        assertThat(journal.library().all()).hasSize(1);
        journal.eraseAndClose(Erasure.EVERYTHING, NOON);
        assertThat(inFile()).isFalse();
        journal = Journals.open(home, NOON);
        assertThat(journal.library().all()).isEmpty();
    }

    @Test
    void aBackupHoldsTheLibrary() throws Exception {
        journal.library().keep(List.of(volume(LEASE)), NOON);
        List<KeptDocument> before = journal.library().all();
        Path file = home.resolve("all.katman");
        journal.backup(file, NOON);
        takeOut(before.getFirst().id());
        journal.close();
        try (Restoration restoration = Restoration.of(file, home)) {
            restoration.takePlaceAtNextOpening();
        }
        journal = Journals.open(home, NOON);
        assertThat(journal.library().all()).isEqualTo(before);
        assertThat(journal.library().find(before.getFirst().id())).contains(LEASE);
    }
}
