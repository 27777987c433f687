package dev.katman.journal;

import dev.katman.conversation.AttachmentId;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DocumentId;
import dev.katman.conversation.MessageId;
import dev.katman.conversation.Role;
import dev.katman.documents.Cutter;
import dev.katman.documents.Document;
import dev.katman.documents.Fragment;
import dev.katman.documents.Kind;
import dev.katman.documents.Place;
import dev.katman.documents.Reading;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** What is attached and not sent, and that what a document says is kept once and goes with the last of what it belongs to. */
class AttachmentsTest extends InJournal {
    private static Document document(String name) {
        return Document.of(name, Kind.MARKDOWN, 30, List.of(new Fragment(0, new Place(0, 1, "Kira"), "Kira her ayın beşinde ödenir."),
                new Fragment(1, new Place(0, 9, "Kira › Depozito"), "Depozito üç aylık kiradır: " + name)));
    }

    private AttachmentRow attach(Optional<ConversationId> where, Document... documents) {
        var row = new AttachmentRow(ids.attachment(), documents[0].name(), List.of(documents),
                List.of(new Reading.Unread("ruhsat.pdf", Reading.Reason.TOO_LARGE, 1 << 20)), Optional.empty());
        journal.attachments().keep(where, row, Stream.of(documents).map(this::volume).toList());
        return row;
    }

    private MessageRow send(ConversationId where, Document... documents) {
        var said = new MessageRow(ids.message(), where, Role.USER, "Neden?", NOON, MessageRow.State.DONE, ids.decision());
        journal.accept(said, Optional.empty(), Optional.empty(), Stream.of(documents).map(this::volume).toList());
        return said;
    }

    private List<DocumentId> sent(ConversationId where) {
        return journal.documents().of(where).stream().map(DocumentRow::id).toList();
    }

    private boolean inFile(String text) throws Exception {
        return new String(Files.readAllBytes(home.resolve("katman.mv.db")), StandardCharsets.UTF_8).contains(text);
    }

    @Test
    void whatIsAttachedIsThereAfterARestartAsItWasUntilItIsRemoved() {
        send(conversation);
        AttachmentRow here = attach(Optional.of(conversation), document("a.md"), document("b.md"));
        AttachmentRow fresh = attach(Optional.empty(), document("c.md"));
        reopen();
        assertThat(journal.attachments().conversations()).containsExactlyInAnyOrder(Optional.of(conversation), Optional.empty());
        assertThat(journal.attachments().of(Optional.of(conversation))).containsExactly(here);
        assertThat(journal.attachments().of(Optional.empty())).containsExactly(fresh);
        journal.attachments().move(List.of(fresh.id()), conversation);
        assertThat(journal.attachments().of(Optional.of(conversation))).containsExactly(here, fresh);
        journal.attachments().remove(Stream.of(here, fresh).map(AttachmentRow::id).toList());
        reopen();
        assertThat(journal.attachments().conversations()).isEmpty();
    }

    @Test
    void whatIsNotReadYetIsKnownByWhereItIsUntilItWasReadOrIsRemoved() {
        send(conversation);
        AttachmentId slow = ids.attachment();
        AttachmentId left = ids.attachment();
        journal.attachments().begin(Optional.empty(), slow, "a.md", "/home/ada/a.md");
        journal.attachments().begin(Optional.empty(), left, "b.md", "/home/ada/b.md");
        journal.attachments().move(List.of(slow), conversation);
        journal.attachments().remove(List.of(left));
        reopen();
        assertThat(journal.attachments().of(Optional.of(conversation))).containsExactly(
                new AttachmentRow(slow, "a.md", List.of(), List.of(), Optional.of("/home/ada/a.md")));
        assertThat(journal.attachments().of(Optional.empty())).isEmpty();
        var read = new AttachmentRow(slow, "a.md", List.of(document("a.md")), List.of(), Optional.empty());
        journal.attachments().keep(Optional.of(conversation), read, List.of(volume(document("a.md"))));
        reopen();
        assertThat(journal.attachments().of(Optional.of(conversation))).containsExactly(read);
    }

    @Test
    void whatADocumentSaysIsKeptOnceAndGoesWithTheLastOfWhatItBelongsTo() {
        ConversationId other = ids.conversation();
        AttachmentRow attached = attach(Optional.empty(), document("a.md"));
        MessageRow said = send(conversation, document("a.md"), document("a.md"));
        send(other, document("a.md"));
        DocumentId one = sent(conversation).getFirst();
        assertThat(sent(conversation)).as("twice in one message").containsExactly(one);
        assertThat(sent(other)).containsExactly(one);
        ConversationId branch = ids.conversation();
        journal.threads().branch(said.id(), branch, "Kol", ids, NOON);
        assertThat(sent(branch)).containsExactly(one);

        journal.attachments().remove(List.of(attached.id()));
        journal.delete(conversation);
        journal.delete(other);
        assertThat(journal.documents().fragments(one)).as("the branch still needs it").hasSize(2);
        journal.threads().drop(journal.messages(branch).getFirst().id());
        assertThat(journal.documents().fragments(one)).as("it may come back").hasSize(2);
        reopen();
        assertThat(journal.documents().fragments(one)).isEmpty();
    }

    @Test
    void anotherNameOrAnotherTextIsAnotherDocument() {
        send(conversation, document("a.md"), document("b.md"), Document.of("a.md", Kind.MARKDOWN, 30,
                List.of(new Fragment(0, new Place(0, 1, "Kira"), "Kira yılda bir ödenir."))));
        assertThat(sent(conversation)).doesNotHaveDuplicates().hasSize(3);
    }

    @Test
    void aConversationThatIsGoneTakesWhatWasAttachedThereAlong() {
        send(conversation);
        attach(Optional.of(conversation), document("a.md"));
        journal.shelf().remove(conversation);
        assertThat(journal.attachments().of(Optional.of(conversation))).as("it may come back").hasSize(1);
        journal.shelf().bringBack(conversation);
        journal.shelf().erase(conversation);
        assertThat(journal.attachments().of(Optional.of(conversation))).hasSize(1);
        journal.delete(conversation);
        assertThat(journal.attachments().conversations()).isEmpty();
    }

    @Test
    void erasingLeavesNoLetterOfItInTheFile() throws Exception {
        attach(Optional.empty(), document("enginar.md"));
        journal.keep(new Draft(Optional.empty(), "Zeytinyağlı enginar", Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(inFile("enginar")).isTrue();
        journal.eraseAndClose(Erasure.CONVERSATIONS, NOON);
        assertThat(inFile("enginar")).isFalse();
    }

    @Test
    void aBackupHoldsIt() throws Exception {
        AttachmentRow attached = attach(Optional.empty(), document("a.md"));
        Path file = home.resolve("all.katman");
        journal.backup(file, NOON);
        journal.attachments().remove(List.of(attached.id()));
        journal.close();
        try (Restoration restoration = Restoration.of(file, home)) {
            restoration.takePlaceAtNextOpening();
        }
        journal = Journals.open(home, NOON);
        assertThat(journal.attachments().of(Optional.empty())).containsExactly(attached);
    }

    @Test
    void documentsOfAnOlderDatabaseStayWithTheirMessages() throws SQLException {
        Path old = home.resolve("old");
        String url = "jdbc:h2:file:" + old.resolve("katman");
        Flyway.configure().dataSource(url, "katman", "").locations("classpath:db/migration").target("10").load().migrate();
        MessageId message = ids.message();
        List<DocumentId> documents = List.of(ids.document(), ids.document());
        try (Connection connection = DriverManager.getConnection(url, "katman", ""); Statement sql = connection.createStatement()) {
            sql.execute("insert into conversation (id, title, created, updated) values ('%s', 'Kira', timestamp '2026-11-01 10:00:00', timestamp '2026-11-01 10:00:00')"
                    .formatted(conversation.value()));
            sql.execute("insert into message (id, conversation_id, role, text, at, state, decision_id) values ('%s', '%s', 'USER', 'Neden?', timestamp '2026-11-01 10:00:00', 'DONE', '%s')"
                    .formatted(message.value(), conversation.value(), ids.decision().value()));
            sql.execute("update conversation set head_id = '%s'".formatted(message.value()));
            for (DocumentId document : documents) {
                sql.execute("insert into document values ('%s', '%s', '%s', 'kira.md', 'MARKDOWN', 30, 20, timestamp '2026-11-01 10:00:00')"
                        .formatted(document.value(), conversation.value(), message.value()));
                sql.execute("insert into fragment values ('%s', 0, 0, 1, '', 'Kira her ayın beşinde ödenir.')".formatted(document.value()));
            }
        }
        try (Journal opened = Journal.open(old, NOON)) {
            assertThat(opened.documents().of(conversation)).extracting(DocumentRow::id).containsExactlyElementsOf(documents);
            assertThat(opened.documents().of(conversation)).extracting(DocumentRow::message).containsOnly(message);
            assertThat(opened.documents().fragments(documents.getLast())).hasSize(1);
            opened.delete(conversation);
            assertThat(opened.documents().fragments(documents.getFirst())).as("their fragments still go with them").isEmpty();
        }
    }

    @Test
    void moreThanABatchOfFragmentsComesBackInItsOrder() {
        var fragments = new ArrayList<Fragment>();
        for (int i = 0; i < 1_203; i++) {
            fragments.add(new Fragment(i, new Place(i / 4 + 1, 0, ""), "Madde " + i));
        }
        AttachmentId id = attach(Optional.empty(), Document.of("uzun.pdf", Kind.PDF, 1 << 20, fragments)).id();
        assertThat(journal.attachments().of(Optional.empty())).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo(id);
            assertThat(Cutter.cut(row.documents().getFirst())).isEqualTo(fragments);
        });
    }
}
