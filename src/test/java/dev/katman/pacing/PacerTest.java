package dev.katman.pacing;

import dev.katman.catalog.Axis;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Law;
import dev.katman.catalog.Limits;
import dev.katman.catalog.Policy;
import dev.katman.quota.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PacerTest {
    private static final long LIMIT = 200_000;
    private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");
    private static final Limits LIMITS = new Limits(Map.of(Axis.TPD, LIMIT));
    private static final Worth WORTH = new Worth(Policy.GAINS);

    private final Pacer pacer = new Pacer(WORTH, new Law.Draining(), LIMITS, ZoneOffset.UTC);

    private static List<Level> left(double share) {
        return List.of(level(Axis.TPD, LIMIT, Math.round(LIMIT * (1 - share))));
    }

    private static Level level(Axis axis, long limit, long used) {
        return new Level(new DeploymentId("gpt-oss-120b", "groq"), axis, limit, used, 0, Duration.ZERO, Level.Source.OURS, Optional.empty());
    }

    private double price(double left, Instant now) {
        return pacer.quote(5, 1_500, left(left), now).price();
    }

    /** Every hour of these days from nine to midnight (exclusive) that many messages, easy before noon and hard after six. */
    private void days(Instant from, int days, int anHour) {
        for (int hour = 0; hour < days * 24; hour++) {
            int clock = hour % 24;
            for (int i = 0; i < anHour && clock >= 9; i++) {
                int difficulty = clock < 12 ? 5 : clock < 18 ? 6 : 9;
                pacer.saw(new Demand(from.plus(Duration.ofHours(hour)).plusSeconds(i * 60L), difficulty, 1_500));
            }
        }
    }

    @Test
    void aFullBucketThatRefillsInVainCostsNothing() {
        days(MONDAY, 10, 1);
        assertThat(price(1, MONDAY.plus(Duration.ofDays(10)))).as("15 messages a day are far below the limit").isLessThan(.02);
    }

    @Test
    void thePriceRisesAsTheBucketEmpties() {
        days(MONDAY, 5, 15);
        Instant now = MONDAY.plus(Duration.ofDays(5)).plus(Duration.ofHours(9));
        double last = -1;
        for (double left = 1; left >= 0; left -= .01) {
            double price = price(left, now);
            assertThat(price).isGreaterThanOrEqualTo(last - 1e-9).isBetween(0., .9001);
            last = price;
        }
        assertThat(price(0, now)).isGreaterThan(price(1, now) + .2);
    }

    @Test
    void theMorningKeepsWhatTheHardEveningNeeds() {
        days(MONDAY, 7, 15);
        Instant morning = MONDAY.plus(Duration.ofDays(7)).plus(Duration.ofHours(9));
        Quote easy = pacer.quote(5, 1_500, left(.6), morning);
        assertThat(easy.affords()).isFalse();
        assertThat(easy.usualShare().orElseThrow()).isBetween(.5, 2.);
        assertThat(pacer.quote(9, 1_500, left(.6), morning).affords()).isTrue();
    }

    @Test
    void onANewMachineThePriceLooksAtWhatIsSpent() {
        Quote first = pacer.quote(5, 1_500, left(1), MONDAY);
        assertThat(first.affords()).isTrue();
        assertThat(first.usualShare()).isEmpty();
        assertThat(pacer.quote(5, 1_500, left(.1), MONDAY).affords()).isFalse();
        assertThat(pacer.quote(10, 1_500, left(.1), MONDAY).affords()).isTrue();
    }

    @Test
    void whatIsWorthNothingTeachesNothing() {
        for (int i = 0; i < 1_000; i++) {
            pacer.saw(new Demand(MONDAY.plusSeconds(i * 60L), 3, 5_000));
        }
        assertThat(price(1, MONDAY.plus(Duration.ofDays(1)))).isLessThan(.1);
    }

    @Test
    void aDayTenTimesTheUsualIsSeenForWhatItIs() {
        days(MONDAY, 10, 2);
        Instant day = MONDAY.plus(Duration.ofDays(10));
        double usual = price(.5, day.plus(Duration.ofHours(9)));
        for (int i = 0; i < 60; i++) {
            pacer.saw(new Demand(day.plus(Duration.ofHours(9)).plusSeconds(i * 180L), 6, 1_500));
        }
        assertThat(price(.5, day.plus(Duration.ofHours(12)))).isGreaterThan(usual + .05);
    }

    @Test
    void aWeekAwayIsNotANewHabit() {
        days(MONDAY, 14, 15);
        Instant before = MONDAY.plus(Duration.ofDays(14)).plus(Duration.ofHours(9));
        double atWork = price(.5, before);
        Instant back = MONDAY.plus(Duration.ofDays(21)).plus(Duration.ofHours(9));
        assertThat(price(1, back.minus(Duration.ofHours(1)))).isLessThan(.35);
        days(MONDAY.plus(Duration.ofDays(21)), 1, 15);
        assertThat(price(.5, back.plus(Duration.ofDays(1)))).as("after a day back it is nearly as before").isCloseTo(atWork, within(.15));
    }

    /** Clocks went forward on 29 March in Europe and on 8 March in California; Turkey has none since 2016, but had on 27 March of it. */
    @ParameterizedTest
    @ValueSource(strings = {"Europe/Istanbul|2016-03-20", "Europe/Berlin|2026-03-22", "America/Los_Angeles|2026-03-01",
            "America/Los_Angeles|2026-10-25", "Australia/Lord_Howe|2026-03-29"})
    void theEveningIsTheReadersAlsoWhereTheClockChanges(String where) {
        ZoneId zone = ZoneId.of(where.split("\\|")[0]);
        LocalDateTime start = LocalDateTime.parse(where.split("\\|")[1] + "T00:00");
        var local = new Pacer(WORTH, new Law.Draining(), LIMITS, zone);
        for (int day = 0; day < 10; day++) {
            for (int i = 0; i < 150; i++) {
                local.saw(new Demand(start.plusDays(day).plusHours(20).plusMinutes(i % 60).atZone(zone).toInstant().plusSeconds(i / 60), 9, 1_500));
            }
        }
        Instant eight = start.plusDays(10).plusHours(19).plusMinutes(59).atZone(zone).toInstant();
        double before = local.quote(5, 1_500, left(.9), eight).price();
        double after = local.quote(5, 1_500, left(.9), eight.plus(Duration.ofMinutes(62))).price();
        assertThat(before).isGreaterThan(.1);
        assertThat(after).as("when the hour is over, less is to come today").isLessThan(before);
    }

    @Test
    void whatIsLeftBeforeACalendarResetIsWorthNothing() {
        var calendar = new Pacer(WORTH, new Law.Calendar(ZoneOffset.UTC, LocalTime.MIDNIGHT), LIMITS, ZoneOffset.UTC);
        for (int hour = 0; hour < 24 * 8; hour++) {
            for (int i = 0; i < 20; i++) {
                calendar.saw(new Demand(MONDAY.plus(Duration.ofHours(hour)).plusSeconds(i), 7, 1_500));
            }
        }
        Instant late = MONDAY.plus(Duration.ofDays(8)).minus(Duration.ofMinutes(20));
        assertThat(calendar.quote(5, 1_500, left(.5), late).price()).isLessThan(.05);
        assertThat(calendar.quote(5, 1_500, left(.5), late.plus(Duration.ofMinutes(30))).price()).isGreaterThan(.2);
    }

    @Test
    void requestsADayHaveAPriceToo() {
        for (int hour = 0; hour < 24 * 5; hour++) {
            for (int i = 0; i < 20; i++) {
                pacer.saw(new Demand(MONDAY.plus(Duration.ofHours(hour)).plusSeconds(i), 5 + i % 6, 100));
            }
        }
        Instant now = MONDAY.plus(Duration.ofDays(5));
        var plenty = level(Axis.TPD, 10_000_000, 0);
        assertThat(pacer.quote(5, 100, List.of(plenty, level(Axis.RPD, 100, 80)), now).affords()).isFalse();
        assertThat(pacer.quote(5, 100, List.of(plenty, level(Axis.RPD, 10_000, 0)), now).affords()).isTrue();
    }

    @Test
    void aClockThatGoesBackAndAnySilenceDoNoHarm() {
        days(MONDAY, 2, 5);
        assertThat(price(.5, MONDAY)).isBetween(0., 1.);
        assertThat(price(.5, MONDAY.plus(Duration.ofDays(400)))).isBetween(0., 1.);
        assertThat(price(.5, Instant.parse("9999-12-31T23:59:59Z"))).isBetween(0., 1.);
    }

    @Test
    void aMessageThatNeverFitsIsNobodysDemand() {
        days(MONDAY, 3, 5);
        Instant now = MONDAY.plus(Duration.ofDays(3));
        double before = price(.5, now);
        pacer.saw(new Demand(now, 10, LIMIT + 1));
        assertThat(price(.5, now)).isEqualTo(before);
    }

    @Test
    void whereTokensAreNotLimitedOneHugeMessageBreaksNoPrice() {
        var requests = new Pacer(WORTH, new Law.Draining(), new Limits(Map.of(Axis.RPD, 50L)), ZoneOffset.UTC);
        requests.saw(new Demand(MONDAY, 10, 250_000_000_000L));
        for (int hour = 0; hour < 48; hour++) {
            Quote quote = requests.quote(9, 1_500, List.of(level(Axis.RPD, 50, 0)), MONDAY.plus(Duration.ofHours(hour)));
            assertThat(quote.price()).as("hour " + hour).isBetween(0., 1.);
        }
    }

    @Test
    void theFirstShortQuestionIsNotRefusedWhereRequestsAreMany() {
        var many = new Pacer(WORTH, new Law.Draining(), new Limits(Map.of(Axis.TPD, LIMIT, Axis.RPD, 1_000L)), ZoneOffset.UTC);
        many.saw(new Demand(MONDAY, 5, 10));
        assertThat(many.quote(5, 10, List.of(level(Axis.TPD, LIMIT, 0), level(Axis.RPD, 1_000, 0)), MONDAY).affords()).isTrue();
    }

    @Test
    void whoAsksAtNightIsExpectedToAskMoreByDay() {
        assertThat(afterThreeHours(MONDAY.plus(Duration.ofHours(3)))).isGreaterThan(afterThreeHours(MONDAY.plus(Duration.ofHours(19))) + .02);
    }

    /** The price on a new machine after three hours of the same questions, with half of the budget left. */
    private static double afterThreeHours(Instant from) {
        var fresh = new Pacer(WORTH, new Law.Draining(), LIMITS, ZoneOffset.UTC);
        for (int i = 0; i < 36; i++) {
            fresh.saw(new Demand(from.plusSeconds(i * 300L), 5 + i % 6, 1_500));
        }
        return fresh.quote(5, 1_500, left(.5), from.plus(Duration.ofHours(3))).price();
    }

    @Test
    void theOutlookTellsWhenItWouldRunDryAndPlansNotTo() {
        days(MONDAY, 7, 15);
        Instant morning = MONDAY.plus(Duration.ofDays(7)).plus(Duration.ofHours(9));
        Outlook outlook = pacer.outlook(left(.5).getFirst(), morning);
        assertThat(outlook.planned()).hasSize(25).allSatisfy(share -> assertThat(share).isBetween(0., 1.));
        assertThat(outlook.dryIn()).hasValueSatisfying(in -> assertThat(in).isLessThan(Duration.ofHours(15)));
        assertThat(outlook.unpaced().get((int) outlook.dryIn().orElseThrow().toHours() + 1)).as("the line says so in that hour, though some has come in again by its end").isZero();
        assertThat(outlook.planned().get(9)).isGreaterThan(outlook.unpaced().get(9));
    }

    @Test
    void theSameMessagesGiveTheSamePrices() {
        days(MONDAY, 3, 7);
        double first = price(.4, MONDAY.plus(Duration.ofDays(3)));
        var again = new PacerTest();
        again.days(MONDAY, 3, 7);
        assertThat(again.price(.4, MONDAY.plus(Duration.ofDays(3)))).isEqualTo(first);
    }
}
