package dev.katman.ui.decisions;

import dev.katman.catalog.Tier;
import dev.katman.journal.DecisionLine.End;
import dev.katman.routing.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static dev.katman.ui.decisions.Lines.DEEP;
import static dev.katman.ui.decisions.Lines.SCOUT;
import static dev.katman.ui.decisions.Lines.line;
import static org.assertj.core.api.Assertions.assertThat;

/** What the table finds, and in which order. */
class QueryTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final int A_DAY = 24 * 60;

    private final DecisionBook book = Lines.book(
            line(-7 * A_DAY, "a week ago"),
            line(-A_DAY, "Dünkü notu özetle"),
            line(1, "Summarise the lease"),
            line(2, "Prove it", Tier.DEEP, Optional.of(DEEP), End.ANSWERED, Set.of(Verdict.ADMITTED, Verdict.NO_ROOM)),
            line(3, "Wait for it", Tier.CONVERSATION, Optional.empty(), End.PARKED, Set.of(Verdict.NO_ROOM)));

    @Test
    void everythingIsFoundTheNewestFirst() {
        assertThat(texts(Query.ALL)).containsExactly("Wait for it", "Prove it", "Summarise the lease", "Dünkü notu özetle", "a week ago");
    }

    @Test
    void everyWordMustBeFoundWithOrWithoutTurkishLetters() {
        assertThat(texts(Query.ALL.text("OZET dun"))).containsExactly("Dünkü notu özetle");
        assertThat(texts(Query.ALL.text("özet lease"))).isEmpty();
        assertThat(texts(Query.ALL.text("  "))).hasSize(5);
    }

    @Test
    void modelTierVerdictAndOutcomeCanBeTypedToo() {
        assertThat(texts(Query.ALL.text("gpt-oss deep"))).containsExactly("Prove it");
        assertThat(texts(Query.ALL.text("NO_ROOM waiting"))).containsExactly("Wait for it");
        assertThat(texts(Query.ALL.text("no room"))).containsExactly("Wait for it", "Prove it");
    }

    @Test
    void eachChoiceHoldsBackWhatIsOtherwise() {
        assertThat(texts(Query.ALL.tier(Optional.of(Tier.DEEP)))).containsExactly("Prove it");
        assertThat(texts(Query.ALL.model(Optional.of(SCOUT.model())))).hasSize(3);
        assertThat(texts(Query.ALL.verdict(Optional.of(Verdict.NO_ROOM)))).containsExactly("Wait for it", "Prove it");
        assertThat(texts(Query.ALL.end(Optional.of(End.PARKED)))).containsExactly("Wait for it");
        assertThat(texts(Query.ALL.tier(Optional.of(Tier.DEEP)).end(Optional.of(End.PARKED)))).isEmpty();
    }

    @Test
    void daysAreTheReadersOwn() {
        assertThat(texts(Query.ALL.days(Days.TODAY))).hasSize(3);
        assertThat(texts(Query.ALL.days(Days.YESTERDAY))).containsExactly("Dünkü notu özetle");
        assertThat(texts(Query.ALL.days(Days.WEEK))).hasSize(4);
        assertThat(texts(Query.ALL.days(new Days.On(TODAY.minusDays(7))))).containsExactly("a week ago");
        assertThat(Query.ALL.days(Days.YESTERDAY).in(book, TODAY, ZoneOffset.ofHours(-13))).as("elsewhere noon is still yesterday").hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(Column.class)
    void everyColumnSortsBothWays(Column column) {
        List<DecisionRow> up = Query.ALL.sorts(List.of(new Column.Sort(column, false))).in(book, TODAY, ZoneOffset.UTC);
        List<DecisionRow> down = Query.ALL.sorts(List.of(new Column.Sort(column, true))).in(book, TODAY, ZoneOffset.UTC);
        Comparator<DecisionRow> order = Column.Sort.all(List.of(new Column.Sort(column, false)));
        assertThat(up).isSortedAccordingTo(order).hasSize(5);
        assertThat(down).isSortedAccordingTo(Column.Sort.all(List.of(new Column.Sort(column, true)))).hasSize(5);
    }

    @Test
    void theDayMenuCountsEachDay() {
        assertThat(FilterBar.byDay(book, ZoneOffset.UTC)).containsExactly(
                Map.entry(TODAY, 3), Map.entry(TODAY.minusDays(1), 1), Map.entry(TODAY.minusDays(7), 1));
    }

    private List<String> texts(Query query) {
        return query.in(book, TODAY, ZoneOffset.UTC).stream().map(row -> row.line().text()).toList();
    }
}
