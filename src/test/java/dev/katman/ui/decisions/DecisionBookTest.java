package dev.katman.ui.decisions;

import dev.katman.catalog.Tier;
import dev.katman.journal.DecisionLine;
import dev.katman.journal.DecisionLine.End;
import dev.katman.routing.Verdict;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import static dev.katman.ui.decisions.Lines.TAGS;
import static dev.katman.ui.decisions.Lines.id;
import static dev.katman.ui.decisions.Lines.line;
import static org.assertj.core.api.Assertions.assertThat;

/** The book of decisions, of which only the end is read again. */
class DecisionBookTest {
    @Test
    void aLongBookIsReadAgainFromALittleBeforeItsEnd() {
        DecisionBook book = book(1_000);
        assertThat(book.from()).contains(id(801));
        List<DecisionLine> end = new ArrayList<>(IntStream.rangeClosed(801, 1_000).mapToObj(i -> line(i, "message " + i)).toList());
        assertThat(book.with(book.from(), end, TAGS)).as("nothing new is the same book").isSameAs(book);
        end.add(line(1_001, "new"));
        DecisionBook next = book.with(book.from(), end, TAGS);
        assertThat(next.rows()).hasSize(1_001);
        assertThat(next.find(id(500)).orElseThrow()).as("what has not changed is the same row").isSameAs(book.find(id(500)).orElseThrow());
        assertThat(next.find(id(900)).orElseThrow()).isSameAs(book.find(id(900)).orElseThrow());
    }

    @Test
    void whatIsStillUnderWayIsReadAgainHoweverManyHaveCome() {
        var lines = new ArrayList<>(IntStream.rangeClosed(1, 1_000).mapToObj(i -> line(i, "message " + i)).toList());
        lines.set(299, line(300, "slow", Tier.DEEP, Optional.empty(), End.UNDER_WAY, Set.of(Verdict.ADMITTED)));
        assertThat(DecisionBook.EMPTY.with(Optional.empty(), lines, TAGS).from()).contains(id(300));
    }

    @Test
    void aDecisionThatAppearsBeforeTheNewestFindsItsPlace() {
        DecisionBook book = Lines.book(line(1, "one"), line(3, "three"));
        assertThat(book.from()).isEmpty();
        DecisionBook next = book.with(Optional.empty(), List.of(line(1, "one"), line(2, "two"), line(3, "three")), TAGS);
        assertThat(next.rows()).extracting(row -> row.line().text()).containsExactly("one", "two", "three");
    }

    @Test
    void whatWasDeletedIsGoneWhenAllIsReadAnew() {
        DecisionBook book = book(1_000);
        var lines = new ArrayList<>(IntStream.rangeClosed(1, 1_000).mapToObj(i -> line(i, "message " + i)).toList());
        lines.set(9, line(10, ""));
        DecisionBook next = book.with(Optional.empty(), lines, TAGS);
        assertThat(next.find(id(10)).orElseThrow().line().text()).isEmpty();
        assertThat(next.find(id(11)).orElseThrow()).isSameAs(book.find(id(11)).orElseThrow());
    }

    private static DecisionBook book(int size) {
        return DecisionBook.EMPTY.with(Optional.empty(), IntStream.rangeClosed(1, size).mapToObj(i -> line(i, "message " + i)).toList(), TAGS);
    }
}
