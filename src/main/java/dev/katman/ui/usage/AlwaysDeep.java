package dev.katman.ui.usage;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Catalog;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Limits;
import dev.katman.journal.ServedAnswer;
import dev.katman.quota.Kept;
import dev.katman.quota.Ledger;
import dev.katman.quota.Need;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What the deep model would have spent if it had written every answer, estimated from the answers that there were.
 *
 * <p>Each answer that reached the reader is laid on the deep model's limits of a day, at the moment its call left and with the very tokens
 * that it cost, prompt and completion, as the model that wrote it counted them. The router's calls and attempts that failed are left out:
 * there would have been nothing to judge. An answer that would have found no room spends nothing, and its day counts as one that ran dry.
 * The limits of a minute are not looked at: they delay, and do not empty a day. A deep model thinks before it writes, so that it would
 * rather have spent more than is said here.
 */
final class AlwaysDeep implements Consumer<ServedAnswer> {
    /** What had been spent before this has drained, or a day has started afresh, whatever there was. */
    static final Duration WARM_UP = Duration.ofDays(2);

    private final UsageSpan span;
    private final ZoneId zone;
    private final DeploymentId deep;
    private final Optional<Ledger> ledger;
    private final long[] own;
    private final long[] others;
    private final Set<LocalDate> dry = new TreeSet<>();
    private Optional<Instant> firstDry = Optional.empty();

    /**
     * What came of it.
     *
     * @param own      tokens that the deep model really spent on answers, by bin
     * @param others   tokens that the others spent on answers, which it would have had to spend too, by bin
     * @param dryDays  days of the span on which an answer would have found no room
     * @param firstDry when that would first have happened in the span
     */
    record Estimate(DeploymentId deep, List<Long> own, List<Long> others, int dryDays, Optional<Instant> firstDry) {
        Estimate {
            own = List.copyOf(own);
            others = List.copyOf(others);
        }

        /** Tokens of the deep model that were not spent because others answered. */
        long saved() {
            return others.stream().mapToLong(Long::longValue).sum();
        }
    }

    /** @param limits of a day of the deep model, as they hold now; empty where it has none, so that it never runs dry */
    AlwaysDeep(UsageSpan span, ZoneId zone, Catalog catalog, DeploymentId deep, Map<Axis, Long> limits) {
        this.span = span;
        this.zone = zone;
        this.deep = deep;
        this.ledger = limits.isEmpty() ? Optional.empty() : Optional.of(new Ledger(catalog.with(Map.of(deep, new Limits(limits)))));
        own = new long[span.bins()];
        others = new long[span.bins()];
    }

    /** The answers of {@link #WARM_UP} before the span and of the span, in their order. */
    @Override
    public void accept(ServedAnswer answer) {
        boolean fits = fits(answer);
        span.bin(answer.left()).ifPresent(bin -> {
            long[] bins = answer.deployment().model().equals(deep.model()) ? own : others;
            bins[bin] += answer.tokens();
            if (!fits) {
                dry.add(LocalDate.ofInstant(answer.left(), zone));
                firstDry = firstDry.or(() -> Optional.of(answer.left()));
            }
        });
    }

    private boolean fits(ServedAnswer answer) {
        if (ledger.isEmpty()) {
            return true;
        }
        var need = new Need(answer.promptTokens(), answer.completionTokens());
        if (ledger.get().reserve(deep, need, Kept.NOTHING, answer.left()) instanceof Ledger.Result.Granted(var held)) {
            ledger.get().settle(held, need, answer.left());
            return true;
        }
        return false;
    }

    Estimate estimate() {
        return new Estimate(deep, Arrays.stream(own).boxed().toList(), Arrays.stream(others).boxed().toList(), dry.size(), firstDry);
    }
}
