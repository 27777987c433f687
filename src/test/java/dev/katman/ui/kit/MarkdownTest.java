package dev.katman.ui.kit;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class MarkdownTest {
    private static final String EVERYTHING = """
            # Title

            First paragraph with *stress*, **weight**, ~~regret~~ and `code`.
            Second line of it.

            Setext heading
            --------------

            1. one
            2. two

               still two
               - nested
                 deeper

            > quoted
            > on two lines

            ```sql
            SELECT 1
            -- not a rule

            ---
            ```

            | a | b |
            |---|--:|
            | 1 | 2 |

                indented code
                more of it

            ***

            See [there](https://example.org/a?b=c) and [here][ref], as is said elsewhere[^1].

            [^1]: In a note
                of two lines.

            <div>html</div>

            Son satır: İğne, ışık, ğüşöç 🎉

            [ref]: https://example.org/below
            """;

    private static String text(Block block) {
        return switch (block) {
            case Block.Heading heading -> text(heading.spans());
            case Block.Paragraph paragraph -> text(paragraph.spans());
            case Block.Code code -> code.text();
            case Block.ListItem item -> item.marker() + " " + text(item.content());
            case Block.Quote quote -> text(quote.content());
            case Block.Note note -> note.mark() + " " + text(note.content());
            case Block.Table table -> table.header().stream().map(c -> text(c.spans())).collect(Collectors.joining("|"));
            case Block.Formula formula -> formula.source();
            case Block.Rule rule -> "---";
        };
    }

    private static String text(List<Span> spans) {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }

    @Test
    void anAnswerThatComesInPiecesReadsLikeOneThatCameWhole() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var markdown = new Markdown();
            int at = 0;
            while (at < EVERYTHING.length()) {
                int to = Math.min(EVERYTHING.length(), at + 1 + random.nextInt(9));
                markdown.append(EVERYTHING.substring(at, to));
                at = to;
            }
            // Only a link whose address stands below, and the mark of a note that does, wait for the whole.
            assertThat(markdown.blocks().stream().map(MarkdownTest::text).map(t -> t.replace("[here][ref]", "here").replace("[^1]", "[1]")).toList())
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(Markdown.parse(EVERYTHING).stream().map(MarkdownTest::text).toList());
        }
    }

    @Test
    void finishedBlocksNeverChange() {
        var markdown = new Markdown();
        List<Block> before = List.of();
        for (char c : EVERYTHING.toCharArray()) {
            markdown.append(String.valueOf(c));
            assertThat(markdown.blocks().subList(0, before.size())).isEqualTo(before);
            before = List.copyOf(markdown.blocks().subList(0, markdown.finished()));
        }
    }

    @Test
    void theCostOfAPieceIsBoundedByTheLastBlock() {
        var markdown = new Markdown();
        String paragraph = "word ".repeat(40) + "\n\n";
        for (int i = 0; i < 500; i++) {
            markdown.append(paragraph);
            assertThat(markdown.pending()).isLessThanOrEqualTo(2 * paragraph.length());
        }
        assertThat(markdown.blocks()).hasSize(500);
    }

    @Test
    void aTableThatGrowsBeyondMeasureGoesOnUnderItsHeader() {
        var markdown = new Markdown();
        String text = "| Madde | Tutar |\n|---|--:|\n" + "| kira, aidat ve su | 12 |\n".repeat(400) + "\nThat is all.";
        for (int at = 0; at < text.length(); at += 37) {
            markdown.append(text.substring(at, Math.min(text.length(), at + 37)));
            assertThat(markdown.blocks().stream().filter(Block.Paragraph.class::isInstance).map(Block::plain)).noneMatch(words -> words.contains("12"));
        }
        List<Block> blocks = markdown.blocks();
        assertThat(blocks.getLast()).isEqualTo(new Block.Paragraph(List.of(new Span("That is all."))));
        List<Block.Table> tables = blocks.subList(0, blocks.size() - 1).stream().map(Block.Table.class::cast).toList();
        assertThat(tables).hasSizeGreaterThan(2).allMatch(table -> table.header().equals(tables.getFirst().header()));
        assertThat(tables.stream().mapToInt(table -> table.rows().size()).sum()).isEqualTo(400);
        assertThat(markdown.whole(text)).hasSize(2);
    }

    @Test
    void halfALineDecidesNothing() {
        var markdown = new Markdown();
        markdown.append("Issue\n#");
        markdown.append("1 is mine");
        assertThat(markdown.blocks()).containsExactly(new Block.Paragraph(List.of(new Span("Issue #1 is mine"))));
    }

    @Test
    void indentedCodeBehindAParagraphKeepsItsIndentation() {
        var markdown = new Markdown();
        for (String piece : List.of("Look:\n\n", "    a\n", "      b\n", "    c")) {
            markdown.append(piece);
        }
        assertThat(markdown.blocks().getLast()).isEqualTo(new Block.Code("", "a\n  b\nc"));
    }

    @Test
    void onlyPagesOfTheWebBecomeLinks() {
        assertThat(Markdown.parse("[a](https://example.org) [b](javascript:alert) [c](file:///etc/passwd) [d](//example.org)"))
                .containsExactly(new Block.Paragraph(List.of(
                        new Span("a", Set.of(), Optional.of(URI.create("https://example.org"))),
                        new Span(" b c d"))));
    }

    @Test
    void aRemoteImageIsALinkWithItsWords() {
        assertThat(Markdown.parse("![a cat](https://example.org/cat.png)")).containsExactly(new Block.Paragraph(List.of(
                new Span("a cat", Set.of(), Optional.of(URI.create("https://example.org/cat.png"))))));
    }

    @Test
    void htmlIsText() {
        assertThat(Markdown.parse("a <b>c</b>\n\n<script>x</script>")).extracting(MarkdownTest::text)
                .containsExactly("a <b>c</b>", "<script>x</script>");
    }

    @Test
    void listsBecomeRowsWithDepthAndMarker() {
        var rows = new ArrayList<String>();
        for (Block block : Markdown.parse("3. x\n4. y\n   - z\n\n     more")) {
            var item = (Block.ListItem) block;
            rows.add(item.depth() + "[" + item.marker() + "]" + text(item.content()));
        }
        assertThat(rows).containsExactly("1[3.]x", "1[4.]y", "2[◦]z", "2[]more");
    }

    @Test
    void aLongAnswerIsNotReadOverAndOver() {
        String answer = IntStream.range(0, 4_000).mapToObj(i -> "Paragraph " + i + " says *something*.\n\n")
                .collect(Collectors.joining());
        var markdown = new Markdown();
        int pieces = 0;
        for (int at = 0; at < answer.length(); at += 5) {
            markdown.append(answer.substring(at, Math.min(answer.length(), at + 5)));
            pieces++;
        }
        assertThat(markdown.read()).isLessThan(80L * pieces); // two paragraphs a piece at most
        assertThat(markdown.blocks()).hasSize(4_000);
    }

    @Test
    void codeThatGrowsIsReadOnce() {
        String answer = "Look:\n\n```java\n" + "int value = refill();\n".repeat(4_000) + "```\nDone.";
        var markdown = new Markdown();
        for (int at = 0; at < answer.length(); at += 5) {
            markdown.append(answer.substring(at, Math.min(answer.length(), at + 5)));
        }
        assertThat(markdown.read()).isLessThan(1_000);
        assertThat(markdown.blocks()).isEqualTo(Markdown.parse(answer));
    }

    @Test
    void boxesAreMarkersAndAddressesAreLinks() {
        assertThat(Markdown.parse("- [ ] a\n- [x] b\n- [y] c")).containsExactly(
                new Block.ListItem(1, Block.TO_DO, new Block.Paragraph(List.of(new Span("a")))),
                new Block.ListItem(1, Block.DONE, new Block.Paragraph(List.of(new Span("b")))),
                new Block.ListItem(1, "•", new Block.Paragraph(List.of(new Span("[y] c")))));
        assertThat(Markdown.parse("See https://example.org/a_b, or a@example.org.")).containsExactly(new Block.Paragraph(List.of(new Span("See "),
                new Span("https://example.org/a_b", Set.of(), Optional.of(URI.create("https://example.org/a_b"))), new Span(", or a@example.org."))));
    }
}
