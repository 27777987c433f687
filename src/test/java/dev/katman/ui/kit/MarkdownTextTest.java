package dev.katman.ui.kit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class MarkdownTextTest {
    @ParameterizedTest
    @ValueSource(strings = {
            "# Title\n\nText with *stress*, **weight**, ~~regret~~, `code` and [a link](https://example.org/a?b=c).",
            "1. one\n2. two\n\n   more\n   - nested\n     - deeper\n\n       ```sh\n       ls\n       ```\n- [ ] to do\n- [x] done",
            "> quoted\n>\n> - item",
            "```java\nString s = \"```\";\n```",
            "| a | b |\n|:-:|--:|\n| `x` | *y* |",
            "Sum $a_1*b$:\n\n$$\nx\n= y\n$$\n\n---\n\nEnd\\\nline",
            "\\# no heading, \\*no stress\\*, 1\\. no list, \\[no link\\], \\$5 and \\$6, \\<b\\>, a\\|b, \\`x\\`",
            "1\\. no list",
            "\\- no list",
            "&amp; stays &lt;",
            "Said so[^1], twice[^1][^Long one].\n\n[^1]: On *page* 3.\n\n    And on page 5.\n\n[^Long one]: - a\n    - b",
            "https://example.org/a_b_c alone",
            "a\\[1\\](b), \\[1\\]: c, [1][2] d"})
    void whatIsWrittenOutReadsAsTheSameBlocks(String text) {
        List<Block> blocks = Markdown.parse(text);
        assertThat(Markdown.parse(MarkdownText.markdown(blocks))).isEqualTo(blocks);
    }

    @Test
    void numbersInBracketsStayAsTheyWereWritten() {
        String text = "Seven hundred[1], **in autumn** [2, 3].";
        assertThat(MarkdownText.markdown(Markdown.parse(text))).isEqualTo(text);
    }

    @Test
    void asTextListsKeepTheirMarkersAndTablesTheirColumns() {
        assertThat(MarkdownText.plain(Markdown.parse("# Title\n\n- a\n  1. b\n- [x] c\n\n> q[^1]\n\n| x | y |\n|---|---|\n| **z** | w |\n\n[^1]: n")))
                .isEqualTo("Title\n\n• a\n  1. b\n[x] c\n\nq[1]\n\nx\ty\nz\tw\n\n[1] n");
    }
}
