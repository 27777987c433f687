package dev.katman.ui.kit;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class PassageTest {
    private static final String TABLE = "| a | bc |\n|---|---|\n| **d** | e |\n| f |";

    private static Block block(String markdown) {
        return Markdown.parse(markdown).getFirst();
    }

    @Test
    void aTableReadsByRowsAndCells() {
        assertThat(Passage.text(block(TABLE))).startsWith("a\tbc\nd\te\nf");
    }

    @Test
    void aPartKeepsItsMarksAndLinks() {
        assertThat(Passage.cut(block("x **bold** [link](https://example.org) `code`"), 4, 9)).isEqualTo(new Block.Paragraph(List.of(
                new Span("ld", Set.of(Span.Mark.BOLD), Optional.empty()), new Span(" "),
                new Span("li", Set.of(), Optional.of(URI.create("https://example.org"))))));
    }

    @Test
    void halfAFormulaIsNone() {
        assertThat(Passage.cut(block("a $x+y$"), 0, 5)).isEqualTo(new Block.Paragraph(List.of(new Span("a "), new Span("$x+"))));
    }

    @Test
    void withinACellItIsWordsAndBeyondItIsATable() {
        assertThat(Passage.cut(block(TABLE), 2, 3)).isEqualTo(new Block.Paragraph(List.of(new Span("b"))));
        assertThat(MarkdownText.markdown(List.of(Passage.cut(block(TABLE), 5, 8)))).isEqualTo("| a | bc |\n| --- | --- |\n| **d** | e |");
    }

    @Test
    void everyPartOfParagraphsAndCodeIsThatPartOfTheWords() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (String text : List.of("# A *b* c", "x **y** `z` $w$ v", "```java\nint a;\n\nint b;\n```", "- [ ] to *do*", "> quoted `x`")) {
            Block block = block(text);
            String words = Passage.text(block);
            for (int round = 0; round < 100; round++) {
                int from = random.nextInt(words.length() + 1);
                int to = from + random.nextInt(words.length() - from + 1);
                assertThat(Passage.text(Passage.cut(block, from, to))).as("%s, seed %d", text, seed).isEqualTo(words.substring(from, to));
            }
        }
    }
}
