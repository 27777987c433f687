package dev.katman.ui.chat;

import dev.katman.journal.ConversationRow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Conversations of one stretch of time, the newest first.
 *
 * @param when          which stretch
 * @param day           its day, or the first day of its month
 */
record DayGroup(When when, LocalDate day, List<ConversationRow> conversations) {
    /** Days while they are near, months after that. */
    enum When {
        TODAY,
        YESTERDAY,
        /** One of the last seven days. */
        DAY,
        MONTH
    }

    DayGroup {
        conversations = List.copyOf(conversations);
    }

    /** Groups them by when something was last said. */
    static List<DayGroup> of(List<ConversationRow> rows, Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        var groups = new LinkedHashMap<DayGroup, List<ConversationRow>>();
        rows.stream().sorted(Comparator.comparing(ConversationRow::updated).reversed())
                .forEach(row -> groups
                        .computeIfAbsent(head(LocalDate.ofInstant(row.updated(), zone), today), key -> new ArrayList<>()).add(row));
        return groups.entrySet().stream().map(e -> new DayGroup(e.getKey().when(), e.getKey().day(), e.getValue())).toList();
    }

    private static DayGroup head(LocalDate day, LocalDate today) {
        if (!day.isBefore(today)) { // a clock that was set back must not hide anything
            return new DayGroup(When.TODAY, today, List.of());
        }
        if (day.equals(today.minusDays(1))) {
            return new DayGroup(When.YESTERDAY, day, List.of());
        }
        return day.isAfter(today.minusDays(7)) ? new DayGroup(When.DAY, day, List.of())
                : new DayGroup(When.MONTH, day.withDayOfMonth(1), List.of());
    }
}
