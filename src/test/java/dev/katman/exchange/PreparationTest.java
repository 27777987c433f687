package dev.katman.exchange;

import dev.katman.catalog.CatalogReader;
import dev.katman.catalog.DeploymentId;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.Column;
import dev.katman.conversation.MessageId;
import dev.katman.conversation.Outcome;
import dev.katman.conversation.Purpose;
import dev.katman.documents.Document;
import dev.katman.documents.DocumentReader;
import dev.katman.documents.Kind;
import dev.katman.journal.CallRecord;
import dev.katman.journal.DocumentRow;
import dev.katman.journal.MessageRow;
import dev.katman.journal.PreparationGoal;
import dev.katman.journal.PreparationRow;
import dev.katman.journal.PreparationStep;
import dev.katman.journal.UsageRow;
import dev.katman.provider.Endpoint;
import dev.katman.sandbox.Fault;
import dev.katman.sandbox.Seen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Whole documents through the worker, at its 30 000 tokens a minute, over a real connection and on a clock that the test moves. */
class PreparationTest {
    private static final long A_MINUTE = 30_000;
    private static final Column DATE = new Column("tarih", Column.Kind.DATE);
    private static final Column AMOUNT = new Column("tutar", Column.Kind.NUMBER);
    private static final PreparationGoal SUMMARY = new PreparationGoal.Summary();
    private static final List<String> SENTENCES = List.of(
            "Kiracı taşınmazı özenle kullanmak ve komşulara saygı göstermek zorundadır; bu madde bütün bölümler için geçerlidir.",
            "Ortak giderler her dairenin arsa payına göre bölüşülür ve yönetim kurulunun kararıyla üç ayda bir toplanır.",
            "Yönetici, binanın bakımını yaptırır, gelir ve gider hesabını tutar ve kat malikleri kuruluna sunar.",
            "Otoparkta her daireye bir yer ayrılmıştır; konuk araçları yirmi dört saatten uzun kalamaz.");

    @TempDir
    private Path home;
    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(home);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    /** Some 800 tokens a page. */
    private static WholeDocument pages(int count) {
        var text = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            text.append("## § ").append(i).append(" Aidat\n\n");
            for (int j = 0; j < 12; j++) {
                text.append(SENTENCES.get((i + j) % SENTENCES.size())).append(' ').append(SENTENCES.get((i * j) % SENTENCES.size())).append("\n\n");
            }
            text.append("Bu bölümün aidatı ").append(i).append(".500 TL olup ").append(i % 28 + 1).append(" Mart 2026 tarihinde ödenir.\n\n");
        }
        return text("sözleşme.md", text.toString());
    }

    private static WholeDocument text(String name, String text) {
        return WholeDocument.of(new Document(name, Kind.MARKDOWN, text.length(), new DocumentReader().pasted(name, text).blocks()));
    }

    /** Time goes on while it waits for room; a call takes none. */
    private static Consumer<PreparationProgress> living(MovableClock clock) {
        return progress -> progress.waiting().ifPresent(waiting -> clock.move(Duration.between(clock.instant(), waiting.until())));
    }

    private List<CallRecord> calls(PreparationRow row) {
        return rig.journal.decisions(100).stream().filter(d -> d.message().equals(row.message())).flatMap(d -> d.calls().stream()).toList();
    }

    @Test
    void fortyPagesGoThroughTheWorkersMinuteWithoutARefusalInTheTimeThatWasTold() {
        WholeDocument document = pages(40);
        Preparer preparer = rig.exchange.preparer();
        preparer.run(preparer.begin(Optional.empty(), text("a.txt", "Bir cümle yeter."), SUMMARY, "Özetle"), living(rig.clock), new Cancellation()); // how long a call takes
        rig.clock.move(Duration.ofMinutes(2));
        int before = rig.sandbox.calls().size();
        PreparationPrice price = preparer.price(document, SUMMARY);
        assertThat(rig.sandbox.calls()).as("a price costs nothing").hasSize(before);
        assertThat(price.promptTokens()).isGreaterThan(A_MINUTE);

        Instant began = rig.clock.instant();
        MessageId id = preparer.begin(Optional.empty(), document, SUMMARY, "Sözleşmeyi özetle");
        var heard = new ArrayList<PreparationProgress>();
        var halfWay = new AtomicReference<Instant>();
        Prepared prepared = preparer.run(id, living(rig.clock).andThen(progress -> {
            heard.add(progress);
            if (progress.done() == 7) {
                halfWay.compareAndSet(null, rig.clock.instant());
            }
        }), new Cancellation());

        assertThat(prepared.isDone()).isTrue();
        assertThat(prepared.unaided()).isZero();
        assertThat(prepared.pieces()).as("the shorter the answers, the fewer have to be joined").isLessThanOrEqualTo(price.steps());
        assertThat(rig.sandbox.calls()).hasSize(before + prepared.pieces()).allSatisfy(seen -> {
            assertThat(seen.status()).isEqualTo(200);
            assertThat(seen.charged()).isLessThanOrEqualTo(A_MINUTE);
        });
        Duration took = Duration.between(began, rig.clock.instant());
        assertThat(took).as("it had to wait").isGreaterThan(Duration.ofSeconds(20));
        assertThat(price.time()).as("told before, when nobody knows how much the worker will write").isBetween(took, took.multipliedBy(2));
        Duration left = Duration.between(halfWay.get(), rig.clock.instant());
        PreparationProgress half = heard.stream().filter(progress -> progress.done() == 7).findFirst().orElseThrow();
        assertThat(half.left().toSeconds()).as("told half-way: %s, took %s", half.left(), left).isCloseTo(left.toSeconds(), within(4L));
        assertThat(heard.getFirst().done()).isZero();
        List<Integer> waited = heard.stream().filter(progress -> progress.waiting().isPresent()).map(PreparationProgress::done).distinct().toList();
        assertThat(waited).as("for the first pieces there was room").isNotEmpty().doesNotContain(0);
        assertThat(waited).allSatisfy(done -> assertThat(heard.stream().filter(progress -> progress.done() == done).toList().getLast().waiting())
                .as("asked once it has waited").isEmpty());
        assertThat(heard.getLast()).isEqualTo(new PreparationProgress(prepared.pieces(), prepared.pieces(), Duration.ZERO, Optional.empty()));
        assertThat(calls(prepared.row())).extracting(CallRecord::purpose).containsOnly(Purpose.SUMMARY);
        assertThat(prepared.paid().promptTokens()).isCloseTo(price.promptTokens(), within(price.promptTokens() / 8));
        assertThat(prepared.paid().completionTokens()).isLessThanOrEqualTo(price.completionTokens());
        PreparationPrice next = preparer.price(pages(41), SUMMARY);
        assertThat(next.promptTokens()).as("of another, once it is known how much is written").isCloseTo(prepared.paid().promptTokens() * 41 / 40,
                within(prepared.paid().promptTokens() / 20));

        List<MessageRow> said = rig.journal.messages(prepared.row().document().conversation());
        assertThat(said).extracting(MessageRow::text).containsExactly("Sözleşmeyi özetle", prepared.text());
        assertThat(prepared.text()).isNotBlank().hasSizeLessThan(document.text().length() / 10);
        assertThat(preparer.find(document, SUMMARY)).contains(id);
        assertThat(preparer.run(id, heard::add, new Cancellation()).text()).as("at once, and for nothing").isEqualTo(prepared.text());
        assertThat(rig.sandbox.calls()).hasSize(before + prepared.pieces());
    }

    @Test
    void whatIsPausedGoesOnAfterARestartAndNoPieceIsPaidTwice() {
        WholeDocument document = pages(20);
        int steps = rig.exchange.preparer().price(document, SUMMARY).steps();
        MessageId id = rig.exchange.preparer().begin(Optional.empty(), document, SUMMARY, "Özetle");
        var pause = new Cancellation();
        Prepared paused = rig.exchange.preparer().run(id, living(rig.clock).andThen(progress -> {
            if (progress.done() == 3) {
                pause.cancel();
            }
        }), pause);
        assertThat(paused.isDone()).isFalse();
        assertThat(paused.text()).isEmpty();
        assertThat(rig.journal.message(id)).hasValueSatisfying(row -> assertThat(row.state()).isEqualTo(MessageRow.State.STOPPED));
        int before = rig.sandbox.calls().size();
        assertThat(before).isEqualTo(3);
        rig.close();

        rig.clock.move(Duration.ofMinutes(5));
        rig = new Rig(home, rig.catalog, rig.clock);
        assertThat(rig.exchange.preparer().price(id).steps()).isEqualTo(steps - 3);
        Prepared done = rig.exchange.preparer().run(id, living(rig.clock), new Cancellation());
        assertThat(done.isDone()).isTrue();
        assertThat(before + rig.sandbox.calls().size()).isEqualTo(steps).isEqualTo(done.pieces());
    }

    /** The file of the data as it lies on the disk in mid-work is what a kill leaves. */
    @Test
    void whatAKillLeavesGoesOnWithThePiecesThatWereThere(@TempDir Path left) throws IOException {
        WholeDocument document = pages(20);
        MessageId id = rig.exchange.preparer().begin(Optional.empty(), document, SUMMARY, "Özetle");
        var before = new ArrayList<Seen>();
        Prepared whole = rig.exchange.preparer().run(id, living(rig.clock).andThen(progress -> {
            if (progress.done() == 4 && before.isEmpty()) {
                before.addAll(rig.sandbox.calls());
                copy(home.resolve("katman.mv.db"), left.resolve("katman.mv.db"));
            }
        }), new Cancellation());
        rig.close();

        rig.clock.move(Duration.ofMinutes(5));
        rig = new Rig(left, rig.catalog, rig.clock);
        assertThat(rig.journal.preparations().steps(id)).filteredOn(step -> step.result().isPresent()).hasSize(4);
        Prepared done = rig.exchange.preparer().run(id, living(rig.clock), new Cancellation());
        assertThat(done.text()).isEqualTo(whole.text());
        assertThat(before.size() + rig.sandbox.calls().size()).isEqualTo(whole.pieces());
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whereOneFailsTheNextGoesOnAndARefusalIsWaitedFor() {
        rig.sandbox.script("llama-4-scout", Fault.NONE, Fault.OVERLOADED, Fault.RATE_LIMITED);
        WholeDocument document = pages(12);
        MessageId id = rig.exchange.preparer().begin(Optional.empty(), document, SUMMARY, "Özetle");
        Prepared prepared = rig.exchange.preparer().run(id, living(rig.clock), new Cancellation());
        assertThat(prepared.isDone()).isTrue();
        assertThat(prepared.unaided()).isZero();
        assertThat(rig.journal.preparations().steps(id)).extracting(step -> step.madeBy().orElseThrow().model()).contains("llama-4-scout", "qwen3-32b");
        assertThat(calls(prepared.row())).filteredOn(call -> call.outcome().filter(Outcome.OK::equals).isPresent()).hasSize(prepared.pieces());
    }

    @Test
    void aTableHasTheColumnsThatWereNamedAndARowForEveryPage() {
        WholeDocument document = pages(10);
        var goal = new PreparationGoal.Table(List.of(Column.text("tarih"), Column.text("tutar")));
        Prepared prepared = rig.exchange.preparer().run(rig.exchange.preparer().begin(Optional.empty(), document, goal, "Tarihler ve tutarlar"), living(rig.clock),
                new Cancellation());
        assertThat(prepared.isDone()).isTrue();
        PreparedTable table = prepared.table().orElseThrow();
        assertThat(table.names()).containsExactly("tarih", "tutar");
        assertThat(table.rows()).hasSize(10).contains(List.of("2 Mart 2026", "1.500 TL"), List.of("11 Mart 2026", "10.500 TL"));
        assertThat(prepared.text()).startsWith("| tarih | tutar |\n| --- | --- |\n| 2 Mart 2026 | 1.500 TL |");
        assertThat(calls(prepared.row())).extracting(CallRecord::purpose).containsOnly(Purpose.EXTRACT);
    }

    @Test
    void theWorkerProposesTheColumnsOnce() {
        WholeDocument document = pages(6);
        var goal = new PreparationGoal.Table(List.of());
        PreparationPrice price = rig.exchange.preparer().price(document, goal);
        MessageId id = rig.exchange.preparer().begin(Optional.empty(), document, goal, "Tablo");
        Prepared prepared = rig.exchange.preparer().run(id, living(rig.clock), new Cancellation());
        assertThat(prepared.row().goal()).isInstanceOfSatisfying(PreparationGoal.Table.class,
                table -> assertThat(table.columns()).contains(DATE, AMOUNT));
        assertThat(prepared.table().orElseThrow().rows()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(rig.sandbox.calls()).hasSize(price.steps()).hasSize(prepared.pieces() + 1);
    }

    @Test
    void columnsAreProposedForOneCallBeforeAnythingIsBegun() {
        Preparer preparer = rig.exchange.preparer();
        WholeDocument document = pages(6);
        PreparationPrice price = preparer.proposalPrice(document);
        Proposal proposal = preparer.propose(document, waiting -> { }, new Cancellation()).orElseThrow();
        assertThat(proposal.columns()).contains(DATE, AMOUNT);
        assertThat(proposal.by()).contains(DeploymentId.parse("llama-4-scout@sandbox"));
        assertThat(price.steps()).isEqualTo(1);
        assertThat(rig.sandbox.calls()).hasSize(1);
        assertThat(rig.journal.usage(UsageRow.By.MODEL, ZoneOffset.UTC)).singleElement()
                .satisfies(row -> assertThat(row.promptTokens()).isCloseTo(price.promptTokens(), within(price.promptTokens() / 8)));
        assertThat(rig.journal.conversations()).isEmpty();
        var stopped = new Cancellation();
        stopped.cancel();
        assertThat(preparer.propose(document, waiting -> { }, stopped)).isEmpty();
        assertThat(rig.sandbox.calls()).hasSize(1);
        assertThat(preparer.proposed(document)).as("nothing keeps the document").isEmpty();
    }

    @Test
    void whatWasProposedIsKeptWithTheDocumentAndGoesWithIt() {
        WholeDocument document = pages(6);
        MessageId id = rig.exchange.preparer().begin(Optional.empty(), document, SUMMARY, "Özetle");
        assertThat(rig.exchange.preparer().proposed(document)).isEmpty();
        Proposal proposal = rig.exchange.preparer().propose(document, waiting -> { }, new Cancellation()).orElseThrow();
        assertThat(rig.exchange.preparer().propose(document, waiting -> { }, new Cancellation())).as("asked once more, it takes the place of the first").contains(proposal);
        rig.close();
        rig.clock.move(Duration.ofMinutes(5));
        rig = new Rig(home, rig.catalog, rig.clock);
        assertThat(rig.exchange.preparer().proposed(document)).contains(proposal);
        DocumentRow row = rig.journal.preparations().find(id).orElseThrow().document();
        assertThat(rig.exchange.preparer().proposed(WholeDocument.of(row, rig.journal.documents().fragments(row.id())))).contains(proposal);
        assertThat(rig.exchange.preparer().proposed(pages(7))).as("another one").isEmpty();
        assertThat(rig.sandbox.calls()).as("that costs nothing").isEmpty();
        rig.journal.delete(row.conversation());
        rig.exchange.preparer().begin(Optional.empty(), document, SUMMARY, "Özetle");
        assertThat(rig.exchange.preparer().proposed(document)).isEmpty();
    }

    @Test
    void whatWasSentIsPreparedWhereItIsAndKnownForTheSame() {
        Document read = new DocumentReader().pasted("not.md", "Toplantı salı günü saat 10:00'da. Bütçe konuşulacak.");
        var conversation = rig.send(new Ask("Ne zaman?").with(List.of(read))).conversation();
        DocumentRow row = rig.journal.documents().of(conversation).getFirst();
        WholeDocument sent = WholeDocument.of(row, rig.journal.documents().fragments(row.id()));
        Preparer preparer = rig.exchange.preparer();
        MessageId id = preparer.begin(Optional.of(conversation), sent, SUMMARY, "Özetle");
        assertThat(preparer.run(id, living(rig.clock), new Cancellation()).row().document().id()).isEqualTo(row.id());
        assertThat(rig.journal.documents().of(conversation)).as("kept once").extracting(DocumentRow::id).containsExactly(row.id(), row.id());
        assertThat(preparer.find(WholeDocument.of(read), SUMMARY)).contains(id);
    }

    /** Each line with as many commas as the others: it is read as a table, whose columns are the first line. */
    @Test
    void whatAPieceStandsUnderIsNoRowOfIt() {
        WholeDocument document = text("aidat.txt", IntStream.rangeClosed(1, 120).mapToObj(i -> "Dairenin aidatı " + i + ".500 TL olup " + (i % 28 + 1)
                + " Mart 2026 tarihinde, sahiplerin kararıyla, bankaya yatırılır.").collect(Collectors.joining("\n")));
        Prepared prepared = rig.exchange.preparer().run(rig.exchange.preparer().begin(Optional.empty(), document, new PreparationGoal.Table(
                List.of(Column.text("tarih"), Column.text("tutar"))), "Tablo"), living(rig.clock), new Cancellation());
        assertThat(prepared.pieces()).isGreaterThan(2);
        assertThat(prepared.table().orElseThrow().rows()).doesNotHaveDuplicates().hasSizeBetween(119, 120);
    }

    @Test
    void withoutAModelTheTextsOwnSentencesAndPatternsServeAndSayWhatTheyAre(@TempDir Path other) throws IOException {
        WholeDocument document = pages(10);
        try (var program = new Program(other, CatalogReader.embedded(), rig.clock, new Endpoint(nobody(), Optional.empty()), 3)) {
            Preparer preparer = program.exchange.preparer();
            Prepared summary = preparer.run(preparer.begin(Optional.empty(), document, SUMMARY, "Özetle"), living(rig.clock), new Cancellation());
            assertThat(summary.isDone()).isTrue();
            assertThat(summary.unaided()).isEqualTo(summary.pieces());
            assertThat(summary.text()).contains("Kiracı taşınmazı").endsWith("Gözden kaçan olabilir.*");
            assertThat(program.journal.preparations().steps(summary.row().message())).extracting(step -> step.madeBy().orElseThrow())
                    .containsOnly(BuiltIn.SUMMARY);

            Prepared table = preparer.run(preparer.begin(Optional.empty(), document, new PreparationGoal.Table(List.of()), "Tablo"), living(rig.clock), new Cancellation());
            assertThat(table.table().orElseThrow().columns()).contains(Column.text("başlık"), DATE, AMOUNT);
            assertThat(table.table().orElseThrow().rows()).anySatisfy(row -> assertThat(row).contains("§ 3 Aidat", "2026-03-04", "3500"));
            assertThat(table.paid().total()).isZero();
        }
    }

    @Test
    void whereTheWorkerIsLostOnTheWayItIsWaitedForAndWhatWasDoneStays() {
        var faults = new Fault[40];
        Arrays.fill(faults, Fault.OVERLOADED);
        Arrays.fill(faults, 0, 2, Fault.NONE);
        rig.sandbox.script("llama-4-scout", faults);
        Arrays.fill(faults, Fault.OVERLOADED);
        rig.sandbox.script("qwen3-32b", faults);
        MessageId id = rig.exchange.preparer().begin(Optional.empty(), pages(15), SUMMARY, "Özetle");
        Prepared lost = rig.exchange.preparer().run(id, living(rig.clock), new Cancellation());
        assertThat(lost.state()).isEqualTo(Prepared.State.OUT_OF_REACH);
        assertThat(lost.pieces()).isEqualTo(2);
        assertThat(lost.unaided()).isZero();
    }

    /** A port of this machine on which nobody listens. */
    private static URI nobody() throws IOException {
        try (var free = new ServerSocket(0)) {
            return URI.create("http://127.0.0.1:" + free.getLocalPort() + "/v1");
        }
    }

    /** Between two pieces, with the last one under way, and while it waits for room. */
    @Test
    void whatIsDeletedWhileItRunsStopsWithoutAFault() {
        Preparer preparer = rig.exchange.preparer();
        for (int after : List.of(0, 2, 7)) {
            MessageId id = preparer.begin(Optional.empty(), pages(20), SUMMARY, "Özetle");
            int before = rig.sandbox.calls().size();
            Prepared gone = preparer.run(id, living(rig.clock).andThen(progress -> {
                if (progress.done() == after) {
                    rig.journal.message(id).ifPresent(message -> rig.journal.delete(message.conversation()));
                }
            }), new Cancellation());
            assertThat(gone.state()).isEqualTo(Prepared.State.GONE);
            assertThat(gone.text()).isEmpty();
            assertThat(rig.sandbox.calls()).as("none after it").hasSizeLessThanOrEqualTo(before + after + 1);
            assertThat(rig.journal.preparations().find(id)).isEmpty();
        }
    }

    @Test
    void whatWaitsForRoomIsToldThatItIsDeleted() throws Exception {
        Preparer preparer = rig.exchange.preparer();
        MessageId id = preparer.begin(Optional.empty(), pages(60), SUMMARY, "Özetle");
        var waits = new CountDownLatch(1);
        var ended = new CompletableFuture<Prepared>();
        Thread.ofVirtual().start(() -> ended.complete(preparer.run(id, progress -> {
            if (progress.waiting().isPresent()) {
                waits.countDown();
            }
        }, new Cancellation())));
        assertThat(waits.await(60, TimeUnit.SECONDS)).as("the clock stands still, and with it the levels").isTrue();
        rig.journal.threads().drop(id);
        assertThat(ended.get(60, TimeUnit.SECONDS).state()).isEqualTo(Prepared.State.GONE);
    }

    @Test
    void whatIsOnlyOutOfSightStopsAndGoesOnWhereItWasOnceItIsBack() {
        Preparer preparer = rig.exchange.preparer();
        WholeDocument document = pages(10);
        int steps = preparer.price(document, SUMMARY).steps();
        MessageId id = preparer.begin(Optional.empty(), document, SUMMARY, "Özetle");
        var conversation = rig.journal.message(id).orElseThrow().conversation();
        Prepared gone = preparer.run(id, living(rig.clock).andThen(progress -> {
            if (progress.done() == 2) {
                rig.journal.shelf().remove(conversation);
            }
        }), new Cancellation());
        assertThat(gone.state()).isEqualTo(Prepared.State.GONE);
        rig.journal.shelf().bringBack(conversation);
        assertThat(preparer.of(conversation)).singleElement().satisfies(kept -> {
            assertThat(kept.state()).isEqualTo(Prepared.State.PAUSED);
            assertThat(kept.pieces()).isEqualTo(gone.pieces());
            assertThat(kept.steps()).isEqualTo(steps);
        });
        assertThat(preparer.run(id, living(rig.clock), new Cancellation()).isDone()).isTrue();
        assertThat(rig.sandbox.calls()).as("no piece twice").hasSize(preparer.of(conversation).getFirst().pieces());
    }

    @Test
    void itGoesWithItsConversation() {
        WholeDocument document = text("not.txt", "Toplantı salı günü saat 10:00'da. Bütçe konuşulacak. Herkes raporunu getirecek.");
        MessageId id = rig.exchange.preparer().begin(Optional.empty(), document, SUMMARY, "Özetle");
        Prepared prepared = rig.exchange.preparer().run(id, living(rig.clock), new Cancellation());
        assertThat(prepared.pieces()).isEqualTo(1);
        assertThat(rig.journal.preparations().of(prepared.row().document().conversation())).containsExactly(prepared.row());
        rig.journal.delete(prepared.row().document().conversation());
        assertThat(rig.journal.preparations().find(id)).isEmpty();
        assertThat(rig.journal.preparations().steps(id)).as("what was made of it").isEqualTo(List.<PreparationStep>of());
    }
}
