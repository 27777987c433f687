package dev.katman.exchange;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.Ids;
import dev.katman.conversation.Role;
import dev.katman.journal.Ending;
import dev.katman.journal.Journal;
import dev.katman.journal.Journals;
import dev.katman.journal.MessageRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class SearchTest {
    @TempDir
    Path home;

    private final MovableClock clock = new MovableClock("2026-11-22T09:00:00Z");
    private final Ids ids = new Ids(clock, new Random(5));
    private Journal journal;
    private Search search;

    @BeforeEach
    void open() {
        journal = Journals.open(home, clock.instant());
        search = new Search(home.resolve("search"), journal);
    }

    @AfterEach
    void close() {
        search.close();
        journal.close();
    }

    @Test
    void whatWasJustSaidIsFoundAtOnce() {
        ConversationId talk = said("Ankara'daki toplantının özetini çıkar", "Toplantıda bütçe konuşuldu.");
        said("Something else", "Entirely.");
        Found found = search.find("butce toplanti", 10);
        assertThat(found.all()).isTrue();
        assertThat(found.titles()).isEmpty();
        assertThat(found.messages()).singleElement().satisfies(hit -> {
            assertThat(hit.conversation()).isEqualTo(talk);
            assertThat(hit.title()).isEqualTo("Ankara'daki toplantının özetini çıkar");
            assertThat(hit.line()).isEqualTo("Toplantıda bütçe konuşuldu.");
            assertThat(hit.marks()).containsExactly(new SearchHit.Mark(0, 10), new SearchHit.Mark(11, 16));
        });
        assertThat(search.find("özet", 10).titles()).extracting(SearchHit::conversation).containsExactly(talk);
    }

    @Test
    void whereNothingIsFoundWordsThatFindSomethingAreOffered() {
        said("Where do zebras live?", "In the savanna.");
        said("Toplantının bütçesini konuşalım", "Olur.");
        assertThat(search.find("zebras", 5).instead()).as("it is found").isEmpty();
        assertThat(search.find("zebars", 5).instead()).containsExactly("zebras");
        assertThat(search.find("savana zebras", 5).instead()).as("spelt alike, though not in one message").containsExactly("savanna", "zebras");
        assertThat(search.find("bütcesni konusalim", 5).instead()).startsWith("bütçesini konusalim");
        assertThat(search.find("zebras qqqqqq", 5).instead()).as("some of the words").containsExactly("zebras");
        assertThat(search.find("qqqqqq", 5).instead()).isEmpty();
        assertThat(search.find("", 5).instead()).isEmpty();
    }

    @Test
    void whatWasFoundIsMarkedInAnyText() {
        assertThat(Search.marks("butce ve topl", List.of("Toplantıda bütçeyi konuştuk ve dağıldık.", "Other words.", "")))
                .containsExactly(List.of(new SearchHit.Mark(0, 10), new SearchHit.Mark(11, 18)), List.of(), List.of());
    }

    @Test
    void theNewestIsFirstAndTheLastWordMayBeHalfTyped() {
        ConversationId first = said("budgets of the year", "one");
        ConversationId second = said("the budget again", "two");
        assertThat(search.find("budg", 10).messages()).extracting(SearchHit::conversation).containsExactly(second, first);
        assertThat(search.find("budg", 1).messages()).hasSize(1);
        assertThat(search.find("budg ", 10).isEmpty()).isTrue();
    }

    @Test
    void aNewNameIsFoundAndTheOldOneIsNot() {
        ConversationId talk = said("quarterly numbers", "fine");
        assertThat(search.find("quarterly", 5).titles()).hasSize(1);
        journal.shelf().rename(talk, "Rakamlar");
        assertThat(search.find("quarterly", 5).titles()).isEmpty();
        assertThat(search.find("rakam", 5).titles()).extracting(SearchHit::title).containsExactly("Rakamlar");
        assertThat(search.find("quarterly", 5).messages()).extracting(SearchHit::title).containsExactly("Rakamlar");
    }

    @Test
    void whatIsDeletedIsFoundNoMoreUnlessItComesBack() {
        ConversationId talk = said("secret plans", "very secret");
        assertThat(search.find("secret", 5).messages()).hasSize(2);
        journal.shelf().remove(talk);
        assertThat(search.find("secret", 5).isEmpty()).isTrue();
        journal.shelf().bringBack(talk);
        assertThat(search.find("secret", 5).messages()).hasSize(2);
        journal.shelf().remove(talk);
        journal.shelf().erase(talk);
        assertThat(search.find("secret", 5).isEmpty()).isTrue();
        said("no secret", "open");
        journal.delete(talk);
        assertThat(search.find("secret", 5).messages()).hasSize(1);
    }

    @Test
    void whatWasSaidWhileNobodyLookedIsCaughtUp() {
        ConversationId gone = said("first zebra", "one");
        assertThat(search.find("zebra", 5).messages()).hasSize(1);
        search.close();
        said("second zebra", "two");
        journal.delete(gone);
        search = new Search(home.resolve("search"), journal);
        assertThat(search.find("zebra", 5).messages()).extracting(SearchHit::title).containsExactly("second zebra");
    }

    @Test
    void aJournalThatWasPutBackToAnEarlierDayIsFollowed() throws IOException {
        said("kept zebra", "one");
        journal.close();
        Path backup = Files.copy(home.resolve("katman.mv.db"), home.resolve("backup"));
        journal = Journals.open(home, clock.instant());
        search.close();
        search = new Search(home.resolve("search"), journal);
        said("lost zebra", "two");
        assertThat(search.find("zebra", 5).messages()).hasSize(2);
        search.close();
        journal.close();
        Files.delete(home.resolve("katman.mv.db"));
        Files.move(backup, home.resolve("katman.mv.db"));
        journal = Journals.open(home, clock.instant());
        search = new Search(home.resolve("search"), journal);
        said("new zebra", "three");
        assertThat(search.find("zebra", 5).messages()).extracting(SearchHit::title).containsExactly("new zebra", "kept zebra");
    }

    @Test
    void aBrokenIndexIsMadeAnew() throws IOException {
        said("a zebra", "one");
        assertThat(search.find("zebra", 5).messages()).hasSize(1);
        search.close();
        try (var files = Files.list(home.resolve("search"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".cfs")).toList()) {
                Files.write(file, new byte[100]);
            }
        }
        search = new Search(home.resolve("search"), journal);
        assertThat(search.find("zebra", 5).messages()).hasSize(1);
    }

    @Test
    void whatAModelThoughtIsNotWhatWasSaid() {
        said("a zebra", "one");
        assertThat(search.find("quaggas", 5).isEmpty()).isTrue();
        assertThat(search.find("zebra", 5).messages()).hasSize(1);
    }

    @Test
    void withoutAFolderOfItsOwnItStillFinds() throws IOException {
        search.close();
        search = new Search(Files.writeString(home.resolve("no-folder"), "a file"), journal);
        said("a zebra", "one");
        assertThat(search.find("zebra", 5).messages()).hasSize(1);
    }

    private ConversationId said(String text, String answer) {
        clock.move(Duration.ofMinutes(1));
        Instant now = clock.instant();
        var message = new MessageRow(ids.message(), ids.conversation(), Role.USER, text, now, MessageRow.State.PENDING, ids.decision());
        journal.accept(message, Optional.empty());
        var answered = new MessageRow(ids.message(), message.conversation(), Role.ASSISTANT, answer, now, MessageRow.State.DONE, message.decision());
        journal.finished(new Ending(message.decision(), message.id(), message.conversation(), MessageRow.State.DONE, Optional.of(answered),
                "a thought of quaggas", Optional.empty(), Optional.empty(), Duration.ofSeconds(1), Optional.empty(), now));
        return message.conversation();
    }
}
