package dev.katman.context;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SummariserTest {
    private static final String ENGLISH = """
            The old water mill on the river Lune was restored this spring. Volunteers from three villages worked on the mill for \
            two years. \
            It rained a lot. The wheel of the mill had been broken since the flood of 1987. A new wheel was built from oak by \
            volunteers. \
            Somebody brought cake. The restored mill now grinds flour again, and visitors can watch the wheel turn on Sundays. \
            Who would have thought so?""";
    private static final String TURKISH = """
            Lüne nehri üzerindeki eski su değirmeni bu bahar onarıldı. Üç köyden gönüllüler değirmenin onarımı için iki yıl \
            çalıştı. \
            Çok yağmur yağdı. Değirmenin çarkı 1987 selinden beri kırıktı. Gönüllüler meşeden yeni bir çark yaptı. Birisi pasta \
            getirdi. \
            Onarılan değirmen artık yeniden un öğütüyor ve ziyaretçiler pazar günleri çarkın dönüşünü izleyebiliyor. Kim derdi \
            ki?""";

    private final Summariser summariser = new Summariser();

    @ParameterizedTest
    @ValueSource(strings = {"Summarise the following text in two sentences: %s", "Please summarize this in 2 sentences:\n\n%s",
            "%s\n\nSummarise this in two sentences.", "Summarise the text below in two short sentences.\n%s",
            "Can you summarize this in two sentences? %s", "Summarize in two sentences: \"%s\""})
    void anEnglishOrderIsStrippedAndItsWishKept(String order) {
        var summary = summariser.message(order.formatted(ENGLISH));
        assertThat(summary.kept()).isEqualTo(2);
        assertThat(summary.of()).isEqualTo(8);
        assertThat(summary.language()).isEqualTo(TextLanguage.ENGLISH);
        assertThat(summary.text()).startsWith("The old water mill on the river Lune was restored this spring.")
                .doesNotContainIgnoringCase("summari");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Şu metni iki cümlede özetle: %s", "ozetle iki cumle: %s",
            "Aşağıdaki metni 2 cümleyle özetler misin?\n\n%s", "%s\n\nBunu iki cümlede özetle.",
            "Lütfen bu metni iki cümlede özetle. %s"})
    void aTurkishOrderIsStrippedAndItsWishKept(String order) {
        var summary = summariser.message(order.formatted(TURKISH));
        assertThat(summary.kept()).isEqualTo(2);
        assertThat(summary.of()).isEqualTo(8);
        assertThat(summary.language()).isEqualTo(TextLanguage.TURKISH);
        assertThat(summary.text()).startsWith("Lüne nehri üzerindeki").doesNotContain("özetle");
    }

    @Test
    void whatMattersIsKeptInItsOrderAndAsidesAreNot() {
        var summary = summariser.text(ENGLISH, 4);
        assertThat(summary.text()).doesNotContain("cake").doesNotContain("It rained").doesNotContain("Who would");
        int last = -1;
        for (var sentence : summary.text().split("(?<=\\.) ")) {
            assertThat(ENGLISH.indexOf(sentence)).isGreaterThan(last);
            last = ENGLISH.indexOf(sentence);
        }
    }

    @Test
    void pointsAreGivenAsAList() {
        assertThat(summariser.message("Summarise in three bullet points:\n" + ENGLISH).text().lines()).hasSize(3)
                .allMatch(line -> line.startsWith("- "));
        assertThat(summariser.message("Üç maddede özetle:\n" + TURKISH).text().lines()).hasSize(3).allMatch(line
                -> line.startsWith("- "));
    }

    @Test
    void withoutAnOrderTheWholeMessageIsTheText() {
        assertThat(summariser.message(ENGLISH).of()).isEqualTo(8);
        assertThat(summariser.message(ENGLISH).kept()).isEqualTo(2);
    }

    @Test
    void aShortTextStaysWholeAndNoneGivesNone() {
        assertThat(summariser.text("One only.", 5).text()).isEqualTo("One only.");
        assertThat(summariser.message("Summarise the following text:").text()).isEmpty();
        assertThat(summariser.message("").kept()).isZero();
        assertThatThrownBy(() -> summariser.text("x", 0)).hasMessageContaining("at least 1");
    }

    @Test
    void aMegabyteTakesWellUnderASecondAndAlwaysGivesTheSame() {
        long seed = 7;
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var text = new StringBuilder("Summarise in five sentences: ");
        while (text.length() < 1_000_000) {
            text.append("Word").append(random.nextInt(3_000));
            for (int i = random.nextInt(5, 25); i > 0; i--) {
                text.append(" term").append((int) Math.abs(random.nextGaussian() * 800));
            }
            text.append(". ");
        }
        var first = summariser.message(text.toString());
        long start = System.nanoTime();
        assertThat(summariser.message(text.toString())).isEqualTo(first);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(first.kept()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", ".", "\n", " - ", "1. ", "summarise ", "özetle: ", "\"", "(", "A.", "Dr. "})
    void muchJunkIsNoTrouble(String junk) {
        long start = System.nanoTime();
        summariser.message(junk.repeat(40_000 / junk.length()));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1_500));
    }
}
