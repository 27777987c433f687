package dev.katman.context;

import dev.katman.context.Extractor.Found;
import dev.katman.context.Extractor.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class ExtractorTest {
    private final Extractor extractor = new Extractor();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "DATE|2026-11-22", "DATE|22.11.2026", "DATE|22/11/2026", "DATE|22 Kasım 2026", "DATE|22 kasim", "DATE|1 Ağustos 2025",
        "DATE|November 22, 2026", "DATE|22nd of November 2026", "DATE|Nov 22", "DATE|3 May 1999", "DATE|Kasım 2026",
        "TIME|14:30", "TIME|09:05:59", "TIME|5 pm", "TIME|11:45 a.m.", "MONEY|₺1.234,56", "MONEY|1.234,56 TL", "MONEY|$1,234.56",
        "MONEY|€ 99", "MONEY|250 lira", "MONEY|3,5 milyon dolar", "MONEY|12 euros", "MONEY|1.000.000 ₺", "MONEY|$2.5 billion",
        "PERCENT|%12,5", "PERCENT|12.5%", "PERCENT|yüzde 40", "PERCENT|7 percent", "EMAIL|info@ornek.com.tr",
        "EMAIL|a.b+c@mail.example.org", "LINK|https://example.org/a?b=c#d", "LINK|www.ornek.com", "PHONE|+90 532 123 45 67",
        "PHONE|0532 123 45 67", "PHONE|(0212) 123 45 67", "PHONE|555-123-4567", "PHONE|+44 20 7946 0958"})
    void eachFormIsFoundInTheMiddleOfASentence(Kind kind, String form) {
        var text = "it says " + form + " there, and again " + form + ".";
        assertThat(extractor.find(text)).containsExactly(new Found(kind, form, 8));
    }

    @Test
    void whatIsFoundStandsInItsOrder() {
        var found = extractor.find("Toplantı 22 Kasım 2026 saat 14:30'da Ankara'da. Bütçe 1.234,56 TL, artış %8. Yaz: "
                + "bilgi@ornek.com, tel 0532 123 45 67.");
        assertThat(found).extracting(Found::text).containsExactly(
                "22 Kasım 2026", "14:30", "Ankara", "1.234,56 TL", "%8", "bilgi@ornek.com", "0532 123 45 67");
        assertThat(found).extracting(Found::at).isSorted();
    }

    @Test
    void namesAreRunsOfCapitalsThatNoSentenceOpensWith() {
        assertThat(names("Yesterday the Bank of Lune hired Mara Quill. Her desk is in New Aldo, said NATO's man. Nothing else "
                + "happened."))
                .containsExactly("Bank of Lune", "Mara Quill", "New Aldo", "NATO");
        assertThat(names("Dün akşam Çağrı Işıkoğlu, İzmir'den Şirince'ye gitti. Sonra Ürün Kurulu toplandı. Kedi uyudu."))
                .containsExactly("Çağrı Işıkoğlu", "İzmir", "Şirince", "Ürün Kurulu");
        assertThat(names("The Grand Hotel opened on Monday in June, and I saw it.")).containsExactly("Grand Hotel");
    }

    @Test
    void anOrderSaysWhatIsWanted() {
        assertThat(extractor.message("Extract all dates and amounts from: On 2026-11-22 Mara Quill paid $12.50 at 14:30."))
                .extracting(Found::text).containsExactly("2026-11-22", "$12.50");
        assertThat(extractor.message("Bu metindeki tarihleri ve tutarları çıkar: Mara Quill 22.11.2026 günü 1.250 TL ödedi."))
                .extracting(Found::text).containsExactly("22.11.2026", "1.250 TL");
        assertThat(extractor.asked("metindeki e-postaları ve telefon numaralarını listele")).isEqualTo(Set.of(Kind.EMAIL,
                Kind.PHONE));
        assertThat(extractor.asked("take it apart")).hasSize(Kind.values().length);
    }

    @Test
    void headingsAreWhatIsMarkedUnderlinedOrNumberedAsOne() {
        String text = """
                # Yönetim planı #
                Giriş.

                Gelirler
                --------
                ## 22 Kasım 2026 toplantısı
                Madde 7 Aidatlar
                Madde 8. Aidat her ay ödenir, madde 9 saklıdır.
                Chapter IV
                #hashtag is none, nor is
                --
                """;
        assertThat(extractor.find(text, Set.of(Kind.HEADING))).extracting(Found::text)
                .containsExactly("Yönetim planı", "Gelirler", "22 Kasım 2026 toplantısı", "Madde 7 Aidatlar", "Chapter IV");
        assertThat(extractor.find(text, Set.of(Kind.DATE))).extracting(Found::text).as("also what stands in one").containsExactly("22 Kasım 2026");
        assertThat(extractor.message("Bu metnin başlıklarını çıkar:\n\n# Gelir\nAidat 100 TL.\n\n# Gider\nYok."))
                .extracting(Found::text).containsExactly("Gelir", "Gider");
        assertThat(extractor.asked("list all headings")).isEqualTo(Set.of(Kind.HEADING));
    }

    @Test
    void partsOfOtherThingsAreNotFoundAgain() {
        assertThat(extractor.find("See https://shop.example/2026-11-22/pay?eur=12 (or www.a.example).")).extracting(Found::text)
                .containsExactly("https://shop.example/2026-11-22/pay?eur=12", "www.a.example");
        assertThat(extractor.find("version 1.2.3.4 of 123456789012345 at 99:99 with 45.13.2026")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "1", "1.", "1,234", "@", "a@", "a.", "a@a.", "+90 ", "(", "http://", "www.", "$", "$1", "%", "A ",
            "A", "Ab. ", "A'", "1:", "22 ", "kasım ", "May ", "0532 ", "http://a)", "yüzde ", "of ", "A of ", "!", "# ", "a\n", "--\n", "madde 1 ", "madde 1\n"})
    void muchJunkIsNoTrouble(String junk) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime(); // what else goes on on the machine is no trouble of ours
        extractor.find(junk.repeat(40_000 / junk.length()));
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofMillis(1_500));
    }

    private List<String> names(String text) {
        return extractor.find(text, Set.of(Kind.NAME)).stream().map(Found::text).toList();
    }
}
