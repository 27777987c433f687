package dev.katman.ui.kit;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

class CodeColoursTest {
    private static String whole(List<List<CodeColours.Token>> lines) {
        return lines.stream().map(line -> line.stream().map(CodeColours.Token::text).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> of(CodeColours.Kind kind, String language, String text) {
        return CodeColours.lines(language, text).stream().flatMap(List::stream).filter(t -> t.kind() == kind)
                .map(CodeColours.Token::text).toList();
    }

    @Test
    void nothingIsLostAndNoTokenCrossesALine() {
        for (String language : List.of("java", "python", "sql", "nosuch", "")) {
            String text = "/* a\n b */ \"x\\\"y\" 'z\n\n# c\n-- d\nint f(1.5) `q\nr`\t∀";
            List<List<CodeColours.Token>> lines = CodeColours.lines(language, text);
            assertThat(whole(lines)).isEqualTo(text);
            assertThat(lines).allSatisfy(line -> assertThat(line).allMatch(token -> !token.text().contains("\n")));
        }
    }

    @Test
    void sqlKeywordsCountInAnyCaseAlsoWithATurkishI() {
        assertThat(of(CodeColours.Kind.KEYWORD, "sql", "select x from t limit 1")).containsExactly("select", "from", "limit");
    }

    @Test
    void aCommentOfManyLinesStaysOne() {
        assertThat(of(CodeColours.Kind.COMMENT, "java", "/* a\nb\nc */ int x; // d")).containsExactly("/* a", "b", "c */", "// d");
    }

    @Test
    void aVeryLongStringDoesNotOverflowTheStack() {
        String text = "\"" + "\\u0041 ".repeat(100_000) + "\"";
        assertThat(whole(CodeColours.lines("json", text))).isEqualTo(text);
    }
}
