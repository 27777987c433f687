package dev.katman.ui.decisions;

import dev.katman.catalog.Tier;
import dev.katman.conversation.Folded;
import dev.katman.journal.DecisionLine;
import dev.katman.journal.DecisionLine.End;
import dev.katman.routing.Verdict;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which decisions are wanted, and in which order.
 *
 * @param words   folded; all of them must be found
 * @param tier    that served
 * @param model   that served
 * @param verdict that some candidate was given
 * @param sorts   empty for the newest first
 */
record Query(List<String> words, Optional<Tier> tier, Optional<String> model, Optional<Verdict> verdict, Optional<End> end, Days days,
        List<Column.Sort> sorts) {
    static final Query ALL = new Query(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Days.ALL, List.of());

    Query {
        words = List.copyOf(words);
        sorts = List.copyOf(sorts);
    }

    /** @param text as it was typed */
    Query text(String text) {
        List<String> typed = Stream.of(Folded.of(text).strip().split("\\s+")).filter(word -> !word.isEmpty()).toList();
        return new Query(typed, tier, model, verdict, end, days, sorts);
    }

    Query tier(Optional<Tier> other) {
        return new Query(words, other, model, verdict, end, days, sorts);
    }

    Query model(Optional<String> other) {
        return new Query(words, tier, other, verdict, end, days, sorts);
    }

    Query verdict(Optional<Verdict> other) {
        return new Query(words, tier, model, other, end, days, sorts);
    }

    Query end(Optional<End> other) {
        return new Query(words, tier, model, verdict, other, days, sorts);
    }

    Query days(Days other) {
        return new Query(words, tier, model, verdict, end, other, sorts);
    }

    Query sorts(List<Column.Sort> other) {
        return new Query(words, tier, model, verdict, end, days, other);
    }

    /** Whether it lets everything through. */
    boolean isOpen() {
        return equals(ALL.sorts(sorts));
    }

    /** @param today the reader's */
    List<DecisionRow> in(DecisionBook book, LocalDate today, ZoneId zone) {
        Days.Bounds bounds = days.bounds(today, zone);
        var found = new ArrayList<DecisionRow>();
        for (DecisionRow row : book.rows().reversed()) {
            if (fits(row.line()) && bounds.hold(row.line().at()) && row.has(words)) {
                found.add(row);
            }
        }
        if (!sorts.isEmpty()) { // else they stand in order already
            found.sort(Column.Sort.all(sorts));
        }
        return found;
    }

    private boolean fits(DecisionLine line) {
        return tier.filter(t -> t != line.tier()).isEmpty()
                && verdict.filter(v -> !line.verdicts().contains(v)).isEmpty()
                && end.filter(e -> e != line.end()).isEmpty()
                && (model.isEmpty() || line.served().filter(served -> served.model().equals(model.get())).isPresent());
    }
}
