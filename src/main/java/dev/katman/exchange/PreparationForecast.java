package dev.katman.exchange;

import dev.katman.catalog.Catalog;
import dev.katman.catalog.Deployment;
import dev.katman.catalog.DeploymentId;
import dev.katman.context.TokenCounter;
import dev.katman.exchange.PreparationPrice.Share;
import dev.katman.journal.Journal;
import dev.katman.journal.LatencyRow;
import dev.katman.quota.Admission;
import dev.katman.quota.Ledger;
import dev.katman.quota.Need;
import dev.katman.routing.Router;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Plays the calls that are still to come on a copy of the levels, by the very law that they will be admitted by, one after the other as they
 * will leave. What others spend meanwhile is not known and not in it.
 */
final class PreparationForecast {
    /** What calls took is looked up so far back. */
    private static final Duration MEMORY = Duration.ofDays(7);
    private static final Duration AGE = Duration.ofSeconds(15);
    /** Where nobody has been timed yet. */
    private static final Duration A_CALL = Duration.ofSeconds(3);

    private final Supplier<Catalog> catalog;
    private final Ledger ledger;
    private final Journal journal;
    private final Workers workers;
    private final TokenCounter counter;
    private final Clock clock;
    private Map<DeploymentId, Duration> takes = Map.of();
    private Instant timed = Instant.MIN;

    PreparationForecast(Supplier<Catalog> catalog, Ledger ledger, Journal journal, Workers workers, TokenCounter counter, Clock clock) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.journal = journal;
        this.workers = workers;
        this.counter = counter;
        this.clock = clock;
    }

    /**
     * A call that is still to come.
     *
     * @param measured tokens of its prompt by o200k
     * @param cap      tokens that its answer may have
     * @param written  tokens that it will likely have
     */
    record Ahead(long measured, int cap, long written) {
    }

    /** @param hands who could be asked */
    PreparationPrice of(List<Ahead> calls, List<Deployment> hands) {
        var play = new Play(hands, clock.instant());
        return calls.stream().allMatch(play::goes) ? play.price(calls.size()) : new PreparationPrice(calls.size(), List.of(), 0, 0, Duration.ZERO);
    }

    /** How long a call takes. Asked of the journal now and then, not for every piece. */
    private synchronized Map<DeploymentId, Duration> takes(Instant now) {
        if (timed.equals(Instant.MIN) || Duration.between(timed, now).compareTo(AGE) > 0) {
            takes = journal.history().latencies(now.minus(MEMORY), now).stream().filter(row -> !row.router())
                    .collect(Collectors.toMap(LatencyRow::deployment, row -> row.whole().median()));
            timed = now;
        }
        return takes;
    }

    /** The calls, one after the other. */
    private final class Play {
        private final List<Deployment> hands;
        private final Instant began;
        private final Ledger levels;
        private final Map<DeploymentId, Duration> takes;
        private final Map<DeploymentId, Instant> rested = new HashMap<>();
        private final Map<DeploymentId, Share> shares = new LinkedHashMap<>();
        private Instant at;

        Play(List<Deployment> hands, Instant now) {
            this.hands = hands;
            began = now;
            at = now;
            levels = new Ledger(catalog.get());
            ledger.levels(now).stream().filter(level -> levels.knows(level.deployment())).forEach(level ->
                    levels.correct(level.deployment(), level.axis(), level.used(), OptionalLong.of(level.limit()), now));
            takes = takes(now);
            workers.rests().forEach((id, rest) -> rested.put(id, now.plus(rest)));
        }

        /** @return false where nobody could ever take it */
        boolean goes(Ahead call) {
            List<Deployment> able = hands.stream().filter(hand -> Workers.fits(hand, call.cap(), need(call, hand))).toList();
            while (!able.isEmpty()) {
                Map<Deployment, Duration> waits = new LinkedHashMap<>();
                able.forEach(hand -> waits.put(hand, wait(hand, need(call, hand))));
                Optional<Deployment> free = able.stream().filter(hand -> waits.get(hand).isZero()).findFirst();
                if (free.isPresent()) {
                    sent(call, free.get());
                    return true;
                }
                at = at.plus(waits.values().stream().min(Duration::compareTo).orElseThrow()).plusMillis(1); // levels are told by the millisecond
            }
            return false;
        }

        private Duration wait(Deployment hand, Need need) {
            Duration rest = Duration.between(at, rested.getOrDefault(hand.id(), at));
            Duration room = switch (levels.peek(hand.id(), need, workers.kept(hand), at)) {
                case Admission.Fits fits -> Duration.ZERO;
                case Admission.NoRoom full -> full.roomIn();
                case Admission.NeverFits never -> throw new IllegalStateException("it fits, and yet never does: " + hand.id());
            };
            return rest.compareTo(room) > 0 ? rest : room;
        }

        private void sent(Ahead call, Deployment hand) {
            Need need = need(call, hand);
            Instant end = at.plus(takes.getOrDefault(hand.id(), A_CALL));
            if (!(levels.reserveAnyway(hand.id(), need) instanceof Ledger.Result.Granted(var reservation))) {
                throw new IllegalStateException("what is taken anyway is granted: " + hand.id());
            }
            levels.open(reservation, at);
            levels.settle(reservation, new Need(need.promptTokens(), need.completionTokens() * call.written() / call.cap()), end);
            shares.put(hand.id(), shares.getOrDefault(hand.id(), new Share(hand.id(), 0, 0, 0)).and(need.promptTokens(), need.completionTokens()));
            at = end;
        }

        private Need need(Ahead call, Deployment hand) {
            return new Need(counter.prompt(hand.model(), call.measured(), 2), Router.cap(hand, call.cap()));
        }

        PreparationPrice price(int steps) {
            return new PreparationPrice(steps, hands.stream().flatMap(hand -> Optional.ofNullable(shares.get(hand.id())).stream()).toList(),
                    shares.values().stream().mapToLong(Share::promptTokens).sum(),
                    shares.values().stream().mapToLong(Share::completionTokens).sum(), Duration.between(began, at));
        }
    }
}
