package dev.katman.ui.kit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** What a model, or somebody through it, may send: it neither overflows, nor grows, nor is read over and over. */
class HostileTextTest {
    static Stream<String> texts() {
        return Stream.of("x".repeat(1_000_000), ">".repeat(10_000) + " x", "- ".repeat(5_000) + "x", "1. ".repeat(5_000) + "x", "*a _".repeat(20_000),
                "[".repeat(50_000), "![".repeat(20_000), "[a](".repeat(20_000), "`".repeat(40_001) + "a", "$a \\(b ".repeat(20_000), "$$\n".repeat(5_000),
                "\\[\n".repeat(5_000), "|a".repeat(5_000) + "\n" + "|-".repeat(5_000) + "\n" + "|b\n".repeat(50), "```\n" + "x\n".repeat(50_000),
                "<div".repeat(20_000), "&#".repeat(20_000), "\0\u202E\u2066".repeat(20_000), "https://".repeat(10_000), "\uD83C".repeat(10_000),
                "👩‍".repeat(20_000), "a\r".repeat(10_000), "  ".repeat(100_000) + "x", "~~".repeat(20_001), "<!--".repeat(10_000), "[^1]: x\n".repeat(5_000));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void itIsReadWholeAndInPiecesWithBoundedWork(String text) {
        List<Block> blocks = Markdown.parse(text);
        assertThat(blocks.stream().map(HostileTextTest::depth)).allMatch(depth -> depth <= 17);
        var markdown = new Markdown();
        int pieces = 0;
        for (int at = 0; at < text.length(); at += 1_000) {
            markdown.append(text.substring(at, Math.min(text.length(), at + 1_000)));
            assertThat(markdown.pending()).isLessThanOrEqualTo(16 * 1_024);
            pieces++;
        }
        assertThat(markdown.read()).isLessThanOrEqualTo(pieces * 36L * 1_024); // not the whole for each piece
    }

    @ParameterizedTest
    @MethodSource("texts")
    void whatIsLaidOutAtOnceIsBounded(String text) {
        for (Block block : Markdown.parse(text)) {
            var excerpt = Excerpt.of(block, Excerpt.FIRST);
            assertThat(Passage.text(excerpt.block())).hasSizeLessThanOrEqualTo(Excerpt.FIRST);
            assertThat(Passage.text(block)).startsWith(Passage.text(excerpt.block()));
            assertThat(Passage.text(excerpt.block()).length() + excerpt.hidden()).isEqualTo(Passage.text(block).length());
            assertThat(Emoji.runs(Passage.text(excerpt.block())).stream().map(Emoji.Run::text).collect(Collectors.joining()))
                    .isEqualTo(Passage.text(excerpt.block()));
        }
    }

    @Test
    void aMessageOfTenMegabytesIsShownByItsBeginning() {
        String line = "A line of a log that goes on and on, for some sixty characters.\n";
        Block code = Markdown.parse("```\n" + line.repeat(10_000_000 / line.length()) + "```").getFirst();
        var excerpt = Excerpt.of(code, Excerpt.FIRST);
        assertThat(((Block.Code) excerpt.block()).text().lines().count()).isBetween(300L, 500L);
        assertThat(((Block.Code) excerpt.block()).text()).as("whole lines").endsWith(line.strip());
        assertThat(Excerpt.of(code, Integer.MAX_VALUE).hidden()).isZero();
    }

    @Test
    void whatIsFinishedStaysAlsoInNoise() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        List<String> marks = List.of("\n", "\n\n", "*", "`", "```\n", "> ", "- ", "1. ", "|", "|-|\n", "$", "$$", "\\[", "[", "](", ")", "#", " ", "a", "    ", "~~", "<b>", "---\n");
        for (int round = 0; round < 300; round++) {
            var markdown = new Markdown();
            var whole = new StringBuilder();
            for (int piece = 0; piece < 60; piece++) {
                String mark = marks.get(random.nextInt(marks.size()));
                markdown.append(mark);
                whole.append(mark);
            }
            List<Block> finished = List.copyOf(markdown.blocks().subList(0, markdown.finished()));
            markdown.append("b\n");
            assertThat(markdown.blocks().subList(0, finished.size())).as("seed %d, round %d: %s", seed, round, whole).isEqualTo(finished);
        }
    }

    private static int depth(Block block) {
        return switch (block) {
            case Block.ListItem item -> 1 + depth(item.content());
            case Block.Quote quote -> 1 + depth(quote.content());
            case Block.Note note -> 1 + depth(note.content());
            default -> 0;
        };
    }
}
