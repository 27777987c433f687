package dev.katman.cli;

import dev.katman.journal.SavedCell;
import dev.katman.journal.UsageCell;
import dev.katman.journal.UsageHistory;
import dev.katman.journal.UsageRow;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;

/** What the worker's preparation saved, by the hours or days that usage is gathered by; nothing by models or tiers. */
final class Savings {
    private Savings() {
    }

    /** @return tokens by the key of {@link UsageRow}; below zero where more was prepared than asked about */
    static Map<String, Long> by(UsageRow.By by, UsageHistory history, Instant now, ZoneId zone) {
        return switch (by) {
            case MODEL, TIER -> Map.of();
            case HOUR, DAY -> history.saved(Instant.EPOCH, now.plusSeconds(1), UsageCell.Grain.QUARTER).stream()
                    .collect(Collectors.groupingBy(cell -> key(by, cell.start().atZone(zone)), Collectors.summingLong(SavedCell::saved)));
        };
    }

    private static String key(UsageRow.By by, ZonedDateTime start) {
        return by == UsageRow.By.DAY ? start.toLocalDate().toString() : start.truncatedTo(ChronoUnit.HOURS).toOffsetDateTime().toString();
    }
}
