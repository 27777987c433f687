package dev.katman.ui.kit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import static org.fife.ui.rsyntaxtextarea.SyntaxConstants.*;

/** What the names that stand behind a fence mean to RSyntaxTextArea. */
final class Languages {
    /** The grammar first, then every name that it goes by. A few that it does not know go by that of a near relative. */
    private static final String[][] NAMES = {
            {SYNTAX_STYLE_ACTIONSCRIPT, "actionscript", "as"},
            {SYNTAX_STYLE_ASSEMBLER_X86, "asm", "assembly", "nasm", "x86asm"},
            {SYNTAX_STYLE_C, "c", "h"},
            {SYNTAX_STYLE_CLOJURE, "clojure", "clj", "edn"},
            {SYNTAX_STYLE_CPLUSPLUS, "c++", "cpp", "cc", "cxx", "hpp", "cuda", "objective-c", "objc"},
            {SYNTAX_STYLE_CSHARP, "c#", "csharp", "cs"},
            {SYNTAX_STYLE_CSS, "css"},
            {SYNTAX_STYLE_CSV, "csv"},
            {SYNTAX_STYLE_D, "d"},
            {SYNTAX_STYLE_DART, "dart"},
            {SYNTAX_STYLE_DELPHI, "delphi", "pascal"},
            {SYNTAX_STYLE_DOCKERFILE, "dockerfile", "docker"},
            {SYNTAX_STYLE_FORTRAN, "fortran", "f90"},
            {SYNTAX_STYLE_GO, "go", "golang"},
            {SYNTAX_STYLE_GROOVY, "groovy", "gradle"},
            {SYNTAX_STYLE_HANDLEBARS, "handlebars", "hbs"},
            {SYNTAX_STYLE_HTML, "html", "htm", "vue", "svelte"},
            {SYNTAX_STYLE_INI, "ini", "toml", "conf", "cfg"},
            {SYNTAX_STYLE_JAVA, "java", "zig"},
            {SYNTAX_STYLE_JAVASCRIPT, "javascript", "js", "jsx", "mjs", "cjs", "node"},
            {SYNTAX_STYLE_JSON, "json", "jsonl", "ndjson"},
            {SYNTAX_STYLE_JSON_WITH_COMMENTS, "jsonc", "json5"},
            {SYNTAX_STYLE_JSP, "jsp"},
            {SYNTAX_STYLE_KOTLIN, "kotlin", "kt", "kts", "swift"},
            {SYNTAX_STYLE_LATEX, "latex", "tex"},
            {SYNTAX_STYLE_LESS, "less", "scss", "sass"},
            {SYNTAX_STYLE_LISP, "lisp", "elisp", "scheme", "racket"},
            {SYNTAX_STYLE_LUA, "lua", "haskell", "hs"},
            {SYNTAX_STYLE_MAKEFILE, "makefile", "make"},
            {SYNTAX_STYLE_MARKDOWN, "markdown", "md"},
            {SYNTAX_STYLE_NSIS, "nsis"},
            {SYNTAX_STYLE_PERL, "perl", "pl"},
            {SYNTAX_STYLE_PHP, "php"},
            {SYNTAX_STYLE_PROTO, "proto", "protobuf"},
            {SYNTAX_STYLE_PROPERTIES_FILE, "properties", "env", "dotenv"},
            {SYNTAX_STYLE_PYTHON, "python", "py", "python3", "r", "julia", "jl"},
            {SYNTAX_STYLE_RUBY, "ruby", "rb", "elixir", "ex", "exs", "crystal"},
            {SYNTAX_STYLE_RUST, "rust", "rs"},
            {SYNTAX_STYLE_SAS, "sas"},
            {SYNTAX_STYLE_SCALA, "scala"},
            {SYNTAX_STYLE_SQL, "sql", "mysql", "postgresql", "postgres", "psql", "plsql", "sqlite", "tsql"},
            {SYNTAX_STYLE_TCL, "tcl"},
            {SYNTAX_STYLE_TYPESCRIPT, "typescript", "ts", "tsx"},
            {SYNTAX_STYLE_UNIX_SHELL, "bash", "sh", "shell", "zsh", "fish", "console", "powershell", "ps1"},
            {SYNTAX_STYLE_VISUAL_BASIC, "vb", "vbnet", "visualbasic", "vba"},
            {SYNTAX_STYLE_VHDL, "vhdl"},
            {SYNTAX_STYLE_WINDOWS_BATCH, "bat", "batch", "cmd"},
            {SYNTAX_STYLE_XML, "xml", "svg", "xhtml", "xsl", "fxml"},
            {SYNTAX_STYLE_YAML, "yaml", "yml"},
    };
    private static final Map<String, String> GRAMMARS = new HashMap<>();

    static {
        for (String[] row : NAMES) {
            for (int i = 1; i < row.length; i++) {
                GRAMMARS.put(row[i], row[0]);
            }
        }
    }

    private Languages() {
    }

    /** @param name as a fence has it, in small letters */
    static Optional<String> grammar(String name) {
        return Optional.ofNullable(GRAMMARS.get(name));
    }
}
