package dev.katman.exchange;

import dev.katman.catalog.Axis;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.ConversationId;
import dev.katman.documents.Document;
import dev.katman.documents.DocumentReader;
import dev.katman.documents.Kind;
import dev.katman.documents.Made;
import dev.katman.documents.Progress;
import dev.katman.documents.Reading;
import dev.katman.exchange.Answer.Result;
import dev.katman.journal.CallRecord;
import dev.katman.journal.Fitting;
import dev.katman.journal.UsageCell;
import dev.katman.sandbox.Seen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import static org.assertj.core.api.Assertions.assertThat;

/** Documents of any length, and the deep brain's 8 000 tokens a minute. */
class DocumentsTest {
    private static final long A_MINUTE = 8_000;
    private static final DeploymentId DEEP = DeploymentId.parse("gpt-oss-120b@sandbox");
    private static final List<String> TURKISH = List.of(
            "Kiracı taşınmazı özenle kullanmak ve komşulara saygı göstermek zorundadır; bu madde bütün bölümler için geçerlidir.",
            "Ortak giderler her dairenin arsa payına göre bölüşülür ve yönetim kurulunun kararıyla üç ayda bir toplanır.",
            "Yönetici, binanın bakımını yaptırır, gelir ve gider hesabını tutar ve kat malikleri kuruluna sunar.",
            "Otoparkta her daireye bir yer ayrılmıştır; konuk araçları yirmi dört saatten uzun kalamaz.");
    private static final List<String> ENGLISH = List.of(
            "The operator shall keep the plant in good order and write every inspection into the log of the shift.",
            "Valves are tested twice a year by the maintenance crew, and worn seals are replaced without delay.",
            "The control room is staffed at all hours, and a second engineer is on call during the night.",
            "Spare parts are stored in the east hall, sorted by their numbers, and counted every quarter.");

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

    /** Sixty pages of the same sentences, and one page that says something else. */
    private Document pdf(List<String> sentences, int page, String heading, String fact) throws IOException {
        var pages = new ArrayList<List<String>>();
        for (int i = 1; i <= 60; i++) {
            var paragraphs = new ArrayList<>(List.of("# " + (i == page ? heading : "§ " + i)));
            for (int j = 0; j < 8; j++) {
                paragraphs.add(sentences.get((i + j) % sentences.size()) + " " + sentences.get((i * j) % sentences.size()));
            }
            if (i == page) {
                paragraphs.add(fact);
            }
            pages.add(paragraphs);
        }
        return read(Made.pdf(home.resolve("belge" + page + ".pdf"), pages));
    }

    private static Document read(Path file) {
        return ((Reading.Read) new DocumentReader().read(file, Progress.NONE, new Cancellation()).getFirst()).document();
    }

    private Ask deep(String text) {
        return new Ask(Optional.empty(), text, Optional.of(Tier.DEEP), Optional.of("gpt-oss-120b"));
    }

    private void noCallPassedItsLimit() {
        assertThat(rig.sandbox.calls()).extracting(Seen::status).doesNotContain(413);
        assertThat(rig.sandbox.calls()).filteredOn(seen -> seen.model().contains("gpt-oss-120b"))
                .allSatisfy(seen -> assertThat(seen.charged()).isLessThanOrEqualTo(A_MINUTE));
        assertThat(rig.journal.decisions(100)).flatExtracting(d -> d.calls()).extracting(CallRecord::reserved)
                .allSatisfy(need -> assertThat(need.tokens()).isLessThanOrEqualTo(30_000));
    }

    private Fitting fitting(Answer answer) {
        return rig.journal.documents().fitting(answer.record().id());
    }

    @Test
    void aHardQuestionOnSixtyPagesIsAnsweredByTheDeepBrainFromTheRightPage() throws IOException {
        Document document = pdf(TURKISH, 41, "§ 41 Depozito", "Depozito üç aylık kira bedelidir ve tahliyeden sonra kırk beş gün içinde faiziyle "
                + "birlikte iade edilir.");
        Answer answer = rig.send(deep("Depozitonun iadesi için ne kadar süre var, faiz ödenir mi? Adım adım gerekçelendir.").with(List.of(document)));
        assertThat(answer.result()).isEqualTo(Result.ANSWERED);
        assertThat(answer.record().decision().chosen()).contains(DEEP);
        assertThat(answer.record().calls().getFirst()).satisfies(call -> {
            assertThat(call.deployment()).isEqualTo(DEEP);
            assertThat(call.reserved().tokens()).isBetween(4_000L, A_MINUTE);
        });
        assertThat(fitting(answer).sources()).anySatisfy(source -> {
            assertThat(source.place().page()).isEqualTo(41);
            assertThat(source.place().heading()).contains("§ 41 Depozito");
            assertThat(source.text()).contains("kırk beş gün");
        });
        assertThat(fitting(answer).sources()).filteredOn(source -> source.place().heading().contains("Depozito"))
                .as("what is of other pages does not pass for it").allSatisfy(source -> assertThat(source.place().page()).isEqualTo(41));
        assertThat(fitting(answer).leftTokens()).isGreaterThan(10_000);
        assertThat(answer.record().saved(fitting(answer))).isEqualTo(fitting(answer).leftTokens());
        assertThat(rig.journal.history().saved(Instant.EPOCH, rig.clock.instant().plusSeconds(1), UsageCell.Grain.QUARTER)).singleElement()
                .satisfies(cell -> assertThat(cell.saved()).isEqualTo(fitting(answer).unsentTokens()).isPositive());
        noCallPassedItsLimit();
    }

    @Test
    void aQuestionInOtherFormsOfTheWordsFindsItsPageInEnglishToo() throws IOException {
        Document document = pdf(ENGLISH, 23, "§ 23 Emergency cooling", "If the pressure passes 14 bar, the reserve pump is started by hand and the "
                + "district heating is disconnected.");
        Answer answer = rig.send(deep("At which pressures do they start reserve pumps, and what gets disconnected?").with(List.of(document)));
        assertThat(answer.result()).isEqualTo(Result.ANSWERED);
        assertThat(fitting(answer).sources()).anySatisfy(source -> assertThat(source.place().page()).isEqualTo(23));
        noCallPassedItsLimit();
    }

    @Test
    void aFollowUpFindsTheDocumentAlsoAfterARestart() throws IOException {
        Document document = pdf(TURKISH, 41, "§ 41 Depozito", "Depozito kırk beş gün içinde iade edilir.");
        ConversationId conversation = rig.send(deep("Otopark kuralı nedir?").with(List.of(document))).conversation();
        rig.close();
        rig.clock.move(Duration.ofMinutes(5));
        rig = new Rig(home, rig.catalog, rig.clock);
        Answer answer = rig.send(deep("Peki depozitolar ne zaman iade ediliyor?").in(conversation));
        assertThat(fitting(answer).sources()).anySatisfy(source -> assertThat(source.place().page()).isEqualTo(41));
    }

    @Test
    void aPreviewCountsWhatIsAttachedAsSendingDoes() throws IOException {
        Document document = read(Files.writeString(home.resolve("kira.txt"), (String.join("\n\n", TURKISH) + "\n\n").repeat(120)
                + "Depozito kırk beş gün içinde iade edilir."));
        Document note = read(Files.writeString(home.resolve("not.txt"), "Toplantı salı günü."));
        for (List<Document> attached : List.of(List.of(document), List.of(note), List.of(document, note))) {
            Ask ask = deep("Depozito ne zaman iade edilir?");
            long foreseen = rig.exchange.preview(ask.with(attached)).tokens();
            assertThat(foreseen).isGreaterThan(rig.exchange.preview(ask).tokens());
            assertThat(rig.send(ask.with(attached)).record().calls().getFirst().reserved().tokens()).isEqualTo(foreseen);
            rig.clock.move(Duration.ofMinutes(5));
        }
    }

    @Test
    void aPreviewCountsWhatWasSentBefore() throws IOException {
        Document document = pdf(TURKISH, 41, "§ 41 Depozito", "Depozito kırk beş gün içinde iade edilir.");
        ConversationId conversation = rig.send(deep("Otopark kuralı nedir?").with(List.of(document))).conversation();
        rig.clock.move(Duration.ofMinutes(5)); // or what is left of the minute bounds them all
        Ask ask = deep("Peki depozitolar ne zaman iade ediliyor?");
        long alone = rig.exchange.preview(ask).tokens();
        long before = rig.exchange.preview(ask.in(conversation)).tokens();
        Document note = read(Files.writeString(home.resolve("not.txt"), "Toplantı salı günü."));
        long foreseen = rig.exchange.preview(ask.in(conversation).with(List.of(note))).tokens();
        assertThat(foreseen).isGreaterThan(before);
        assertThat(before).isGreaterThan(alone);
        Answer answer = rig.send(ask.in(conversation).with(List.of(note)));
        assertThat(answer.record().calls().getFirst().reserved().tokens()).isEqualTo(foreseen);
        assertThat(fitting(answer).sources()).anySatisfy(source -> assertThat(source.place().page()).isEqualTo(41));
    }

    @Test
    void whatWaitsWithADocumentIsNotTakenUpBeforeThereIsRoomForThatToo() throws IOException {
        Document document = pdf(TURKISH, 41, "§ 41 Depozito", "Depozito kırk beş gün içinde iade edilir.");
        rig.exchange.inUse().stream().filter(other -> !other.equals(DEEP)).forEach(other -> rig.ledger.level(other, Axis.TPD, rig.clock.instant())
                .ifPresent(level -> rig.ledger.correct(other, Axis.TPD, level.limit(), OptionalLong.empty(), rig.clock.instant())));
        rig.ledger.correct(DEEP, Axis.TPM, A_MINUTE, OptionalLong.empty(), rig.clock.instant());
        Answer waits = rig.send(deep("Depozitolar ne zaman iade ediliyor?").with(List.of(document)));
        assertThat(waits.result()).isEqualTo(Result.PARKED);
        rig.clock.move(Duration.ofMinutes(3));
        rig.ledger.correct(DEEP, Axis.TPM, A_MINUTE - 4_000, OptionalLong.empty(), rig.clock.instant());
        assertThat(rig.exchange.preview(deep("Depozitolar ne zaman iade ediliyor?")).chosen()).as("alone it would fit").isPresent();
        var answered = new ArrayList<Answer>();
        rig.exchange.answerDue(answered::add);
        assertThat(answered).isEmpty();
        assertThat(rig.journal.decisions(10)).hasSize(1);
        rig.clock.move(Duration.ofMinutes(3));
        rig.exchange.answerDue(answered::add);
        assertThat(answered).singleElement().satisfies(answer -> assertThat(answer.result()).isEqualTo(Result.ANSWERED));
    }

    @Test
    void aShortDocumentGoesAlongWhole() throws IOException {
        Document document = read(Made.pdf(home.resolve("a.pdf"), List.of(List.of("# Bir", "İlk sayfa."), List.of("# İki", "İkinci sayfa."))));
        Answer answer = rig.send(deep("Ne yazıyor?").with(List.of(document)));
        assertThat(fitting(answer).sources()).extracting(source -> source.place().page()).containsExactly(1, 2);
        assertThat(fitting(answer).leavesOut()).isFalse();
    }

    @Test
    void aLongTextInTheMessageIsADocumentForThoseWhomItDoesNotFit() {
        String text = String.join("\n\n", TURKISH).concat("\n\n").repeat(120) + "Depozito kırk beş gün içinde iade edilir.\n\n" + String.join("\n\n", ENGLISH);
        Answer answer = rig.send(deep("Şu metinde depozitonun ne zaman iade edildiğini bul:\n\n" + text));
        assertThat(answer.result()).isEqualTo(Result.ANSWERED);
        assertThat(fitting(answer).shortened()).isTrue();
        assertThat(fitting(answer).sources()).anySatisfy(source -> assertThat(source.text()).contains("kırk beş gün"));
        assertThat(rig.journal.documents().of(answer.conversation())).singleElement().satisfies(row -> assertThat(row.kind()).isEqualTo(Kind.PASTED));
        noCallPassedItsLimit();
        String half = String.join("\n\n", TURKISH).concat("\n\n").repeat(25);
        Answer whole = rig.send(new Ask(Optional.empty(), "Özetle:\n\n" + half, Optional.of(Tier.WORKER), Optional.of("llama-4-scout")));
        assertThat(fitting(whole)).as("the worker's minute takes it as it is").isEqualTo(Fitting.WHOLE);
    }

    @Test
    void whatIsDeletedTakesItsDocumentsAlong() throws IOException {
        Document document = read(Made.pdf(home.resolve("a.pdf"), List.of(List.of("Bir."))));
        Answer answer = rig.send(deep("Ne yazıyor?").with(List.of(document)));
        rig.journal.delete(answer.conversation());
        assertThat(rig.journal.documents().of(answer.conversation())).isEmpty();
        assertThat(fitting(answer).sources()).isEmpty();
    }
}
