package dev.katman.ui.usage;

import dev.katman.journal.FailoverRow;
import dev.katman.journal.LatencyRow;
import dev.katman.journal.MessageCount;
import dev.katman.journal.SavedCell;
import dev.katman.journal.UsageCell;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that one look at the journal and at the levels gave.
 *
 * @param cells    of the span
 * @param weeks    of the four weeks up to the end of the span, for the hours of the week
 * @param saved    what the worker's preparation spared the dear models in the span
 * @param deep     what the deep model would have spent; empty where no deep model is in reach
 * @param budgets  those in use, the most pressing first
 * @param lastCall the last of all times; empty where nothing was ever used
 * @param now      when it was read
 */
record Reading(UsageSpan span, List<UsageCell> cells, List<UsageCell> weeks, List<LatencyRow> latencies, List<FailoverRow> failovers,
        MessageCount messages, List<SavedCell> saved, Optional<AlwaysDeep.Estimate> deep, List<Budget> budgets, Optional<Instant> lastCall, Instant now) {
    Reading {
        cells = List.copyOf(cells);
        weeks = List.copyOf(weeks);
        latencies = List.copyOf(latencies);
        failovers = List.copyOf(failovers);
        saved = List.copyOf(saved);
        budgets = List.copyOf(budgets);
    }
}
