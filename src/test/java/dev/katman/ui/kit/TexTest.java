package dev.katman.ui.kit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class TexTest {
    @ParameterizedTest
    @ValueSource(strings = {"$x$", "$$\\frac{-b\\pm\\sqrt{b^2-4ac}}{2a}$$", "\\(\\alpha\\)", "\\[\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}\\]",
            "$\\text{hız}$", "$\\mathbb{R}$", "$$\\begin{aligned}a&=b\\\\c&=d\\end{aligned}$$"})
    void formulasAreDrawn(String source) {
        assertThat(Tex.draw(source, 20)).hasValueSatisfying(ink -> {
            assertThat(ink.cover()).hasSize(ink.width() * ink.height());
            assertThat(ink.baseline()).isBetween(1.0, (double) ink.height());
            int inked = 0;
            for (byte cover : ink.cover()) {
                inked += cover != 0 ? 1 : 0;
            }
            assertThat(inked).isGreaterThan(20);
        });
    }

    @Test
    void aFormulaGrowsWithItsLetters() {
        assertThat(Tex.draw("$x+y$", 40).orElseThrow().width()).isGreaterThan(Tex.draw("$x+y$", 20).orElseThrow().width() * 3 / 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$\\nosuchcommand$", "$$\\frac{$$", "$$ x", "$$$$", "$\\begin{x}$", "$\\left($", "$}$",
            "$\\includegraphics{/etc/passwd}$", "$\\newcommand{\\a}{\\a}\\a$", "$\\def\\a{\\a}\\a$", "$\\input{x}$", "$\\rule{99999cm}{99999cm}$",
            "$\\scalebox{9999}{x}$", "$\\jlmDynamic{x}$", "$\\renewcommand{\\alpha}{x}$"})
    void whatIsNoneOrWantsMoreThanToBeDrawnIsRefused(String source) {
        assertThat(Tex.draw(source, 20)).isEmpty();
    }

    @Test
    void depthAndLengthAreBounded() {
        assertThat(Tex.draw("$" + "{".repeat(1_000) + "x" + "}".repeat(1_000) + "$", 20)).isEmpty();
        assertThatCode(() -> Tex.draw("$" + "x^".repeat(1_900) + "x$", 20)).doesNotThrowAnyException();
        assertThatCode(() -> Tex.draw("$" + "\\sqrt".repeat(700) + "x$", 20)).doesNotThrowAnyException();
        assertThat(Tex.draw("$" + "x".repeat(100_000) + "$", 20)).isEmpty();
    }
}
