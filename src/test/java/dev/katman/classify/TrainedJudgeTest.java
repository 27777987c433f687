package dev.katman.classify;

import dev.katman.conversation.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class TrainedJudgeTest {
    private static final TrainedJudge JUDGE = TrainedJudge.embedded();

    @ParameterizedTest
    @ValueSource(strings = {"hi", "Merhaba, nasılsın?", "selam", "İYİ GECELER", "heyyyy", "teşekkürler, çok yardımcı oldun", "thanks a lot!",
            "Tell me a joke", "Write a short poem about autumn", "Aşk hakkında kısa bir şiir yaz", "ask hakkinda kisa bir siir yaz",
            "What do you think about modern art?", "bugün canım çok sıkkın, biraz konuşalım mı", "bugun canim cok sikkin",
            "Annemin doğum günü için ne hediye alsam?", "my boyfriend forgot our anniversary, should I be angry?",
            "Nasreddin Hoca'dan bir fıkra anlatır mısın?", "Act as a pirate and talk to me", "kuru fasulye yanına ne gider sence"})
    void talkIsTalk(String message) {
        var assessment = JUDGE.judge(message);
        assertThat(assessment.type()).isEqualTo(MessageType.CHAT);
        assertThat(assessment.difficulty()).isBetween(1, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hi", "merhaba", "thanks!", "teşekkürler", "gunaydin"})
    void aCourtesyIsTheEasiestOfAll(String message) {
        assertThat(JUDGE.judge(message).difficulty()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Summarise the following text: The committee met on Tuesday and found nothing new to say about the bridge.",
            "ozetle: dun aksam toplandik ve butceyi konustuk", "Şu metni üç cümlede özetle: Komite salı günü toplandı.",
            "sumarize the folowing text: the cat sat on the mat and it was fine", "Bu metindeki tarihleri ve tutarları çıkar: 22 Kasım 2026, "
            + "1.250 TL.", "Translate 'good morning, how is your mother?' to Turkish", "Şu cümleyi İngilizceye çevir: Bugün hava güzel.",
            "Rewrite this email so that it is more formal: hey, need that file", "bu maili daha resmi yaz: selam, dosya lazim",
            "Patronuma yarın izin istediğimi bildiren kısa bir e-posta yaz"})
    void smallTasksAreTheWorkers(String message) {
        var assessment = JUDGE.judge(message);
        assertThat(assessment.type()).isEqualTo(MessageType.TASK);
        assertThat(assessment.difficulty()).isBetween(2, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Write a Python function that reverses a linked list", "Write a SQL query that counts orders per customer",
            "Bir listedeki çift sayıların toplamını bulan Python fonksiyonu yaz", "Musteri basina siparis sayisini veren SQL sorgusu yaz",
            "A train leaves at 60 km/h and another at 80 km/h towards it. When do they meet if they are 300 km apart?",
            "Prove that the square root of 2 is irrational", "√2'nin irrasyonel olduğunu kanıtla",
            "Design a distributed, fault tolerant job queue for a million users", "wrtie a pyton functoin that sorts a list of dicts by key",
            "asal sayilarin sonsuz oldugunu ispatla"})
    void codeSumsAndProofsAreTheDeepBrains(String message) {
        var assessment = JUDGE.judge(message);
        assertThat(assessment.type()).isEqualTo(MessageType.TASK);
        assertThat(assessment.difficulty()).isBetween(5, 10);
    }

    @Test
    void theHardIsHarderThanTheOrdinary() {
        assertThat(JUDGE.judge("Design and implement a lock-free concurrent LRU cache and prove that it is linearizable").difficulty())
                .isGreaterThan(7).isGreaterThan(JUDGE.judge("Write a Python function that reverses a string").difficulty());
    }

    @Test
    void theOrderCountsAndNotTheTextItBringsAlong() {
        var passage = "The proof of the theorem needs a lock-free algorithm in Python with a SQL database behind it. ".repeat(12);
        assertThat(tier(JUDGE.judge("Summarise the following text:\n\n" + passage))).isEqualTo(2);
        assertThat(tier(JUDGE.judge(passage + "\n\nBunu üç cümlede özetle."))).isEqualTo(2);
    }

    @Test
    void ownCodeInAFenceIsATaskOfCode() {
        assertThat(tier(JUDGE.judge("Why does this fail?\n```java\nfor (int i = 0; i <= a.length; i++) {\n    sum += a[i];\n}\n```")))
                .isEqualTo(3);
    }

    private static final String PROOF = "Prove that there are infinitely many primes of the form 4k+3";
    private static final String FUNCTION = "Write a Python function that returns the three largest orders per customer";
    private static final String POEM = "Bana deniz hakkında bir şiir yaz";
    private static final String SUMMARY = "Summarise this article in five sentences: The town council met on Tuesday and agreed on the budget.";

    @ParameterizedTest
    @CsvSource({"and now in SQL, 3", "why?, 3", "can you make it faster, 3", "same thing but in Java, 3"})
    void aFollowUpOnCodeIsCode(String message, int tier) {
        assertThat(tier(JUDGE.judge(message, turns(FUNCTION)))).isEqualTo(tier);
    }

    @ParameterizedTest
    @ValueSource(strings = {"why?", "peki ya ikincisi?", "devam et", "I don't get the second step"})
    void aFollowUpOnAProofIsStillAProof(String message) {
        assertThat(tier(JUDGE.judge(message, turns(PROOF)))).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"daha kısa yaz", "bir tane daha", "devam et", "peki ya kış?", "daha hüzünlü olsun"})
    void aFollowUpOnAPoemIsStillTalk(String message) {
        assertThat(tier(JUDGE.judge(message, turns(POEM)))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shorter please", "now in three sentences", "again, but as a list"})
    void aFollowUpOnASummaryIsStillTheWorkers(String message) {
        assertThat(tier(JUDGE.judge(message, turns(SUMMARY)))).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thanks!", "teşekkürler", "ok great, thank you"})
    void thanksAreThanksAlsoAfterAProof(String message) {
        var assessment = JUDGE.judge(message, turns(PROOF));
        assertThat(assessment.type()).isEqualTo(MessageType.CHAT);
        assertThat(assessment.difficulty()).isEqualTo(1);
    }

    @Test
    void whoeverChangesTheSubjectIsJudgedForTheNewOne() {
        assertThat(tier(JUDGE.judge("Write a Python function that parses an ISO date without a library", turns(POEM)))).isEqualTo(3);
        assertThat(tier(JUDGE.judge("Anneme doğum günü için komik bir şiir yazar mısın?", turns(PROOF)))).isEqualTo(1);
    }

    @Test
    void aFollowUpOnAFollowUpGoesBackToWhereItBegan() {
        var turns = List.of(Message.user(FUNCTION), Message.assistant("def largest(orders): …"), Message.user("shorter"),
                Message.assistant("def largest(o): …"));
        assertThat(tier(JUDGE.judge("again", turns))).isEqualTo(3);
    }

    @Test
    void theSameMessageGetsTheSameVerdictUnderEveryLocale() {
        var message = "Bir INDEX eklemeden bu sorguyu hızlandırabilir miyim? SELECT * FROM ISLEM WHERE ID = 1";
        var before = Locale.getDefault();
        var here = JUDGE.judge(message);
        try {
            Locale.setDefault(Locale.of("tr", "TR"));
            assertThat(TrainedJudge.embedded().judge(message)).usingRecursiveComparison().ignoringFields("took").isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
        assertThat(here.judgedBy()).isEqualTo(Assessment.LOCAL);
    }

    @Test
    void lettersThatAKeyboardLacksChangeNothingThatMatters() {
        var pairs = List.of(List.of("Şu metni özetle: Dün akşam toplandık, bütçeyi konuştuk.", "Su metni ozetle: Dun aksam toplandik, "
                + "butceyi konustuk."), List.of("Bana güzel bir öykü yaz", "Bana guzel bir oyku yaz"));
        for (var pair : pairs) {
            assertThat(tier(JUDGE.judge(pair.getLast()))).isEqualTo(tier(JUDGE.judge(pair.getFirst())));
        }
    }

    @Test
    void whatIsClearIsSurerThanWhatIsNot() {
        assertThat(JUDGE.judge("Write a Python function that parses JSON and a unit test for it").confidence())
                .isGreaterThan(JUDGE.sureAt()).isGreaterThan(JUDGE.judge("the blue one").confidence());
    }

    @Test
    void theAssetStaysSmall() throws IOException {
        try (var in = TrainedJudgeTest.class.getResourceAsStream("/assets/judge.bin")) {
            assertThat(in.readAllBytes()).hasSizeLessThan(4 << 20);
        }
        assertThat(JUDGE.sureAt()).isBetween(0.7, 0.99);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", " ", "\n", "x y. ", "özet ", "{;\n", "😀", "????", "1 "})
    void aHugeMessageIsReadAtItsEndsOnly(String piece) {
        var message = piece.repeat(10_000_000 / piece.length());
        var ends = message.substring(0, 100_000) + message.substring(message.length() - 100_000);
        assertThat(JUDGE.judge(message)).extracting(Assessment::type, Assessment::difficulty)
                .containsExactly(JUDGE.judge(ends).type(), JUDGE.judge(ends).difficulty());
    }

    @Test
    void anyTextAtAllGetsAVerdict() {
        long seed = 42;
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(700); n > 0; n--) {
                text.append(random.nextInt(4) == 0 ? (char) random.nextInt(0x10000) : ":\n .?özet`A)1".charAt(random.nextInt(13)));
            }
            var assessment = JUDGE.judge(text.toString(), turns(text.reverse().toString()));
            assertThat(assessment.difficulty()).isBetween(1, 10);
        }
    }

    @Test
    void manyThreadsGetWhatOneGets() {
        var alone = JUDGE.judge(PROOF).confidence();
        assertThat(IntStream.range(0, 500).parallel().mapToDouble(_ -> JUDGE.judge(PROOF).confidence()).distinct().boxed()).containsExactly(alone);
    }

    private static List<Message> turns(String question) {
        return List.of(Message.user(question), Message.assistant("Here it is, in two steps."));
    }

    private static int tier(Assessment assessment) {
        return assessment.type() == MessageType.CHAT ? 1 : assessment.difficulty() < 5 ? 2 : 3;
    }
}
