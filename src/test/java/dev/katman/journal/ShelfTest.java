package dev.katman.journal;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.Role;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

class ShelfTest extends InJournal {
    @Test
    void whatTheReaderChoseIsThereAgainAfterAStart() {
        ConversationId talk = said("Hello");
        journal.shelf().pin(talk, true);
        journal.shelf().move(talk, Optional.of("  Work \n trips "));
        journal.close();
        open();
        assertThat(journal.shelf().all()).singleElement().satisfies(row -> {
            assertThat(row.pinned()).isTrue();
            assertThat(row.folder()).contains("Work trips");
        });
        journal.shelf().pin(talk, false);
        journal.shelf().move(talk, Optional.empty());
        assertThat(journal.shelf().find(talk).orElseThrow()).satisfies(row -> {
            assertThat(row.pinned()).isFalse();
            assertThat(row.folder()).isEmpty();
        });
    }

    @Test
    void aFolderIsRenamedWithAllThatIsInItAndGoesWithoutTakingItAlong() {
        ConversationId one = said("one");
        ConversationId two = said("two");
        ConversationId other = said("other");
        journal.shelf().move(one, Optional.of("A"));
        journal.shelf().move(two, Optional.of("A"));
        journal.shelf().move(other, Optional.of("B"));
        journal.shelf().renameFolder("A", "B");
        assertThat(journal.shelf().all()).extracting(ConversationRow::folder).containsOnly(Optional.of("B"));
        journal.shelf().dissolve("B");
        assertThat(journal.shelf().all()).hasSize(3).extracting(ConversationRow::folder).containsOnly(Optional.empty());
    }

    @Test
    void aTitleTakesThePlaceOfTheFirstWordsAndNeverOfAName() {
        ConversationId talk = said("Could you tell me");
        assertThat(journal.shelf().untitled(talk)).isTrue();
        journal.shelf().title(talk, "Bloom filters");
        assertThat(journal.shelf().untitled(talk)).isFalse();
        journal.shelf().title(talk, "Another");
        assertThat(journal.shelf().find(talk).orElseThrow().title()).isEqualTo("Bloom filters");
        ConversationId named = said("And this");
        journal.shelf().rename(named, "Mine");
        journal.shelf().title(named, "Not mine");
        assertThat(journal.shelf().find(named).orElseThrow().title()).isEqualTo("Mine");
    }

    @Test
    void whatIsRemovedIsSeenNowhereAndComesBackWhole() {
        ConversationId talk = said("Hello");
        MessageRow waits = journal.messages(talk).getFirst();
        journal.finished(new Ending(waits.decision(), waits.id(), talk, MessageRow.State.PARKED, Optional.empty(), Optional.empty(),
                Optional.empty(), Duration.ofSeconds(1), Optional.of(NOON.plusSeconds(60)), NOON));
        journal.shelf().pin(talk, true);
        var told = new AtomicInteger();
        journal.listenToDeletions(told::incrementAndGet);
        journal.shelf().remove(talk);
        assertThat(told).as("whoever works on it hears of it").hasValue(1);
        assertThat(journal.shelf().all()).isEmpty();
        assertThat(journal.exists(talk)).isFalse();
        assertThat(journal.parked()).as("nobody answers it meanwhile").isEmpty();
        journal.shelf().bringBack(talk);
        assertThat(journal.shelf().all()).singleElement().satisfies(row -> assertThat(row.pinned()).isTrue());
        assertThat(journal.parked()).hasSize(1);
    }

    @Test
    void whatIsRemovedGoesForGoodWhenItsTimeIsOverAndAtTheNextStartInAnyCase() {
        ConversationId first = said("first");
        ConversationId second = said("second");
        journal.shelf().remove(first);
        journal.shelf().remove(second);
        long before = journal.deletions();
        journal.shelf().erase(first);
        assertThat(journal.deletions()).isGreaterThan(before);
        assertThat(journal.messages(first)).isEmpty();
        assertThat(journal.messages(second)).hasSize(1);
        journal.close();
        open();
        assertThat(journal.messages(second)).isEmpty();
        journal.shelf().bringBack(second);
        assertThat(journal.shelf().all()).isEmpty();
    }

    @Test
    void everyChangeHasAStampOfItsOwn() {
        ConversationId one = said("one");
        ConversationId two = said("two");
        var first = journal.said().titles(0, 10);
        assertThat(first).extracting(t -> t.row().conversation().id()).containsExactly(one, two);
        long last = first.getLast().stamp();
        assertThat(journal.said().titles(last, 10)).isEmpty();
        journal.shelf().rename(one, "ONE");
        assertThat(journal.said().titles(last, 10)).singleElement()
                .satisfies(t -> assertThat(t.row().conversation().title()).isEqualTo("ONE"));
        journal.shelf().remove(one);
        assertThat(journal.said().titles(last, 10)).singleElement().satisfies(t -> assertThat(t.row().gone()).isTrue());
        assertThat(journal.said().messages(0, 10)).extracting(m -> m.row().message().conversation()).containsExactly(two);
        assertThat(journal.said().conversations(List.of(one, two))).extracting(ConversationRow::id).containsExactly(two);
    }

    private ConversationId said(String text) {
        var message = new MessageRow(ids.message(), ids.conversation(), Role.USER, text, NOON, MessageRow.State.PENDING, ids.decision());
        journal.accept(message, Optional.empty());
        return message.conversation();
    }
}
