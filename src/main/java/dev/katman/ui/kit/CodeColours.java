package dev.katman.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A light colouring for code: comments, strings, numbers, keywords, calls. It knows families of languages, not grammars, and
 * where it does not know the language it leaves the text alone.
 */
final class CodeColours {
    /** What a token is, which is also the name of its style. */
    enum Kind {
        PLAIN,
        KEYWORD,
        STRING,
        NUMBER,
        COMMENT,
        CALL
    }

    /** Never crosses a line. */
    record Token(Kind kind, String text) {
    }

    /** Possessive, so that a long string is a loop and not a deep recursion. */
    private static final String STRINGS = "(?<string>\"\"\"(?s:.*?)(?:\"\"\"|\\z)|"
            + "\"(?:\\\\.|[^\"\\\\\\n])*+\"?|'(?:\\\\.|[^'\\\\\\n])*+'?|`[^`]*+`?)";
    private static final String REST = "|(?<number>\\b\\d[\\w.]*)|(?<word>[\\p{L}_$][\\w$]*)";
    private static final Pattern SLASHES = Pattern.compile("(?<comment>//[^\\n]*|/\\*(?s:.*?)(?:\\*/|\\z))|" + STRINGS + REST);
    private static final Pattern HASHES = Pattern.compile("(?<comment>#[^\\n]*)|" + STRINGS + REST);
    private static final Pattern DASHES = Pattern.compile("(?<comment>--[^\\n]*|/\\*(?s:.*?)(?:\\*/|\\z))|" + STRINGS + REST);

    private static final Set<String> SLASH_LANGUAGES = Set.of(
            "java", "kotlin", "kt", "js", "javascript", "ts", "typescript", "jsx", "tsx", "c", "cpp", "c++", "cs", "csharp", "go",
            "rust", "rs", "swift", "php", "scala", "dart", "json", "jsonc", "groovy", "css", "scss");
    private static final Set<String> HASH_LANGUAGES = Set.of(
            "python", "py", "ruby", "rb", "sh", "bash", "zsh", "shell", "yaml", "yml", "toml", "r", "perl", "makefile",
            "dockerfile", "powershell", "elixir", "properties", "ini");
    private static final Set<String> DASH_LANGUAGES = Set.of(
            "sql", "mysql", "postgresql", "plsql", "lua", "haskell", "hs");

    private static final Set<String> KEYWORDS = Set.of(
            "abstract", "and", "as", "assert", "async", "await", "boolean", "break", "case", "catch", "char", "class", "const",
            "continue", "def", "default", "defer", "del", "do", "done", "double", "elif", "else", "end", "enum", "except",
            "export", "extends", "false", "fi", "final", "finally", "float", "fn", "for", "from", "func", "function", "global",
            "go", "if", "impl", "implements", "import", "in", "instanceof", "int", "interface", "is", "lambda", "let", "local",
            "long", "loop", "match", "module", "mut", "namespace", "new", "nil", "None", "nonlocal", "not", "null", "or",
            "override", "package", "pass", "private", "protected", "pub", "public", "raise", "record", "return", "sealed", "self",
            "static", "string", "struct", "super", "switch", "then", "this", "throw", "throws", "trait", "true", "True", "False",
            "try", "type", "typeof", "use", "using", "val", "var", "void", "when", "where", "while", "with", "yield");
    private static final Set<String> SQL = Set.of(
            "ADD", "ALL", "ALTER", "AND", "AS", "ASC", "BEGIN", "BETWEEN", "BY", "CASE", "COMMIT", "CREATE", "CROSS", "DELETE",
            "DESC", "DISTINCT", "DROP", "ELSE", "END", "EXISTS", "FALSE", "FETCH", "FOREIGN", "FROM", "FULL", "GROUP", "HAVING",
            "IF", "IN", "INDEX", "INNER", "INSERT", "INTO", "IS", "JOIN", "KEY", "LATERAL", "LEFT", "LIKE", "LIMIT",
            "MATERIALIZED", "NOT", "NULL", "OFFSET", "ON", "OR", "ORDER", "OUTER", "OVER", "PARTITION", "PRIMARY", "RECURSIVE",
            "REFERENCES", "RETURNING", "RIGHT", "ROWS", "SELECT", "SET", "TABLE", "THEN", "TRUE", "UNION", "UNIQUE", "UPDATE",
            "USING", "VALUES", "VIEW", "WHEN", "WHERE", "WITH");

    private CodeColours() {
    }

    /** The text line by line; a line's tokens together are the line. */
    static List<List<Token>> lines(String language, String text) {
        var lines = new ArrayList<List<Token>>();
        var line = new ArrayList<Token>();
        for (Token token : tokens(language, text)) {
            String[] parts = token.text().split("\n", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    lines.add(List.copyOf(line));
                    line.clear();
                }
                if (!parts[i].isEmpty()) {
                    line.add(new Token(token.kind(), parts[i]));
                }
            }
        }
        lines.add(List.copyOf(line));
        return lines;
    }

    private static List<Token> tokens(String language, String text) {
        boolean sql = DASH_LANGUAGES.contains(language);
        Pattern pattern = SLASH_LANGUAGES.contains(language) ? SLASHES
                : HASH_LANGUAGES.contains(language) ? HASHES : sql ? DASHES : null;
        if (pattern == null) {
            return List.of(new Token(Kind.PLAIN, text));
        }
        var tokens = new ArrayList<Token>();
        Matcher matcher = pattern.matcher(text);
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() > from) {
                tokens.add(new Token(Kind.PLAIN, text.substring(from, matcher.start())));
            }
            tokens.add(new Token(kind(matcher, text, sql), matcher.group()));
            from = matcher.end();
        }
        if (from < text.length()) {
            tokens.add(new Token(Kind.PLAIN, text.substring(from)));
        }
        return tokens;
    }

    private static Kind kind(Matcher matcher, String text, boolean sql) {
        if (matcher.group("comment") != null) {
            return Kind.COMMENT;
        }
        if (matcher.group("string") != null) {
            return Kind.STRING;
        }
        if (matcher.group("number") != null) {
            return Kind.NUMBER;
        }
        String word = matcher.group("word");
        if (KEYWORDS.contains(word) || sql && SQL.contains(word.toUpperCase(Locale.ROOT))) {
            return Kind.KEYWORD;
        }
        return matcher.end() < text.length() && text.charAt(matcher.end()) == '(' ? Kind.CALL : Kind.PLAIN;
    }
}
