package dev.katman.quota;

import dev.katman.catalog.Axis;
import dev.katman.catalog.DeploymentId;
import dev.katman.conversation.Usage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LedgerTest {
    private static final Instant NOW = Fixture.T0;
    private static final Map<Axis, Long> FOUR = Map.of(Axis.RPM, 30L, Axis.RPD, 1_000L, Axis.TPM, 8_000L, Axis.TPD, 200_000L);

    @RepeatedTest(20)
    @DisplayName("Q1: many threads at once never over-admit one token")
    void threadsNeverOverAdmitOneToken() throws Exception {
        Ledger ledger = Fixture.draining(Map.of(Axis.TPM, 1_000L));
        int threads = 64;
        var start = new CountDownLatch(1);
        long granted;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, threads).mapToObj(i -> pool.submit((Callable<Long>) () -> {
                Need need = Fixture.tokens(7 + i % 31);
                start.await();
                return ledger.reserve(Fixture.ID, need, Kept.NOTHING, NOW) instanceof Ledger.Result.Granted(var r) ? r.need()
                        .tokens() : 0L;
            })).toList();
            start.countDown();
            granted = 0;
            for (var one : tries) {
                granted += one.get();
            }
        }

        assertThat(granted).isLessThanOrEqualTo(1_000).isGreaterThan(1_000 - 38);
        assertThat(Fixture.used(ledger, Axis.TPM, NOW)).isEqualTo(granted);
    }

    /** The race is for the last place only, so it is run a few thousand times: a check apart from the taking loses some of them. */
    @Test
    @DisplayName("Q1: of threads that race for the last token, one gets it")
    void oneThreadGetsTheLastToken() throws Exception {
        int threads = 3;
        int rounds = 5_000;
        List<Ledger> ledgers = Stream.generate(() -> Fixture.draining(Map.of(Axis.TPM, 1L))).limit(rounds).toList();
        var granted = new AtomicIntegerArray(rounds);
        var together = new Phaser(threads);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var racers = IntStream.range(0, threads).mapToObj(i -> pool.submit(() -> {
                for (int round = 0; round < rounds; round++) {
                    together.arriveAndAwaitAdvance();
                    if (ledgers.get(round).reserve(Fixture.ID, Fixture.tokens(1), Kept.NOTHING, NOW) instanceof Ledger.Result.Granted) {
                        granted.incrementAndGet(round);
                    }
                }
            })).toList();
            for (var racer : racers) {
                racer.get();
            }
        }
        assertThat(IntStream.range(0, rounds).map(granted::get)).containsOnly(1);
    }

    @Test
    @DisplayName("Q1: a call that is settled late gives nothing back of what another one has taken since")
    void whatHasDrainedIsNotGivenBackOutOfAnothersRoom() {
        Ledger ledger = Fixture.draining(Map.of(Axis.TPM, 8_000L));
        Reservation slow = Fixture.reserve(ledger, Fixture.tokens(4_000), NOW);
        ledger.open(slow, NOW);
        Instant drained = NOW.plusSeconds(30);
        Reservation other = Fixture.reserve(ledger, Fixture.tokens(3_000), drained);
        ledger.open(other, drained);

        ledger.settle(slow, Fixture.tokens(1_000), drained);
        assertThat(Fixture.used(ledger, Axis.TPM, drained)).isEqualTo(3_000);
    }

    @Test
    @DisplayName("Q2: what one limit refuses takes nothing from the others")
    void aRefusalTakesNothingFromAnyAxis() {
        Ledger ledger = Fixture.draining(FOUR);
        Fixture.fill(ledger, Axis.TPM, 8_000, NOW);
        var before = ledger.levels(NOW);

        assertThat(ledger.reserve(Fixture.ID, Fixture.tokens(100), Kept.NOTHING, NOW))
                .isInstanceOfSatisfying(Ledger.Result.Denied.class, denied -> assertThat(denied.why())
                        .isInstanceOfSatisfying(Admission.NoRoom.class, full -> assertThat(full.axis()).isEqualTo(Axis.TPM)));
        assertThat(ledger.levels(NOW)).isEqualTo(before);
    }

    @Test
    @DisplayName("Q2: of two full axes the one that takes longer is named")
    void theLongestWaitIsNamed() {
        Ledger ledger = Fixture.draining(FOUR);
        Fixture.fill(ledger, Axis.TPM, 8_000, NOW);
        Fixture.fill(ledger, Axis.TPD, 200_000, NOW);

        assertThat(ledger.peek(Fixture.ID, Fixture.tokens(1_000), Kept.NOTHING, NOW)).isEqualTo(
                new Admission.NoRoom(Axis.TPD, 1_000, 200_000, 200_000, Duration.ofSeconds(432)));
    }

    @Test
    @DisplayName("Q5: exactly the limit is admitted, one more is not")
    void exactlyTheLimitIsAdmitted() {
        Ledger requests = Fixture.draining(Map.of(Axis.RPM, 30L));
        for (int i = 0; i < 30; i++) {
            Fixture.spend(requests, Fixture.tokens(1), NOW);
        }
        assertThat(requests.peek(Fixture.ID, Fixture.tokens(1), Kept.NOTHING, NOW)).isInstanceOf(Admission.NoRoom.class);

        Ledger tokens = Fixture.draining(Map.of(Axis.TPM, 8_000L));
        assertThat(tokens.peek(Fixture.ID, Fixture.tokens(8_000), Kept.NOTHING, NOW)).isInstanceOf(Admission.Fits.class);
        assertThat(tokens.peek(Fixture.ID, Fixture.tokens(8_001), Kept.NOTHING, NOW)).isInstanceOf(Admission.NeverFits.class);
        Fixture.spend(tokens, Fixture.tokens(7_999), NOW);
        assertThat(tokens.peek(Fixture.ID, Fixture.tokens(1), Kept.NOTHING, NOW)).isInstanceOf(Admission.Fits.class);
        assertThat(tokens.peek(Fixture.ID, Fixture.tokens(2), Kept.NOTHING, NOW)).isInstanceOf(Admission.NoRoom.class);
    }

    @Test
    @DisplayName("Q6: axes are independent: what drains one leaves the others where they are")
    void axesAreIndependent() {
        Ledger ledger = Fixture.draining(FOUR);
        Fixture.spend(ledger, new Need(5_000, 3_000), NOW);
        Instant minute = NOW.plus(Duration.ofMinutes(1));

        assertThat(Fixture.used(ledger, Axis.RPM, minute)).isZero();
        assertThat(Fixture.used(ledger, Axis.TPM, minute)).isZero();
        assertThat(Fixture.used(ledger, Axis.RPD, minute)).isEqualTo(1);
        assertThat(Fixture.used(ledger, Axis.TPD, minute)).isEqualTo(7_862); // 8 000 less 60 s of 2.31 a second, rounded up

        Fixture.fill(ledger, Axis.RPM, 30, minute);
        assertThat(Fixture.used(ledger, Axis.TPM, minute)).isZero();
        assertThat(ledger.peek(Fixture.ID, Fixture.tokens(1), Kept.NOTHING, minute.plusSeconds(2)))
                .isInstanceOf(Admission.Fits.class);
    }

    @Test
    @DisplayName("Q16: a provider's stale word that all is left does not wipe our own count")
    void aStaleWordDoesNotLowerTheLevel() {
        Ledger ledger = Fixture.draining(FOUR);
        Fixture.spend(ledger, Fixture.tokens(6_000), NOW);

        ledger.correct(Fixture.ID, Axis.TPM, 0, OptionalLong.of(8_000), NOW);
        assertThat(Fixture.used(ledger, Axis.TPM, NOW)).isEqualTo(6_000);

        ledger.correct(Fixture.ID, Axis.TPM, 7_000, OptionalLong.empty(), NOW);
        Level raised = ledger.level(Fixture.ID, Axis.TPM, NOW).orElseThrow();
        assertThat(raised.used()).isEqualTo(7_000);
        assertThat(raised.source()).isEqualTo(Level.Source.PROVIDER);
        assertThat(raised.confirmed()).isPresent();
    }

    @Test
    @DisplayName("Q16: an absurd word fills the bucket at most twice, and a limit that cannot be is not believed")
    void anAbsurdWordIsBounded() {
        Ledger ledger = Fixture.draining(FOUR);
        ledger.correct(Fixture.ID, Axis.TPM, Long.MAX_VALUE, OptionalLong.of(0), NOW);

        Level level = ledger.level(Fixture.ID, Axis.TPM, NOW).orElseThrow();
        assertThat(level.limit()).isEqualTo(8_000);
        assertThat(level.used()).isEqualTo(16_000);
        assertThat(level.untilFull()).isEqualTo(Duration.ofMinutes(2));
        ledger.correct(Fixture.ID, Axis.TPD, -5, OptionalLong.of(Long.MAX_VALUE), NOW);
        assertThat(ledger.level(Fixture.ID, Axis.TPD, NOW).orElseThrow().limit()).isEqualTo(200_000);
        assertThat(Fixture.used(ledger, Axis.TPD, NOW)).isZero();
    }

    @Test
    @DisplayName("Q16: an absurd usage does not overflow into an empty bucket")
    void anAbsurdUsageDoesNotOverflow() {
        Ledger ledger = Fixture.draining(FOUR);
        for (int i = 0; i < 3; i++) {
            Instant later = NOW.plus(Duration.ofDays(3L * i));
            Reservation reservation = Fixture.reserve(ledger, Fixture.tokens(10), later);
            ledger.open(reservation, later);
            ledger.settle(reservation, new Need(Long.MAX_VALUE, Long.MAX_VALUE), later);
            assertThat(ledger.level(Fixture.ID, Axis.TPD, later).orElseThrow().left()).isZero();
        }
    }

    @Test
    @DisplayName("Q19: a clock that goes back drains nothing, and no level is ever negative")
    void aClockThatGoesBackMintsNothing() {
        Ledger ledger = Fixture.draining(FOUR);
        Fixture.spend(ledger, Fixture.tokens(6_000), NOW);

        assertThat(Fixture.used(ledger, Axis.TPM, NOW.minus(Duration.ofDays(400)))).isEqualTo(6_000);
        Fixture.spend(ledger, Fixture.tokens(1_000), NOW.minusSeconds(3_600));
        assertThat(Fixture.used(ledger, Axis.TPM, NOW)).isEqualTo(7_000);
        assertThat(Fixture.used(ledger, Axis.TPM, NOW.plusSeconds(30))).isEqualTo(3_000);
        assertThat(Fixture.used(ledger, Axis.TPM, NOW.plus(Duration.ofDays(36_500)))).isZero();

        Reservation reservation = Fixture.reserve(ledger, Fixture.tokens(4_000), NOW.plusSeconds(60));
        ledger.open(reservation, NOW.plusSeconds(60));
        ledger.settle(reservation, Fixture.tokens(1), NOW.plusSeconds(240)); // gives back far more than is still there
        assertThat(ledger.levels(NOW.plusSeconds(240))).allSatisfy(level -> assertThat(level.used()).isNotNegative());
    }

    @Test
    @DisplayName("Q19: a step back between two changes still gives each an instant of its own, in order")
    void instantsNeverGoBack() {
        Ledger ledger = Fixture.draining(FOUR);
        Reservation one = Fixture.reserve(ledger, Fixture.tokens(1), NOW);
        Reservation two = Fixture.reserve(ledger, Fixture.tokens(1), NOW);
        Instant first = ledger.open(one, NOW);
        Instant second = ledger.open(two, NOW.minusSeconds(5));
        Instant third = ledger.settle(one, Fixture.tokens(1), NOW.minusSeconds(9));

        assertThat(second).isAfter(first);
        assertThat(third).isAfter(second);
    }

    @Test
    void aCallInFlightHoldsItsRoomAndDrainsOnlyOnceItIsOpened() {
        Ledger ledger = Fixture.draining(FOUR);
        Reservation reservation = Fixture.reserve(ledger, new Need(1_000, 3_000), NOW);
        Instant later = NOW.plusSeconds(20);

        Level held = ledger.level(Fixture.ID, Axis.TPM, later).orElseThrow();
        assertThat(held.used()).isEqualTo(4_000);
        assertThat(held.held()).isEqualTo(4_000);
        ledger.open(reservation, later);
        assertThat(Fixture.used(ledger, Axis.TPM, later.plusSeconds(15))).isEqualTo(2_000);
        ledger.settle(reservation, new Need(1_000, 1_500), later.plusSeconds(15));
        assertThat(Fixture.used(ledger, Axis.TPM, later.plusSeconds(15))).isEqualTo(500);
    }

    @Test
    void aReleasedCallLeavesNothingBehind() {
        Ledger ledger = Fixture.draining(FOUR);
        Reservation reservation = Fixture.reserve(ledger, new Need(1_000, 3_000), NOW);
        ledger.release(reservation);

        assertThat(ledger.levels(NOW)).allSatisfy(level -> assertThat(level.used()).isZero());
        assertThatThrownBy(() -> ledger.release(reservation)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ledger.settle(reservation, Fixture.tokens(1), NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ledger.open(reservation, NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anOpenedCallMustBeSettledAndIsStillThereAfterSomeoneTriedToReleaseIt() {
        Ledger ledger = Fixture.draining(FOUR);
        Reservation reservation = Fixture.reserve(ledger, new Need(1_000, 3_000), NOW);
        ledger.open(reservation, NOW);

        assertThatThrownBy(() -> ledger.release(reservation)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ledger.open(reservation, NOW)).isInstanceOf(IllegalStateException.class);
        ledger.settle(reservation, new Need(1_000, 10), NOW);
        assertThat(Fixture.used(ledger, Axis.TPM, NOW)).isEqualTo(1_010);
        assertThat(Fixture.used(ledger, Axis.RPD, NOW)).isEqualTo(1);
    }

    @Test
    void cachedPromptTokensDoNotCount() {
        Ledger ledger = Fixture.draining(FOUR);
        Reservation reservation = Fixture.reserve(ledger, new Need(1_000, 500), NOW);
        ledger.open(reservation, NOW);
        ledger.settle(reservation, Need.of(new Usage(1_000, 200, 900)), NOW);

        assertThat(Fixture.used(ledger, Axis.TPM, NOW)).isEqualTo(300);
    }

    @Test
    void aHiddenAxisLearnedWhileCallsAreInFlightHoldsTheirPart() {
        Ledger ledger = Fixture.draining(Map.of(Axis.TPM, 8_000L));
        Reservation waiting = Fixture.reserve(ledger, new Need(600, 400), NOW);
        Reservation running = Fixture.reserve(ledger, new Need(900, 100), NOW);
        ledger.open(running, NOW);

        ledger.correct(Fixture.ID, Axis.ITPM, 1_500, OptionalLong.of(7_000), NOW); // both calls are in its figure
        Level level = ledger.level(Fixture.ID, Axis.ITPM, NOW).orElseThrow();
        assertThat(level.held()).isEqualTo(600);
        assertThat(level.used()).isEqualTo(1_500);

        ledger.open(waiting, NOW);
        ledger.settle(waiting, new Need(600, 50), NOW);
        ledger.settle(running, new Need(900, 50), NOW);
        assertThat(ledger.level(Fixture.ID, Axis.ITPM, NOW).orElseThrow().held()).isZero();
        assertThat(Fixture.used(ledger, Axis.ITPM, NOW)).isEqualTo(1_500);
        assertThat(ledger.peek(Fixture.ID, new Need(7_001, 1), Kept.NOTHING, NOW)).isEqualTo(new Admission.NeverFits(Axis.ITPM,
                7_001, 7_000));
    }

    @Test
    void aHiddenAxisIsFreedWhenTheCallIsReleased() {
        Ledger ledger = Fixture.draining(Map.of(Axis.TPM, 8_000L));
        Reservation waiting = Fixture.reserve(ledger, new Need(600, 400), NOW);
        ledger.correct(Fixture.ID, Axis.OTPM, 0, OptionalLong.of(1_000), NOW);
        assertThat(Fixture.used(ledger, Axis.OTPM, NOW)).isEqualTo(400);

        ledger.release(waiting);
        assertThat(Fixture.used(ledger, Axis.OTPM, NOW)).isZero();
    }

    @Test
    void aCallInFlightThatTheProviderCountsAlreadyIsNotCountedTwice() {
        Ledger ledger = Fixture.draining(FOUR);
        Reservation first = Fixture.reserve(ledger, Fixture.tokens(3_700), NOW);
        Reservation second = Fixture.reserve(ledger, Fixture.tokens(3_700), NOW);

        ledger.open(second, NOW); // its headers come home first, and tell of both
        ledger.correct(Fixture.ID, Axis.TPM, 7_400, OptionalLong.of(8_000), NOW);
        assertThat(Fixture.used(ledger, Axis.TPM, NOW)).isEqualTo(7_400);
        ledger.open(first, NOW);
        ledger.settle(first, Fixture.tokens(200), NOW);
        ledger.settle(second, Fixture.tokens(200), NOW);

        assertThat(Fixture.used(ledger, Axis.TPM, NOW)).isEqualTo(400);
    }

    @Test
    void headersOfBeforeAnotherCallGaveBackDoNotBringItsCapBack() {
        Ledger ledger = Fixture.draining(FOUR);
        Reservation first = Fixture.reserve(ledger, Fixture.tokens(1_500), NOW);
        ledger.open(first, NOW);
        Reservation second = Fixture.reserve(ledger, Fixture.tokens(1_500), NOW);
        ledger.settle(first, Fixture.tokens(100), NOW); // while the second's headers, which count all of it, are on their way

        ledger.open(second, NOW);
        ledger.admitted(second, Axis.TPM, 3_000, OptionalLong.of(8_000), NOW);
        assertThat(Fixture.used(ledger, Axis.TPM, NOW)).isEqualTo(1_600);
        ledger.settle(second, Fixture.tokens(100), NOW);

        Reservation third = Fixture.reserve(ledger, Fixture.tokens(500), NOW);
        ledger.open(third, NOW);
        ledger.admitted(third, Axis.TPM, 3_000, OptionalLong.of(8_000), NOW); // nothing was given back since: somebody else's
        assertThat(Fixture.used(ledger, Axis.TPM, NOW)).isEqualTo(3_000);
    }

    @Test
    void aWholeNumberThatIsOursRoundedUpRaisesNothing() {
        Ledger ledger = Fixture.draining(FOUR);
        ledger.settle(Fixture.reserve(ledger, Fixture.tokens(3_000), NOW), Fixture.tokens(3_000), NOW);
        Instant later = NOW.plusMillis(1); // 2 999.87 are left of it
        Level before = ledger.level(Fixture.ID, Axis.TPM, later).orElseThrow();

        ledger.correct(Fixture.ID, Axis.TPM, 3_000, OptionalLong.of(8_000), later);
        assertThat(ledger.level(Fixture.ID, Axis.TPM, later).orElseThrow().untilFull()).isEqualTo(before.untilFull());
        ledger.correct(Fixture.ID, Axis.TPM, 3_001, OptionalLong.of(8_000), later);
        assertThat(Fixture.used(ledger, Axis.TPM, later)).isEqualTo(3_001);
    }

    @Test
    void aRefusalLeavesNoGapInWhichAnotherCallFindsRoom() {
        Ledger ledger = Fixture.draining(FOUR);
        Reservation refused = Fixture.reserve(ledger, Fixture.tokens(2_000), NOW);
        Reservation other = Fixture.reserve(ledger, Fixture.tokens(1_000), NOW);

        ledger.refused(refused, Axis.TPM, 8_000, OptionalLong.of(8_000), NOW);
        assertThat(ledger.peek(Fixture.ID, Fixture.tokens(1), Kept.NOTHING, NOW)).isInstanceOf(Admission.NoRoom.class);
        ledger.release(refused);
        assertThat(Fixture.used(ledger, Axis.TPM, NOW)).isEqualTo(8_000);

        ledger.refused(other, Axis.TPM, 8_000, OptionalLong.of(8_000), NOW);
        ledger.release(other);
        assertThat(Fixture.used(ledger, Axis.TPM, NOW)).isEqualTo(8_000);
    }

    @Test
    void aLimitThatTheProviderLowersReplacesOurs() {
        Ledger ledger = Fixture.draining(FOUR);
        Fixture.spend(ledger, Fixture.tokens(6_000), NOW);
        ledger.correct(Fixture.ID, Axis.TPM, 6_000, OptionalLong.of(6_000), NOW);

        assertThat(ledger.level(Fixture.ID, Axis.TPM, NOW).orElseThrow().left()).isZero();
        assertThat(Fixture.used(ledger, Axis.TPM, NOW.plusSeconds(30))).isEqualTo(3_000); // the new limit's pace
    }

    @Test
    void aLimitOfTheReadersOwnHoldsAtOnceAndForgetsNothing() {
        Ledger ledger = Fixture.draining(FOUR);
        Fixture.spend(ledger, Fixture.tokens(6_000), NOW);
        ledger.own(own(Axis.TPM, 12_000, NOW), 0, NOW);

        assertThat(ledger.level(Fixture.ID, Axis.TPM, NOW).orElseThrow()).extracting(Level::limit, Level::used).containsExactly(12_000L, 6_000L);
        assertThat(Fixture.used(ledger, Axis.TPM, NOW.plusSeconds(15))).isEqualTo(3_000);

        ledger.own(new OwnLimit(Fixture.ID, Axis.TPM, OptionalLong.empty(), NOW.plusSeconds(15)), 0, NOW.plusSeconds(15));
        assertThat(ledger.level(Fixture.ID, Axis.TPM, NOW.plusSeconds(15)).orElseThrow()).extracting(Level::limit, Level::used)
                .containsExactly(8_000L, 3_000L);
    }

    @Test
    void theProvidersWordGoesBeforeTheReadersOnlyWhereItIsLaterAndLess() {
        Ledger ledger = Fixture.draining(FOUR);
        ledger.correct(Fixture.ID, Axis.TPM, 0, OptionalLong.of(6_000), NOW);
        ledger.own(own(Axis.TPM, 12_000, NOW.plusSeconds(1)), 0, NOW.plusSeconds(1)); // another plan since
        assertThat(ledger.word(Fixture.ID, Axis.TPM).inForce()).hasValue(12_000);
        assertThat(ledger.word(Fixture.ID, Axis.TPM).known()).hasValue(6_000);

        ledger.correct(Fixture.ID, Axis.TPM, 0, OptionalLong.of(20_000), NOW.plusSeconds(2)); // the reader wants to use no more than that
        assertThat(ledger.level(Fixture.ID, Axis.TPM, NOW.plusSeconds(2)).orElseThrow().limit()).isEqualTo(12_000);

        ledger.correct(Fixture.ID, Axis.TPM, 0, OptionalLong.of(10_000), NOW.plusSeconds(3)); // beyond that nothing is admitted
        assertThat(ledger.word(Fixture.ID, Axis.TPM).overruled()).isTrue();
        assertThat(ledger.level(Fixture.ID, Axis.TPM, NOW.plusSeconds(3)).orElseThrow().limit()).isEqualTo(10_000);
    }

    @Test
    void anAxisThatNobodyLimitedCanBeLimitedAndLetGoAgain() {
        Ledger ledger = Fixture.draining(Map.of(Axis.TPM, 8_000L));
        Reservation flying = Fixture.reserve(ledger, Fixture.tokens(500), NOW);
        ledger.own(own(Axis.TPD, 10_000, NOW), 2_000, NOW);

        assertThat(Fixture.used(ledger, Axis.TPD, NOW)).as("what was spent before, and what is on its way").isEqualTo(2_500);
        ledger.own(new OwnLimit(Fixture.ID, Axis.TPD, OptionalLong.empty(), NOW), 0, NOW);
        assertThat(ledger.level(Fixture.ID, Axis.TPD, NOW)).isEmpty();
        ledger.open(flying, NOW);
        ledger.settle(flying, Fixture.tokens(500), NOW);
        assertThat(Fixture.used(ledger, Axis.TPM, NOW)).isEqualTo(500);
    }

    private static OwnLimit own(Axis axis, long figure, Instant since) {
        return new OwnLimit(Fixture.ID, axis, OptionalLong.of(figure), since);
    }

    @Test
    void whatIsKeptForOthersIsNotAdmittedAndNotCharged() {
        Ledger ledger = Fixture.draining(FOUR);
        var kept = new Kept(Map.of(Axis.TPM, 3_000L));

        assertThat(ledger.peek(Fixture.ID, Fixture.tokens(5_000), kept, NOW)).isInstanceOf(Admission.Fits.class);
        Fixture.spend(ledger, Fixture.tokens(1_000), NOW);
        assertThat(ledger.peek(Fixture.ID, Fixture.tokens(4_000), kept, NOW)).isInstanceOf(Admission.Fits.class);
        assertThat(ledger.peek(Fixture.ID, Fixture.tokens(4_001), kept, NOW)).isInstanceOfSatisfying(Admission.NoRoom.class,
                full -> {
            assertThat(full.axis()).isEqualTo(Axis.TPM);
            assertThat(full.limit()).isEqualTo(5_000);
            assertThat(full.roomIn()).isEqualTo(Duration.ofNanos(7_500_000));
        });
        assertThat(ledger.peek(Fixture.ID, Fixture.tokens(7_000), Kept.NOTHING, NOW)).isInstanceOf(Admission.Fits.class);
    }

    @Test
    void whatIsLargerThanTheOpenPartGoesOnceAllElseHasDrained() {
        Ledger ledger = Fixture.draining(Map.of(Axis.TPM, 8_000L));
        var kept = new Kept(Map.of(Axis.TPM, 3_000L));
        assertThat(ledger.peek(Fixture.ID, Fixture.tokens(6_000), kept, NOW)).isInstanceOf(Admission.Fits.class);

        Fixture.spend(ledger, Fixture.tokens(4_000), NOW);
        assertThat(ledger.peek(Fixture.ID, Fixture.tokens(6_000), kept, NOW)).isInstanceOfSatisfying(Admission.NoRoom.class,
                full -> assertThat(full.roomIn()).isEqualTo(Duration.ofSeconds(30)));
    }

    @Test
    void everyChangeRaisesTheVersionAndPeekingDoesNot() {
        Ledger ledger = Fixture.draining(FOUR);
        long before = ledger.version();
        ledger.peek(Fixture.ID, Fixture.tokens(1), Kept.NOTHING, NOW);
        ledger.levels(NOW);
        assertThat(ledger.version()).isEqualTo(before);

        Reservation reservation = Fixture.reserve(ledger, Fixture.tokens(1), NOW);
        assertThat(ledger.version()).isGreaterThan(before);
        long held = ledger.version();
        ledger.release(reservation);
        assertThat(ledger.version()).isGreaterThan(held);
    }

    @Test
    void aDeploymentThatIsNotInTheCatalogueIsAFault() {
        Ledger ledger = Fixture.draining(FOUR);
        assertThatThrownBy(() -> ledger.peek(new DeploymentId("x", "y"), Fixture.tokens(1), Kept.NOTHING, NOW))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("x@y");
    }
}
