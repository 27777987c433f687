package dev.katman.ui.chat;

import dev.katman.conversation.Ids;
import dev.katman.journal.ConversationRow;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class DayGroupTest {
    private static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");
    private static final Instant NOW = Instant.parse("2026-11-22T21:30:00Z"); // already the 23rd in Istanbul

    private final Ids ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC), new Random(1));

    private ConversationRow row(String title, String updated) {
        Instant at = Instant.parse(updated);
        return new ConversationRow(ids.conversation(), title, at, at, false, Optional.empty());
    }

    @Test
    void theDayIsThatOfTheReadersZone() {
        List<DayGroup> groups = DayGroup.of(
                List.of(row("late", "2026-11-22T21:05:00Z"), row("evening", "2026-11-22T20:55:00Z")), NOW, ISTANBUL);
        assertThat(groups).extracting(DayGroup::when).containsExactly(DayGroup.When.TODAY, DayGroup.When.YESTERDAY);
        assertThat(groups.getFirst().conversations()).extracting(ConversationRow::title).containsExactly("late");
    }

    @Test
    void nearDaysStandAloneAndOldOnesByMonth() {
        List<DayGroup> groups = DayGroup.of(List.of(row("a", "2026-10-02T10:00:00Z"), row("b", "2026-11-20T10:00:00Z"),
                row("c", "2026-10-30T10:00:00Z"), row("d", "2026-11-22T22:00:00Z")), NOW, ISTANBUL);
        assertThat(groups).extracting(DayGroup::when)
                .containsExactly(DayGroup.When.TODAY, DayGroup.When.DAY, DayGroup.When.MONTH);
        assertThat(groups.getLast().day()).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(groups.getLast().conversations()).extracting(ConversationRow::title).containsExactly("c", "a");
    }

    @Test
    void aClockThatWasSetBackHidesNothing() {
        assertThat(DayGroup.of(List.of(row("tomorrow", "2026-11-25T10:00:00Z")), NOW, ISTANBUL))
                .extracting(DayGroup::when).containsExactly(DayGroup.When.TODAY);
    }
}
