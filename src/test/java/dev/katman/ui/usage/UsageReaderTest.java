package dev.katman.ui.usage;

import dev.katman.catalog.Catalog;
import dev.katman.catalog.CatalogReader;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.conversation.CallId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.Ids;
import dev.katman.conversation.Outcome;
import dev.katman.conversation.Purpose;
import dev.katman.conversation.Role;
import dev.katman.conversation.Usage;
import dev.katman.journal.CallEnd;
import dev.katman.journal.Ending;
import dev.katman.journal.Fitting;
import dev.katman.journal.Journal;
import dev.katman.journal.Journals;
import dev.katman.journal.MessageRow;
import dev.katman.quota.Ledger;
import dev.katman.quota.Need;
import dev.katman.settings.Language;
import dev.katman.settings.Texts;
import dev.katman.ui.kit.Figures;
import dev.katman.ui.usage.ChartData.Series;
import dev.katman.ui.usage.UsageSpan.Kind;
import dev.katman.words.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;

import static org.assertj.core.api.Assertions.assertThat;

/** From calls in a real journal to the figures of the charts, on the day on which Berlin puts its clock back at three. */
class UsageReaderTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOON = Instant.parse("2026-10-25T11:00:00Z");
    private static final DeploymentId DEEP = DeploymentId.parse("gpt-oss-120b@sandbox");
    private static final DeploymentId KIMI = DeploymentId.parse("kimi-k2-instruct@sandbox");
    private static final DeploymentId SCOUT = DeploymentId.parse("llama-4-scout@sandbox");

    private final Ids ids = new Ids(() -> NOON, new Random(5));
    private final Catalog catalog = CatalogReader.embedded();
    private final Ledger ledger = new Ledger(catalog);

    @TempDir
    private Path home;

    private Journal journal;

    @BeforeEach
    void open() {
        journal = Journals.open(home, NOON);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void theHourThatIsThereTwiceIsTwoBinsOfTheDayAndOneFieldOfTheWeek() {
        call(KIMI, Tier.CONVERSATION, "2026-10-25T00:10:00Z", 100); // 02:10, summer time
        call(KIMI, Tier.CONVERSATION, "2026-10-25T01:10:00Z", 30); // 02:10 again
        call(DEEP, Tier.DEEP, "2026-10-25T22:59:59Z", 7); // 23:59:59
        call(DEEP, Tier.DEEP, "2026-10-25T23:00:00Z", 999); // Monday
        call(DEEP, Tier.DEEP, "2026-10-24T21:59:59Z", 999); // Saturday

        Board board = board(Kind.DAY);
        ChartData models = chart(board, "models");
        assertThat(models.categories()).hasSize(25);
        assertThat(models.categories().get(2).name()).isEqualTo("02:00–02:00 +02:00");
        assertThat(models.categories().get(3).name()).isEqualTo("02:00–03:00 +01:00");
        assertThat(series(models, "kimi-k2-instruct").values().subList(2, 4)).containsExactly(100.0, 30.0);
        assertThat(series(models, "gpt-oss-120b").sum()).isEqualTo(7);
        assertThat(series(models, "gpt-oss-120b").values().getLast()).isEqualTo(7);

        ChartData hours = chart(board, "hours");
        int sundayAtTwo = 6 * 24 + 2;
        assertThat(hours.categories().get(sundayAtTwo).name()).isEqualTo("Sunday 02:00–03:00");
        assertThat(series(hours, "Conversation").values().get(sundayAtTwo)).isEqualTo(130);
    }

    @Test
    void theRoutersShareIsOfAllThatWasSentAndNothingWhereNothingWas() {
        call(SCOUT, Tier.ROUTER, "2026-10-25T09:00:00Z", 25);
        call(SCOUT, Tier.WORKER, "2026-10-25T09:14:59Z", 75);
        Board board = board(Kind.DAY);
        Series share = series(chart(board, "router-share"), "Router");
        assertThat(share.values().stream().filter(Double::isFinite)).containsExactly(0.25);
        assertThat(series(chart(board, "tiers"), "Router").detail()).isEqualTo("25.0%");
        assertThat(chart(board, "models").series()).as("one model, whatever it did").hasSize(1);
        assertThat(series(chart(board, "latency"), "whole answer, median").values()).hasSize(2);
    }

    @Test
    void theDeepModelIsComparedWithWhatOthersAnswered() {
        call(DEEP, Tier.DEEP, "2026-10-25T09:00:00Z", 500);
        call(KIMI, Tier.CONVERSATION, "2026-10-25T09:00:01Z", 199_800);
        ChartData deep = chart(board(Kind.DAY), "always-deep");
        assertThat(series(deep, "deep model, as it was").sum()).isEqualTo(500);
        assertThat(series(deep, "others, in its place").sum()).isEqualTo(199_800);
        assertThat(deep.notes()).singleElement().satisfies(note -> assertThat(note.text()).contains("10:00"));
    }

    @Test
    void whatPreparingSavedIsWhatWasNotSentLessWhatTheWorkerWasPaid() {
        ChartData before = chart(board(Kind.DAY), "spared");
        assertThat(before.isEmpty()).isTrue();
        assertThat(before.about()).as("how it comes about").contains("summary by the worker");

        MessageRow asked = new MessageRow(ids.message(), ids.conversation(), Role.USER, "and the deposit?", Instant.parse("2026-10-25T08:20:00Z"),
                MessageRow.State.PENDING, ids.decision());
        journal.accept(asked, Optional.empty());
        call(asked.decision(), SCOUT, Purpose.SUMMARY, Tier.WORKER, "2026-10-25T08:20:01Z", 3_000);
        journal.documents().fitted(asked.decision(), new Fitting(List.of(), 0, 12, 12, false, 10_000));
        assertThat(chart(board(Kind.DAY), "spared").notes().getFirst().text()).as("nobody has answered yet").contains("3,000 tokens");
        journal.finished(new Ending(asked.decision(), asked.id(), asked.conversation(), MessageRow.State.DONE, Optional.empty(), Optional.empty(),
                Optional.of(DEEP), Duration.ofSeconds(2), Optional.empty(), asked.at()));

        ChartData spared = chart(board(Kind.DAY), "spared");
        int tenInTheMorning = 10; // 09:20 after the hour that was there twice
        assertThat(series(spared, "not sent").values().get(tenInTheMorning)).isEqualTo(10_000);
        assertThat(series(spared, "spent by the worker").values().get(tenInTheMorning)).isEqualTo(-3_000);
        assertThat(ChartData.sum(spared.series(), tenInTheMorning)).isEqualTo(7_000);
        assertThat(spared.series().getFirst().detail()).as("what was spent is not less than nothing").isEqualTo("3.0K");
        assertThat(spared.notes()).singleElement().satisfies(note -> assertThat(note.text()).contains("7,000 tokens"));
    }

    @Test
    void aBudgetIsToldOfWithTheAxisThatEndsFirst() {
        journal.close();
        journal = Journals.open(home, NOON);
        for (int i = 0; i < 4; i++) {
            call(DEEP, Tier.DEEP, NOON.minusSeconds(600 - i).toString(), 25_000);
        }
        journal.restore(ledger, NOON);
        ChartData budgets = chart(board(Kind.HOUR), "budgets");
        assertThat(budgets.notes()).singleElement().satisfies(note -> assertThat(note.text())
                .startsWith("gpt-oss-120b, tokens a day: runs out at 13:0"));
        Series left = series(budgets, "gpt-oss-120b");
        assertThat(left.values()).hasSize(49);
        assertThat(left.values().getFirst()).isBetween(0.5, 0.52);
        assertThat(left.values().getLast()).isZero();
    }

    @Test
    void everySpanAndMeasureHasEveryChartInBothLanguages() {
        call(KIMI, Tier.CONVERSATION, NOON.minusSeconds(60).toString(), 100);
        for (Kind kind : Kind.values()) {
            for (Measure measure : Measure.values()) {
                for (Language language : Language.values()) {
                    assertThat(Board.of(read(kind), measure, catalog, words(language)).charts()).extracting(ChartData::id)
                            .containsExactly("models", "budgets", "tiers", "always-deep", "spared", "router-share", "hours", "latency", "troubles");
                }
            }
        }
        assertThat(words(Language.TR).span(UsageSpan.of(Kind.DAY, NOON, 0, BERLIN))).isEqualTo("25 Ekim 2026 Pazar");
        assertThat(words(Language.EN).span(UsageSpan.of(Kind.WEEK, NOON, 0, BERLIN))).isEqualTo("19–25 Oct 2026");
        assertThat(words(Language.EN).span(UsageSpan.of(Kind.WEEK, NOON, -1, BERLIN))).isEqualTo("26 Oct – 1 Nov 2026");
    }

    @Test
    void figuresOfOneKindAreWrittenAlikeAndNeverSayAllOrNothingBeforeItIsSo() {
        UsageWords words = words(Language.TR);
        assertThat(DoubleStream.of(0, 0.0001, 0.031, 0.06, 0.997, 0.9999, 1).mapToObj(share -> words.full(Unit.SHARE, share)))
                .containsExactly("%0,0", "%0,1", "%3,1", "%6,0", "%99,7", "%99,9", "%100,0");
        assertThat(DoubleStream.of(0, 0.05, 1).mapToObj(mark -> words.mark(Unit.SHARE, mark, 0.05))).containsExactly("%0", "%5", "%100");
        assertThat(DoubleStream.of(850, 1_000_000, 630_900).mapToObj(tokens -> words.brief(Unit.TOKENS, tokens)))
                .containsExactly("850", "1,0M", "630,9K");
        assertThat(words.mark(Unit.TOKENS, 200_000, 50_000)).isEqualTo("200K");
        assertThat(words.figure(Unit.TOKENS, -9_166)).isEqualTo("−9.166");
        assertThat(DoubleStream.of(0.004, 0.1, 0.12, 2, 12).mapToObj(seconds -> words.figure(Unit.SECONDS, seconds)))
                .containsExactly("4 ms", "0,10 sn", "0,12 sn", "2,0 sn", "12 sn");
    }

    private Board board(Kind kind) {
        return Board.of(read(kind), Measure.TOKENS, catalog, words(Language.EN));
    }

    private Reading read(Kind kind) {
        return new UsageReader(journal.history(), ledger, catalog, () -> List.of(SCOUT, KIMI, DEEP), BERLIN)
                .read(UsageSpan.of(kind, NOON, 0, BERLIN), 5, NOON);
    }

    private static UsageWords words(Language language) {
        Texts texts = Texts.in(language);
        return new UsageWords(texts, new Words(texts), new Figures(texts.locale(), BERLIN));
    }

    private static ChartData chart(Board board, String id) {
        return board.charts().stream().filter(chart -> chart.id().equals(id)).findFirst().orElseThrow();
    }

    private static Series series(ChartData chart, String name) {
        return chart.series().stream().filter(series -> series.name().equals(name)).findFirst().orElseThrow();
    }

    private void call(DeploymentId deployment, Tier tier, String left, long tokens) {
        DecisionId decision = ids.decision();
        journal.withoutMessage(decision, Instant.parse(left));
        call(decision, deployment, tier == Tier.ROUTER ? Purpose.ROUTE : Purpose.ANSWER, tier, left, tokens);
    }

    private void call(DecisionId decision, DeploymentId deployment, Purpose purpose, Tier tier, String left, long tokens) {
        Instant at = Instant.parse(left);
        CallId call = ids.call();
        var need = new Need(tokens - 1, 1);
        journal.callLeaves(call, decision, deployment, purpose, tier, need, at);
        Instant ended = at.plusSeconds(1);
        journal.callEnded(new CallEnd(call, ended, Optional.of(ended), need, Outcome.OK, 200, new Usage(tokens - 1, 1, 0),
                Optional.of(Duration.ofMillis(300)), ""));
    }
}
