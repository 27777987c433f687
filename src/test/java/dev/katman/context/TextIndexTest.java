package dev.katman.context;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TextIndexTest {
    private static final Instant THEN = Instant.parse("2026-11-20T10:00:00Z");

    @TempDir
    Path folder;

    private TextIndex index = TextIndex.inMemory();

    @AfterEach
    void close() {
        index.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Bu kitabın özetini yarına kadar yazar mısın?            | ozet
            Bu kitabın özetini yarına kadar yazar mısın?            | ÖZET
            Bu kitabın özetini yarına kadar yazar mısın?            | kitaplar
            IŞIK HIZI NASIL ÖLÇÜLÜR                                 | ışık hızı
            IŞIK HIZI NASIL ÖLÇÜLÜR                                 | isik hizi
            İstanbul'daki toplantılarımızda neler konuştuk?         | istanbul
            İstanbul'daki toplantılarımızda neler konuştuk?         | ISTANBUL toplantı
            İstanbul'daki toplantılarımızda neler konuştuk?         | İstanbul’da
            istanbuldaki toplantilarimizda neler konustuk           | toplantı
            istanbuldaki toplantilarimizda neler konustuk           | toplantılar
            Görüşlerimizi bir araya getirelim ve karar verelim      | goruslerimiz
            Görüşlerimizi bir araya getirelim ve karar verelim      | görüş
            goruslerimizi bir araya getirelim ve karar verelim      | görüşler
            The indexes of the table were rebuilt while we waited   | index
            The indexes of the table were rebuilt while we waited   | tables waiting
            I don't think that John's café is open on Mondays       | dont john cafe monday
            Open src/main/java/UserService.java and rename user_id  | userservice
            Open src/main/java/UserService.java and rename user_id  | user
            Neden “naïve” bir çözüm işe yaramıyor, diye sordu       | naive çözümler
            """)
    void aTextIsFoundByOtherFormsOfItsWords(String text, String words) {
        put("a", "g", text, 0);
        put("b", "g", "Something else altogether.", 1);
        assertThat(names(new TextQuery(words, TextQuery.Need.ALL, false, TextQuery.Order.NEWEST, Set.of(), 5))).containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            isti         | true
            'isti '      | false
            toplantı var | true
            isti toplan  | false
            """)
    void theLastWordMayBeHalfTyped(String words, boolean found) {
        put("a", "g", "Bu toplantıda bir karara varmak istiyoruz", 0);
        assertThat(index.find(TextQuery.typed(words, 5))).hasSize(found ? 1 : 0);
    }

    @Test
    void theNewestComesFirstWhileTypingAndTheBestWhereAQuestionIsAsked() {
        put("long", "g", "The budget of the year, and much else that was said about the weather and the food", 3);
        put("short", "g", "budget, budget", 1);
        put("other", "h", "budget", 2);
        assertThat(names(TextQuery.typed("budget", 5))).containsExactly("long", "other", "short");
        assertThat(names(TextQuery.typed("budget", 1))).containsExactly("long");
        assertThat(names(TextQuery.about("What is the budget?", Set.of("g"), 5))).first().isEqualTo("short");
        assertThat(names(TextQuery.about("What is the budget?", Set.of("g"), 5))).doesNotContain("other");
    }

    @Test
    void theWordsThatWereFoundAreMarkedInTheirLine() {
        put("a", "g", "x".repeat(30) + " other words".repeat(100) + "\nHere the Éclairs\nstand, and the summaries too." + " end".repeat(100), 0);
        Excerpt excerpt = index.find(TextQuery.typed("summary eclair", 5)).getFirst().excerpt();
        assertThat(excerpt.text()).startsWith("…").endsWith("…").contains("Here the Éclairs stand").hasSizeLessThan(200);
        assertThat(excerpt.marks()).extracting(m -> excerpt.text().substring(m.from(), m.to())).containsExactly("Éclairs", "summaries");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            budget | "# The **budget**\n\nIt is _large_."                    | "The budget It is large."
            budget | "* a [budget](https://example.org/plan) of `n_of_x`"   | "• a budget of n_of_x"
            budget | "3. ~~budget~~\n4. snake_case * 2"                     | "3. budget 4. snake_case * 2"
            budget | "a<b && budget"                                        | "a<b && budget"
            budget | "The budget[^1] grew.\n\n[^1]: By half."               | "The budget grew. By half."
            time   | "the level at time $t$, in short t"                    | "the level at time t, in short t"
            budget | "no note [^1] of the budget"                           | "no note [^1] of the budget"
            budget | "budget: $E = m_1 c^2_0$, for $5 or $6"                | "budget: E = m_1 c^2_0, for $5 or $6"
            budget | "$$\n\\frac{budget}{2}\n$$\n\nand \\(x*y*z\\), \\[w\\]" | "\\frac{budget}{2} and x*y*z, w"
            plan   | "see [there](https://example.org/plan)"                | "…[there](https://example.org/plan)"
            """)
    void aTextIsShownAsItIsRead(String word, String markdown, String line) {
        put("a", "g", markdown.replace("\\n", "\n"), 0);
        Excerpt excerpt = index.find(TextQuery.typed(word, 5)).getFirst().excerpt();
        assertThat(excerpt.text()).isEqualTo(line);
        assertThat(excerpt.marks()).extracting(m -> excerpt.text().substring(m.from(), m.to())).containsExactly(word);
    }

    @Test
    void aTableAndACutLineKeepNoMarks() {
        put("a", "g", "**" + "word ".repeat(60) + "budget " + "word ".repeat(60) + "**\n\n| a | budget |\n|---|---|\n| b | c |\n", 0);
        Excerpt excerpt = index.find(TextQuery.typed("budget", 5)).getFirst().excerpt();
        assertThat(excerpt.text()).startsWith("…").endsWith("…").doesNotContain("*", "|");
        put("a", "g", "| a | budget |\n|---|---|\n| b | c |\n", 0);
        assertThat(index.find(TextQuery.typed("budget", 5)).getFirst().excerpt().text()).isEqualTo("a budget b c");
    }

    @Test
    void aShortTextIsShownWhole() {
        put("a", "g", "Ankara'nın nüfusu nedir?", 0);
        Excerpt excerpt = index.find(TextQuery.typed("ankara", 5)).getFirst().excerpt();
        assertThat(excerpt).isEqualTo(new Excerpt("Ankara'nın nüfusu nedir?", List.of(new Excerpt.Mark(0, 10))));
    }

    @Test
    void whatIsReplacedOrTakenOutIsFoundNoMore() {
        put("a", "g", "first", 0);
        put("b", "g", "first second", 1);
        put("c", "h", "first", 2);
        put("a", "g", "another", 3);
        assertThat(names(TextQuery.typed("first", 5))).containsExactly("c", "b");
        index.removeGroup("g");
        assertThat(index.ids()).containsExactly("c");
        assertThat(index.holds("g")).isFalse();
        index.remove(List.of("c"));
        assertThat(index.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource(value = {"''", "'   '", "?!", "'\"'", "*", "AND", "a:b~2", "((", "'\u0000'", "👍"})
    void signsOfAQueryLanguageAreNothingSpecial(String words) {
        put("a", "g", "and so a:b~2", 0);
        assertThat(index.find(TextQuery.typed(words, 5))).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void whatWasCommittedIsThereAgainAndNothingElse() {
        index.close();
        index = TextIndex.open(folder);
        assertThat(index.notes()).isEmpty();
        put("a", "g", "kept", 0);
        index.commit(Map.of("upTo", "7"));
        put("b", "g", "lost", 0);
        index.close();
        index = TextIndex.open(folder);
        assertThat(index.notes()).containsEntry("upTo", "7");
        assertThat(index.ids()).containsExactly("a");
    }

    @Test
    void aBrokenIndexIsThrownAway() throws IOException {
        index.close();
        index = TextIndex.open(folder);
        put("a", "g", "kept", 0);
        index.commit(Map.of());
        index.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(f -> !f.getFileName().toString().equals("write.lock")).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            }
        }
        index = TextIndex.open(folder);
        assertThat(index.size()).isZero();
        put("b", "g", "anew", 0);
        assertThat(names(TextQuery.typed("anew", 5))).containsExactly("b");
    }

    @Test
    void anIndexIsNotSharedByTwo() {
        try (var first = TextIndex.open(folder)) {
            assertThatThrownBy(() -> TextIndex.open(folder)).isInstanceOf(UncheckedIOException.class);
            assertThat(first.size()).isZero();
        }
    }

    private void put(String id, String group, String text, int minute) {
        index.put(List.of(new IndexedText(id, group, text, THEN.plusSeconds(60L * minute))));
    }

    private List<String> names(TextQuery query) {
        return index.find(query).stream().map(hit -> hit.text().id()).toList();
    }
}
