package dev.katman.ui.kit;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

class HighlighterTest {
    private static final List<String> LANGUAGES = List.of("java", "python", "sql", "javascript", "typescript", "c", "cpp", "csharp", "go", "rust",
            "kotlin", "swift", "ruby", "php", "bash", "yaml", "json", "html", "css", "xml", "lua", "perl", "scala", "dart", "dockerfile", "makefile",
            "toml", "latex", "groovy", "markdown", "clojure", "fortran", "delphi", "vb", "bat", "proto", "lisp", "tcl", "csv", "properties", "nosuch", "");

    private static String whole(List<List<Highlighter.Token>> lines) {
        return lines.stream().map(line -> line.stream().map(Highlighter.Token::text).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> of(Highlighter.Kind kind, String language, String text) {
        return new Highlighter(language).lines(text).stream().flatMap(List::stream).filter(t -> t.kind() == kind)
                .map(t -> t.text().strip()).toList();
    }

    @Test
    void nothingIsLostWhateverTheLanguageAndTheText() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        List<String> pieces = List.of("/* a\n b */", "\"x\\\"y\"", "'z\n", "\n# c\n", "-- d\n", "int f(1.5)", "`q\nr`", "\t", "∀ş🎉", "<a href=\"b\">", "<!--",
                "<?php", "'''", "\"\"\"", "${", "}", "@X", "0xFG", "\\", "%", "{{", "$$", "<%", "<script>", "`", "\0", "${a", "#{");
        for (String language : LANGUAGES) {
            for (int round = 0; round < 40; round++) {
                String text = random.ints(random.nextInt(30), 0, pieces.size()).mapToObj(pieces::get).collect(Collectors.joining());
                assertThat(whole(new Highlighter(language).lines(text))).as("%s, seed %d, round %d", language, seed, round).isEqualTo(text);
            }
        }
    }

    @Test
    void codeThatGrowsIsColouredLikeCodeThatCameWhole() {
        String text = "/* a\nb */ int x = 1; // c\nString s = \"d\";\n/** e\n * f */\nreturn x;";
        var grown = new Highlighter("java");
        for (int end = 1; end < text.length(); end++) {
            grown.lines(text.substring(0, end));
        }
        assertThat(grown.lines(text)).isEqualTo(new Highlighter("java").lines(text));
    }

    @Test
    void linesThatDidNotChangeAreNotReadAgain() {
        var highlighter = new Highlighter("python");
        List<Highlighter.Token> first = highlighter.lines("a = 1\nb").getFirst();
        assertThat(highlighter.lines("a = 1\nbc\nd").getFirst()).isSameAs(first);
    }

    @Test
    void keywordsStringsNumbersAndCommentsHaveTheirKind() {
        assertThat(of(Highlighter.Kind.KEYWORD, "sql", "select x from t")).containsExactly("select", "from");
        assertThat(of(Highlighter.Kind.STRING, "python", "s = '''a\nb'''")).containsExactly("'''a", "b'''");
        assertThat(of(Highlighter.Kind.COMMENT, "java", "/* a\nb\nc */ int x; // d")).containsExactly("/* a", "b", "c */", "// d");
        assertThat(of(Highlighter.Kind.NUMBER, "rust", "let x = 42;")).containsExactly("42");
    }

    @Test
    void aVeryLongLineIsLeftAlone() {
        String text = "\"" + "\\u0041 ".repeat(100_000) + "\"";
        assertThat(whole(new Highlighter("json").lines(text))).isEqualTo(text);
    }
}
