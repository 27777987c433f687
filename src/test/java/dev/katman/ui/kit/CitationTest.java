package dev.katman.ui.kit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Set;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

class CitationTest {
    private static final Set<Integer> SOURCES = Set.of(1, 2, 3, 12);

    /** What names a source in a text, and which. */
    private static String in(String markdown, Set<Integer> sources) {
        return Markdown.parse(markdown).stream().flatMap(Block::runs).flatMap(span -> Citation.in(span, sources).stream()
                .map(one -> span.text().substring(one.from(), one.to()) + "=" + one.number())).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Seven hundred[1].              | [1]=1",
            "**Seven [12]** or *eight* [2]. | [12]=12 [2]=2",
            "Both say so [2, 3].            | [2=2 3]=3",
            "All three [1,2; 3]             | [1=1 2=2 3]=3",
            "One [1][2] after the other     | [1]=1 [2]=2",
            "- in a list [1]                | [1]=1",
            "> quoted [3]                   | [3]=3"})
    void aNumberInBracketsNamesItsSource(String markdown, String named) {
        assertThat(in(markdown, SOURCES)).isEqualTo(named);
    }

    @Test
    void inATableToo() {
        assertThat(in("| a | b |\n|---|---|\n| x [1] | y |", SOURCES)).isEqualTo("[1]=1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "No such source [4]",
            "Not all are there [1, 4]",
            "A year [2026], a note [sic], none [], half [1",
            "In code `a[1]`",
            "In a formula $x[1]$",
            "In a link [see [1]](https://example.org)"})
    void allElseIsJustText(String markdown) {
        assertThat(in(markdown, SOURCES)).isEmpty();
    }

    @Test
    void inCodeOrWithoutSourcesNothingDoes() {
        assertThat(Citation.isIn(Markdown.parse("```\na[1]\n```").getFirst(), SOURCES)).isFalse();
        assertThat(Citation.isIn(Markdown.parse("Said so [1].").getFirst(), SOURCES)).isTrue();
        assertThat(Citation.isIn(Markdown.parse("Said so [1].").getFirst(), Set.of())).isFalse();
    }
}
