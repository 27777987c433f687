package dev.katman.ui.kit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class MathSyntaxTest {
    private static List<String> formulas(String text) {
        return Markdown.parse(text).stream().flatMap(block -> switch (block) {
            case Block.Formula formula -> List.of(formula.source()).stream();
            case Block.Paragraph paragraph -> paragraph.spans().stream().filter(s -> s.marks().contains(Span.Mark.MATH)).map(Span::text);
            case Block.ListItem(int depth, String marker, Block.Formula formula) -> List.of(formula.source()).stream();
            default -> List.<String>of().stream();
        }).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "so $x^2$ is; $x^2$",
            "so $a_1 * b_2 * c$ is; $a_1 * b_2 * c$",
            "($x$), '$y$'.; $x$,$y$",
            "so \\(a_1\\) and \\[b\\] are; \\(a_1\\),\\[b\\]",
            "so $$x$$ is; $$x$$",
            "cost $\\$5$; $\\$5$"})
    void formulasInALine(String text, String found) {
        assertThat(String.join(",", formulas(text))).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"It costs $5 and $6.", "$5-$6", "US$5 or US$6", "$HOME/bin:$PATH", "5$ or 6$", "a $ b $ c", "$ x$", "\\$x$ y", "`$x$`", "\\\\(x\\\\)",
            "$", "$x", "\\(x", "only $20 (was $30)"})
    void moneyAndShellsAreNoFormulas(String text) {
        assertThat(formulas(text)).isEmpty();
    }

    @Test
    void formulasApartMaySpanLinesThatWouldMeanSomethingElse() {
        assertThat(formulas("So\n$$\na\n= b\n- c\n$$\nand\n\\[ x \\]\n\n- item\n\n  \\[\n  y\n  \\]")).containsExactly("$$\na\n= b\n- c\n$$", "\\[ x \\]", "\\[\ny\n\\]");
    }

    @Test
    void aForgottenMarkSwallowsNoMoreThanItsParagraph() {
        assertThat(Markdown.parse("\\[\nx = 1\n\n# Next")).element(1).isEqualTo(new Block.Heading(1, List.of(new Span("Next"))));
    }
}
