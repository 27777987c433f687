package dev.katman.exchange;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.Ids;
import dev.katman.conversation.Role;
import dev.katman.exchange.Imported.Reason;
import dev.katman.exchange.Imported.Refused;
import dev.katman.exchange.Imported.Taken;
import dev.katman.journal.ConversationRow;
import dev.katman.journal.Ending;
import dev.katman.journal.Journal;
import dev.katman.journal.Journals;
import dev.katman.journal.KeptConversation;
import dev.katman.journal.MessageRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import static org.assertj.core.api.Assertions.assertThat;

class TransferTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    /** A tree in which a question was asked in two ways; what was on the screen leads over q2. */
    private static final String CHATGPT = """
            [{"title":"Kitaplık","create_time":1700000000.25,"update_time":1700000500.0,"conversation_id":"c-1","current_node":"a2","mapping":{
              "root":{"id":"root","message":null,"parent":null,"children":["s"]},
              "s":{"id":"s","message":{"author":{"role":"system"},"content":{"content_type":"text","parts":["be kind"]}},"parent":"root","children":["q1","q2"]},
              "q1":{"id":"q1","message":{"author":{"role":"user"},"create_time":1700000001.0,"content":{"content_type":"text","parts":["first try"]}},"parent":"s","children":[]},
              "q2":{"id":"q2","message":{"author":{"role":"user"},"create_time":1700000002.0,"content":{"content_type":"multimodal_text",
                 "parts":[{"content_type":"image_asset_pointer","asset_pointer":"file-1"},"Raf kaç santim olmalı?"]}},"parent":"s","children":["t"]},
              "t":{"id":"t","message":{"author":{"role":"assistant"},"create_time":1700000003.0,"content":{"content_type":"code","text":"search()"}},"parent":"q2","children":["u"]},
              "u":{"id":"u","message":{"author":{"role":"tool"},"create_time":1700000004.0,"content":{"content_type":"text","parts":["found"]}},"parent":"t","children":["a2"]},
              "a2":{"id":"a2","message":{"author":{"role":"assistant"},"create_time":1700000002.5,"content":{"content_type":"text","parts":["Otuz santim","yeter."]}},"parent":"u","children":[]}}}]
            """;

    @TempDir
    Path temp;

    private final MovableClock clock = new MovableClock("2026-11-22T12:00:00Z");
    private final Ids ids = new Ids(clock, new Random(9));
    private Journal journal;
    private Transfer transfer;

    @BeforeEach
    void open() {
        journal = Journals.open(temp.resolve("here"), NOON);
        transfer = new Transfer(journal.archive());
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void whatGoesOutComesInTheSameElsewhereAndOnlyOnce() throws IOException {
        ConversationId first = said("Işık hızı nedir?\n\n**Kısaca**", "299 792 458 m/s 🚀");
        said("Hello", "Hi.");
        journal.shelf().rename(first, "Fizik");
        journal.shelf().pin(first, true);
        journal.shelf().move(first, Optional.of("Ödev"));
        Path file = temp.resolve("all.json");
        assertThat(transfer.writeAll(file)).isEqualTo(new Transfer.Written(2, 4));
        List<KeptConversation> before = all(journal);

        try (Journal elsewhere = Journals.open(temp.resolve("there"), NOON)) {
            var there = new Transfer(elsewhere.archive());
            assertThat(there.read(file)).isEqualTo(new Taken(2, 4, 0, 0));
            assertThat(all(elsewhere)).isEqualTo(before);
            assertThat(elsewhere.thoughts().before(elsewhere.messages(first).getLast().id())).contains("Say that: 299 792 458 m/s 🚀");
            assertThat(there.read(file)).isEqualTo(new Taken(0, 0, 2, 0));
            assertThat(all(elsewhere)).isEqualTo(before);
        }
        assertThat(transfer.read(file)).as("nothing of one's own is doubled").isEqualTo(new Taken(0, 0, 2, 0));
    }

    @Test
    void ofAConversationThatIsThereOnlyWhatIsMissingIsAdded() throws IOException {
        ConversationId talk = said("one", "two");
        Path file = temp.resolve("all.json");
        transfer.writeAll(file);
        try (Journal elsewhere = Journals.open(temp.resolve("there"), NOON)) {
            var there = new Transfer(elsewhere.archive());
            there.read(file);
            elsewhere.shelf().rename(talk, "Mine");
            more(talk, "three", "four");
            transfer.writeAll(file);
            assertThat(there.read(file)).isEqualTo(new Taken(0, 2, 1, 0));
            assertThat(elsewhere.messages(talk)).extracting(MessageRow::text).containsExactly("one", "two", "three", "four");
            assertThat(elsewhere.conversations()).extracting(ConversationRow::title).containsExactly("Mine");
        }
    }

    @Test
    void variantsStayBesideEachOther() throws IOException {
        ConversationId talk = said("one", "two");
        MessageRow first = journal.messages(talk).getFirst();
        clock.move(Duration.ofMinutes(1));
        journal.accept(new MessageRow(ids.message(), talk, Role.USER, "one, edited", clock.instant(), MessageRow.State.PENDING, ids.decision()),
                Optional.empty(), Optional.of(first.id()), List.of());
        Path file = temp.resolve("all.json");
        transfer.writeAll(file);
        try (Journal elsewhere = Journals.open(temp.resolve("there"), NOON)) {
            assertThat(new Transfer(elsewhere.archive()).read(file)).isEqualTo(new Taken(1, 3, 0, 0));
            assertThat(elsewhere.messages(talk)).extracting(MessageRow::text).containsExactly("one, edited");
            elsewhere.threads().show(first.id());
            assertThat(elsewhere.messages(talk)).extracting(MessageRow::text).containsExactly("one", "two");
        }
    }

    @Test
    void whatWasDeletedComesBackByItsFile() throws IOException {
        ConversationId talk = said("one", "two");
        Path file = temp.resolve("all.json");
        transfer.writeJson(List.of(talk), file);
        journal.shelf().remove(talk);
        assertThat(transfer.read(file)).isEqualTo(new Taken(1, 2, 0, 0));
        assertThat(journal.messages(talk)).hasSize(2);
    }

    @Test
    void aMessageThatWaitsDoesNotWaitElsewhere() throws IOException {
        ConversationId talk = ids.conversation();
        accept(talk, "when will it rain?");
        Path file = temp.resolve("all.json");
        transfer.writeAll(file);
        try (Journal elsewhere = Journals.open(temp.resolve("there"), NOON)) {
            new Transfer(elsewhere.archive()).read(file);
            assertThat(elsewhere.messages(talk)).extracting(MessageRow::state).containsExactly(MessageRow.State.UNANSWERED);
            assertThat(elsewhere.parked()).isEmpty();
        }
    }

    @Test
    void theWayToTheCurrentNodeIsTakenFromChatGpt() throws IOException {
        Path file = Files.writeString(temp.resolve("conversations.json"), CHATGPT);
        assertThat(transfer.read(file)).isEqualTo(new Taken(1, 2, 0, 2)); // a picture, and what was said to a tool
        ConversationRow row = journal.conversations().getFirst();
        assertThat(row.title()).isEqualTo("Kitaplık");
        assertThat(row.created()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_250L));
        assertThat(journal.messages(row.id())).extracting(MessageRow::role).containsExactly(Role.USER, Role.ASSISTANT);
        assertThat(journal.messages(row.id())).extracting(MessageRow::text)
                .containsExactly("Raf kaç santim olmalı?", "Otuz santim\n\nyeter.");
        assertThat(transfer.read(file)).isEqualTo(new Taken(0, 0, 1, 2));
        assertThat(journal.conversations()).hasSize(1);
    }

    @Test
    void itsArchiveIsReadToo() throws IOException {
        Path zip = temp.resolve("export.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("user.json"));
            out.write("{}".getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry("2026/conversations.json"));
            out.write(CHATGPT.getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry("chat.html"));
            out.write("<html>".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(transfer.read(zip)).isEqualTo(new Taken(1, 2, 0, 2));
        byte[] whole = Files.readAllBytes(zip);
        Files.write(zip, Arrays.copyOf(whole, whole.length / 2));
        assertThat(transfer.read(zip)).isEqualTo(new Refused(Reason.BROKEN));
    }

    @Test
    void ofWhatBreaksOffNothingIsTakenIn() throws IOException {
        said("one", "two");
        said("three", "four");
        Path file = temp.resolve("all.json");
        transfer.writeAll(file);
        String whole = Files.readString(file);
        try (Journal elsewhere = Journals.open(temp.resolve("there"), NOON)) {
            var there = new Transfer(elsewhere.archive());
            for (int cut = 1; cut < whole.length(); cut += 37) {
                Files.writeString(file, whole.substring(0, cut));
                assertThat(there.read(file)).as("cut at %d", cut).isEqualTo(new Refused(Reason.BROKEN));
            }
            assertThat(elsewhere.conversations()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~                                                                                          | UNKNOWN
            hello                                                                                       | UNKNOWN
            {}                                                                                          | UNKNOWN
            [1]                                                                                         | BROKEN
            [{"title":"x"}]                                                                             | UNKNOWN
            {"format":"other","version":1,"conversations":[]}                                           | UNKNOWN
            {"format":"katman","version":2,"conversations":[{"new":1}]}                                 | NEWER
            {"format":"katman","version":1,"conversations":[{"id":"x"}]}                                | BROKEN
            {"conversations":[{"id":"01arz3ndektsv4rrffq69g5fav","title":"t","created":"now","updated":"now","messages":[]}],"format":"katman","version":1} | BROKEN
            [{"conversation_id":"x","mapping":7}]                                                       | BROKEN
            """)
    void whatIsSomethingElseIsSaidToBe(String content, Reason reason) throws IOException {
        Path file = Files.writeString(temp.resolve("file"), content);
        assertThat(transfer.read(file)).isEqualTo(new Refused(reason));
        assertThat(journal.conversations()).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsSaidSo() {
        assertThat(transfer.read(temp.resolve("nowhere"))).isEqualTo(new Refused(Reason.UNREADABLE));
        assertThat(transfer.read(temp)).isEqualTo(new Refused(Reason.UNREADABLE));
    }

    @Test
    void fieldsInAnotherOrderAndUnknownOnesDoNoHarm() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), """
                {"conversations":[{"messages":[{"text":"hi","role":"user","id":"01arz3ndektsv4rrffq69g5fa0","decision":"01arz3ndektsv4rrffq69g5fa1",
                  "at":"2026-11-22T10:00:00Z","mood":{"a":[1]}}],"id":"01arz3ndektsv4rrffq69g5fav","title":"T","updated":"2026-11-22T10:00:00Z",
                  "created":"2026-11-22T10:00:00Z"}],"extra":[{}],"version":1,"format":"katman"}""");
        assertThat(transfer.read(file)).isEqualTo(new Taken(1, 1, 0, 0));
    }

    @Test
    void markdownIsForPeople() throws IOException {
        ConversationId talk = said("Işık hızı?", "Çok.");
        Path file = temp.resolve("talk.md");
        transfer.writeMarkdown(List.of(talk), file, new Transcript.Labels("Siz", "Yanıt", at -> "öğlen"));
        assertThat(file).content().isEqualTo("# Işık hızı?\n\n**Siz** · öğlen\n\nIşık hızı?\n\n**Yanıt** · öğlen\n\nÇok.\n");
    }

    private static List<KeptConversation> all(Journal journal) {
        return journal.archive().conversations().stream().map(id -> journal.archive().find(id).orElseThrow()).toList();
    }

    private ConversationId said(String text, String answer) {
        ConversationId talk = ids.conversation();
        more(talk, text, answer);
        return talk;
    }

    private void more(ConversationId talk, String text, String answer) {
        MessageRow message = accept(talk, text);
        var answered = new MessageRow(ids.message(), talk, Role.ASSISTANT, answer, clock.instant(), MessageRow.State.DONE, message.decision());
        journal.finished(new Ending(message.decision(), message.id(), talk, MessageRow.State.DONE, Optional.of(answered), "Say that: " + answer,
                Optional.empty(), Optional.empty(), Duration.ofSeconds(1), Optional.empty(), clock.instant()));
    }

    private MessageRow accept(ConversationId talk, String text) {
        clock.move(Duration.ofMinutes(1));
        var message = new MessageRow(ids.message(), talk, Role.USER, text, clock.instant(), MessageRow.State.PENDING, ids.decision());
        journal.accept(message, Optional.empty());
        return message;
    }
}
