package dev.katman.classify;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RuleJudgeTest {
    private static final RuleJudge JUDGE = new RuleJudge();

    @ParameterizedTest
    @ValueSource(strings = {"Merhaba, nasılsın?", "hi", "heyyyy", "SELAM", "İYİ GECELER", "Tell me a joke",
            "Write a short poem about autumn", "Nasreddin Hoca'dan bir fıkra anlatır mısın?", "teşekkürler",
            "tesekkurler cok yardimci oldun", "What do you think about modern art?", "Bana uyumadan önce kısa bir masal anlat",
            "Aşk hakkında bir şiir yaz", "What is the capital of France?", "Türkiye'nin başkenti neresi?", "canım sıkılıyor",
            "How many friends do you have?", "Write a haiku about Python", "kuru fasulye nasıl yapılır", "ok",
            "…", ""})
    void talkIsTalk(String message) {
        var assessment = JUDGE.judge(message);
        assertThat(assessment.type()).isEqualTo(MessageType.CHAT);
        assertThat(assessment.difficulty()).isBetween(1, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Summarise the following text: The committee met on Tuesday and found nothing new to say about the "
            + "bridge.",
            "Şu metni üç cümlede özetle: Komite salı günü toplandı ve köprü üzerine yeni bir şey söylemedi.",
            "Extract all dates and amounts from: On 2026-11-22 the town paid $1,250.00.",
            "ozetle: dun aksam toplandik ve butceyi konustuk", "Bu metindeki tarihleri ve tutarları çıkar: 22 Kasım 2026, 1.250 "
            + "TL.",
            "sumarize the folowing text: a cat sat there", "şunu özetler misin", "Translate 'good morning' to Turkish",
            "Rewrite this email so that it is more formal: hey, need that file", "Make a table of the planets and their moons",
            "Şu cümleyi İngilizceye çevir: Bugün hava güzel.", "Sort these names alphabetically: Mara, Ali, Zoe"})
    void smallTasksAreTheWorkers(String message) {
        var assessment = JUDGE.judge(message);
        assertThat(assessment.type()).isEqualTo(MessageType.TASK);
        assertThat(assessment.difficulty()).isBetween(2, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Write a Python function that reverses a linked list",
            "Write a SQL query that counts orders per customer", "Bir listedeki çift sayıların toplamını bulan Python fonksiyonu "
            + "yaz",
            "Bir satranç turnuvasında 8 oyuncu var, kaç maç oynanır?", "A train leaves at 60 km/h and another at 80 km/h towards "
            + "it. When do they meet if they are 300 km apart?",
            "Musteri basina siparis sayisini veren SQL sorgusu yaz", "Write a bash script that renames all files in a folder"})
    void ordinaryCodeAndSumsAreContested(String message) {
        var assessment = JUDGE.judge(message);
        assertThat(assessment.type()).isEqualTo(MessageType.TASK);
        assertThat(assessment.difficulty()).isBetween(5, 7);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Write a SQL query that finds, per user, the longest run of consecutive days with a login. Explain why it is correct.",
        "Prove that the square root of 2 is irrational", "√2'nin irrasyonel olduğunu kanıtla",
        "Design and implement a lock-free concurrent LRU cache in Python and prove that it is linearizable",
        "Implement Dijkstra with a Fibonacci heap and analyse its amortised complexity", "Asal sayıların sonsuz olduğunu ispatla",
        "Design a distributed, fault tolerant job queue for a million users"})
    void theHardIsTheDeepBrains(String message) {
        var assessment = JUDGE.judge(message);
        assertThat(assessment.type()).isEqualTo(MessageType.TASK);
        assertThat(assessment.difficulty()).isBetween(8, 10);
    }

    @Test
    void theOrderCountsAndNotTheTextItBringsAlong() {
        var passage = "The proof of the theorem needs a lock-free algorithm in Python with a SQL database behind it. ".repeat(12);
        assertThat(JUDGE.judge("Summarise the following text:\n\n" + passage)).satisfies(a -> {
            assertThat(a.type()).isEqualTo(MessageType.TASK);
            assertThat(a.difficulty()).isLessThan(5);
        });
        assertThat(JUDGE.judge(passage + "\n\nBunu üç cümlede özetle.").difficulty()).isLessThan(5);
    }

    @Test
    void aGreetingBeforeATaskDoesNotHideIt() {
        assertThat(JUDGE.judge("Hi! Could you summarise the text below for me, please?").type()).isEqualTo(MessageType.TASK);
        assertThat(JUDGE.judge("Merhaba, bana liste ters çeviren bir Python fonksiyonu yazar mısın?").type())
                .isEqualTo(MessageType.TASK);
    }

    @Test
    void ownCodeInAFenceIsATaskOfCode() {
        var assessment = JUDGE.judge("Why does this fail?\n```java\nfor (int i = 0; i <= a.length; i++) {\n    sum += "
                + "a[i];\n}\n```");
        assertThat(assessment.type()).isEqualTo(MessageType.TASK);
        assertThat(assessment.difficulty()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void theSameMessageAlwaysGetsTheSameVerdictAndSaysWhoJudged() {
        var one = JUDGE.judge("Prove that there are infinitely many primes");
        var two = new RuleJudge().judge("Prove that there are infinitely many primes");
        assertThat(two).usingRecursiveComparison().ignoringFields("took").isEqualTo(one);
        assertThat(one.judgedBy()).isEqualTo(Assessment.LOCAL);
        assertThat(one.took()).isPositive();
    }

    @Test
    void whatIsClearIsSurerThanWhatIsNot() {
        assertThat(JUDGE.judge("Write a Python function that parses JSON and a unit test for it").confidence())
                .isGreaterThan(JUDGE.judge("the blue one").confidence());
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
            assertThat(JUDGE.judge(text.toString()).difficulty()).isBetween(1, 10);
        }
    }

    @Test
    void aRuleThatCannotBeReadIsToldByItsLine() {
        assertThatThrownBy(() -> RuleBook.read(List.of("[talk] CHAT 1", "3: hi", "nonsense"))).hasMessageStartingWith("line 3 ");
        assertThatThrownBy(() -> new RuleJudge(RuleBook.read(List.of("[greeting] CHAT 1")))).hasMessageContaining("no topic [");
    }
}
