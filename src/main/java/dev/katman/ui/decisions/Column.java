package dev.katman.ui.decisions;

import dev.katman.catalog.DeploymentId;
import dev.katman.journal.DecisionLine;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The columns of the table, and how each sorts. */
enum Column {
    TIME(by(DecisionLine::at)),
    /** By its folded text: a collator would take seconds for a hundred thousand. */
    MESSAGE(Comparator.comparing(DecisionRow::said)),
    TYPE(by(DecisionLine::type)),
    DIFFICULTY(by(DecisionLine::difficulty)),
    JUDGED(by(DecisionLine::judgedBy)),
    TIER(by(DecisionLine::tier)),
    /** Who has no answer sorts by how it ended, before those that have one. */
    SERVED(by((DecisionLine line) -> line.served().map(DeploymentId::toString).orElse("")).thenComparing(by(DecisionLine::end))),
    CALLS(by(DecisionLine::attempts)),
    TOKENS(by(DecisionLine::tokens)),
    TOOK(by(DecisionLine::took));

    private static final Comparator<DecisionRow> NEWEST_FIRST =
            Comparator.comparing((DecisionRow row) -> row.line().id().value()).reversed();

    private final Comparator<DecisionRow> order;

    Column(Comparator<DecisionRow> order) {
        this.order = order;
    }

    private static <T extends Comparable<? super T>> Comparator<DecisionRow> by(Function<DecisionLine, T> value) {
        return Comparator.comparing(row -> value.apply(row.line()));
    }

    /** For its texts. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One column that is sorted by. */
    record Sort(Column column, boolean descending) {
        private Comparator<DecisionRow> comparator() {
            return descending ? column.order.reversed() : column.order;
        }

        /** By all of them, the first one first; among equals the newest stands first. */
        static Comparator<DecisionRow> all(List<Sort> sorts) {
            return sorts.stream().map(Sort::comparator).reduce(Comparator::thenComparing).map(c -> c.thenComparing(NEWEST_FIRST))
                    .orElse(NEWEST_FIRST);
        }
    }
}
