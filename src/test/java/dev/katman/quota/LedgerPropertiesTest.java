package dev.katman.quota;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Law;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** What must hold of any run, tried on many random ones. */
class LedgerPropertiesTest {
    private static final Map<Axis, Long> LIMITS = Map.of(Axis.RPM, 30L, Axis.RPD, 1_000L, Axis.TPM, 8_000L, Axis.TPD, 200_000L);

    private record Event(Instant at, long order, Runnable run) {
    }

    /** A provider and we, with a network between: it hears of each call later than we do, and we of its answer later than it. */
    @Test
    @DisplayName("Q1: our level is never below that of a provider's bucket, which took the call earlier and let go of it earlier")
    void ourLevelIsNeverBelowTheProviders() {
        Random random = Fixture.random("ourLevelIsNeverBelowTheProviders");
        for (int round = 0; round < 40; round++) {
            var ours = Fixture.draining(LIMITS);
            var theirs = Fixture.draining(LIMITS);
            var events = new PriorityQueue<Event>(Comparator.comparing(Event::at).thenComparingLong(Event::order));
            long[] order = {0};
            Instant now = Fixture.T0;
            for (int call = 0; call < 120; call++) {
                now = now.plusMillis(random.nextInt(6_000));
                Instant asked = now;
                events.add(new Event(asked, order[0]++, () -> call(ours, theirs, asked, events, order, random)));
            }
            while (!events.isEmpty()) {
                Event event = events.poll();
                event.run().run();
                LIMITS.keySet().forEach(axis -> assertThat(Fixture.used(ours, axis, event.at())).as("%s at %s", axis, event.at())
                        .isGreaterThanOrEqualTo(Fixture.used(theirs, axis, event.at())));
            }
        }
    }

    private static void call(Ledger ours, Ledger theirs, Instant asked, PriorityQueue<Event> events, long[] order, Random random) {
        var need = new Need(random.nextInt(1, 1_500), random.nextInt(1, 2_500));
        if (!(ours.reserve(Fixture.ID, need, Kept.NOTHING, asked) instanceof Ledger.Result.Granted(var mine))) {
            return;
        }
        Instant admitted = asked.plusMillis(random.nextInt(2_000));
        Instant heard = admitted.plusMillis(random.nextInt(2_000));
        Instant ended = heard.plusMillis(random.nextInt(20_000));
        Instant settled = ended.plusMillis(random.nextInt(2_000));
        var cost = new Need(need.promptTokens(), random.nextLong(need.completionTokens() + 1));
        var there = new Reservation[1];
        events.add(new Event(admitted, order[0]++, () -> {
            there[0] = Fixture.reserve(theirs, need, admitted); // what we let through, it lets through: that is the point
            theirs.open(there[0], admitted);
        }));
        events.add(new Event(heard, order[0]++, () -> ours.open(mine, heard)));
        events.add(new Event(ended, order[0]++, () -> theirs.settle(there[0], cost, ended)));
        events.add(new Event(settled, order[0]++, () -> ours.settle(mine, cost, settled)));
    }

    private sealed interface Written {
        Instant at();
    }

    private record Opened(Need need, Instant at) implements Written {
    }

    private record Settled(Optional<Instant> admitted, Need reserved, Need cost, Instant at) implements Written {
    }

    private record Corrected(Axis axis, long used, OptionalLong limit, Instant at) implements Written {
    }

    @Test
    @DisplayName("Q17: what was written down, replayed in the order of its instants, gives the same levels to the token")
    void aReplayGivesTheSameLevels() {
        Random random = Fixture.random("aReplayGivesTheSameLevels");
        for (Law law : List.of(new Law.Draining(), new Law.Calendar(ZoneId.of("America/Los_Angeles"), LocalTime.MIDNIGHT))) {
            for (int round = 0; round < 40; round++) {
                var catalog = Fixture.catalog(law, LIMITS);
                var live = new Ledger(catalog);
                var journal = new ArrayList<Written>();
                Instant end = liveThrough(live, journal, random);

                journal.sort(Comparator.comparing(Written::at)); // whatever order the rows were completed in
                var again = new Ledger(catalog);
                journal.forEach(row -> replay(again, row));

                for (long later : new long[] {0, 1, 777, 61_000, 90_000_000}) {
                    Instant then = end.plusMillis(later);
                    assertThat(again.levels(then)).as("%s, round %d, %d ms later", law, round, later).isEqualTo(live.levels(then));
                }
            }
        }
    }

    /**
     * A few hundred calls that overlap, end out of order, are refused, released or never admitted, under a clock that sometimes
     * steps back.
     */
    private static Instant liveThrough(Ledger ledger, List<Written> journal, Random random) {
        var waiting = new ArrayList<Reservation>();
        var running = new ArrayList<Reservation>();
        var admitted = new HashMap<Reservation, Instant>();
        Instant now = Fixture.T0;
        for (int step = 0; step < 400; step++) {
            now = now.plus(Duration.ofNanos(random.nextLong(-2_000_000_000L, 9_000_000_000L)));
            switch (random.nextInt(7)) {
                case 0, 1 -> {
                    var need = new Need(random.nextInt(1_500), random.nextInt(1, 2_500));
                    if (ledger.reserve(Fixture.ID, need, Kept.NOTHING, now) instanceof Ledger.Result.Granted(var r)) {
                        waiting.add(r);
                    }
                }
                case 2, 3 -> open(ledger, waiting, running, admitted, journal, random, now);
                case 4 -> settle(ledger, running, admitted, journal, random, now);
                case 5 -> {
                    if (random.nextBoolean()) {
                        settle(ledger, waiting, admitted, journal, random, now);
                    } else if (!waiting.isEmpty()) {
                        ledger.release(waiting.remove(random.nextInt(waiting.size())));
                    }
                }
                default -> {
                    Axis axis = Axis.values()[random.nextInt(Axis.values().length)];
                    OptionalLong limit = random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextInt(20, 9_000));
                    long used = random.nextInt(3_000);
                    Ledger.Correction made = waiting.isEmpty() || random.nextBoolean() ? ledger.correct(Fixture.ID, axis, used, limit, now)
                            : ledger.refused(waiting.getFirst(), axis, used, limit, now);
                    journal.add(new Corrected(axis, made.used(), limit, made.at()));
                }
            }
        }
        while (!waiting.isEmpty()) { // at the end nothing is in flight, as after a start
            ledger.release(waiting.removeLast());
        }
        while (!running.isEmpty()) {
            settle(ledger, running, admitted, journal, random, now);
        }
        return now;
    }

    private static void open(Ledger ledger, List<Reservation> waiting, List<Reservation> running, Map<Reservation, Instant> admitted,
            List<Written> journal, Random random, Instant now) {
        if (!waiting.isEmpty()) {
            Reservation reservation = waiting.remove(random.nextInt(waiting.size()));
            Instant when = ledger.open(reservation, now);
            journal.add(new Opened(reservation.need(), when));
            admitted.put(reservation, when);
            running.add(reservation);
        }
    }

    private static void settle(Ledger ledger, List<Reservation> from, Map<Reservation, Instant> admitted, List<Written> journal,
            Random random, Instant now) {
        if (!from.isEmpty()) {
            Reservation reservation = from.remove(random.nextInt(from.size()));
            var cost = new Need(reservation.need().promptTokens(), random.nextInt(3_000));
            journal.add(new Settled(Optional.ofNullable(admitted.remove(reservation)), reservation.need(), cost,
                    ledger.settle(reservation, cost, now)));
        }
    }

    @Test
    void whatHasDrainedSinceIsNotGivenBack() {
        Random random = Fixture.random("whatHasDrainedSinceIsNotGivenBack");
        for (Law law : List.of(new Law.Draining(), new Law.Calendar(ZoneId.of("UTC"), LocalTime.MIDNIGHT))) {
            for (int round = 0; round < 200; round++) {
                var reserving = new Ledger(Fixture.catalog(law, LIMITS));
                var knowing = new Ledger(Fixture.catalog(law, LIMITS)); // what it would be had the real cost been known from the start
                Instant now = Fixture.T0.plusSeconds(random.nextInt(86_400));
                for (int step = 0; step < 12; step++) {
                    now = now.plusMillis(random.nextInt(50_000));
                    Instant opened = now;
                    var cost = new Need(random.nextInt(300), random.nextInt(300));
                    var need = new Need(cost.promptTokens(), cost.completionTokens() + random.nextInt(2_000));
                    if (reserving.reserve(Fixture.ID, need, Kept.NOTHING, opened) instanceof Ledger.Result.Granted(var held)) {
                        reserving.open(held, opened);
                        var real = Fixture.reserve(knowing, cost, opened);
                        knowing.open(real, opened);
                        now = now.plusMillis(random.nextInt(100_000));
                        reserving.settle(held, cost, now);
                        knowing.settle(real, cost, now);
                    }
                    for (var level : knowing.levels(now)) {
                        assertThat(reserving.level(Fixture.ID, level.axis(), now).orElseThrow().used())
                                .as("%s %s, round %d, step %d", law, level.axis(), round, step).isEqualTo(level.used());
                    }
                }
            }
        }
    }

    private static void replay(Ledger ledger, Written row) {
        switch (row) {
            case Opened(var need, var at) -> ledger.replayOpened(Fixture.ID, need, at);
            case Settled(var admitted, var reserved, var cost, var at) ->
                    ledger.replaySettled(Fixture.ID, admitted, reserved, cost, at);
            case Corrected(var axis, var used, var limit, var at) -> ledger.correct(Fixture.ID, axis, used, limit, at);
        }
    }
}
