package dev.katman.documents;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells what kind of text a text is by its look. JSON is told by reading it. Each sign is looked for in time that grows with the text alone,
 * whatever is in it.
 */
final class Looks {
    private static final Pattern HTML = Pattern.compile("(?is)\\s*+(?:<!--.*?-->\\s*+)*+(?:<!doctype html|<html|<\\?xml[^>]*>\\s*<!doctype html"
            + "|<(?:head|body|article|section|div|table|p|h[1-6])\\b[^>]*>).*");
    private static final Pattern CODE = Pattern.compile("(?i)\\s*(?:#!|#include|import |from \\w[\\w.]* import|package |using |def |class |function "
            + "|public |private |protected |static |const |let |var |return\\b|if ?\\(|if .*:$|for ?\\(|for .*:$|while ?\\(|else\\b|elif "
            + "|try\\b|catch ?\\(|except\\b|@\\w+|//|/\\*|\\* |--|<\\?php|<\\w+[ >/]|</|select\\b|insert into|create table|update \\w+ set"
            + "|[\\w.\\[\\]>-]+\\s*[-+*/|]?=[^=]|fn |func |impl |struct |enum ).*|.*(?:[;{}]|\\)\\s*:|->)\\s*");
    private static final Pattern FENCE = Pattern.compile("(?m)^\\s{0,3}(?:```|~~~)");
    private static final Pattern MARKDOWN_HEADING = Pattern.compile("(?m)^#{1,6} \\S");
    private static final Pattern MARKDOWN_SIGN = Pattern.compile("(?m)^\\s{0,3}(?:[-*+] \\S|> |\\|?\\s*:?-{3,}:?\\s*\\|)|\\[[^\\[\\]\n]++\\]\\([^)\n]{1,2000}+\\)"
            + "|\\*\\*[^*\n]++\\*\\*");
    private static final List<Character> SEPARATORS = List.of('\t', ';', ',', '|');
    private static final int LINES_LOOKED_AT = 200;

    private Looks() {
    }

    /** Whether it begins like JSON; only reading it tells. */
    static boolean mayBeJson(String glance) {
        String text = glance.stripLeading();
        return text.startsWith("{") || text.startsWith("[");
    }

    /**
     * @param glance the beginning of the text
     * @param cut    whether there is more of it: its last line may be half a line
     */
    static Kind of(String glance, boolean cut) {
        if (HTML.matcher(glance).matches()) {
            return Kind.HTML;
        }
        if (FENCE.matcher(glance).find()) {
            return Kind.MARKDOWN;
        }
        List<String> lines = glance.lines().filter(line -> !line.isBlank()).limit(LINES_LOOKED_AT).toList();
        if (cut && lines.size() > 1) {
            lines = lines.subList(0, lines.size() - 1);
        }
        long code = lines.stream().filter(line -> CODE.matcher(line).matches()).count();
        if (code * 2 >= lines.size() && code >= 2) {
            return Kind.CODE;
        }
        if (MARKDOWN_HEADING.matcher(glance).find() || MARKDOWN_SIGN.matcher(glance).results().limit(3).count() == 3) {
            return Kind.MARKDOWN;
        }
        return separator(lines).isPresent() ? Kind.CSV : Kind.TEXT;
    }

    /** The sign of which every line of a table has the same number; empty where it is no table. */
    static Optional<Character> separator(List<String> lines) {
        return lines.size() < 2 ? Optional.empty() : SEPARATORS.stream().filter(sign -> {
            List<Long> counts = lines.stream().map(line -> outsideQuotes(line, sign)).distinct().toList();
            return counts.size() == 1 && counts.getFirst() >= 1;
        }).findFirst();
    }

    private static long outsideQuotes(String line, char sign) {
        boolean quoted = false;
        long count = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            count += !quoted && c == sign ? 1 : 0;
        }
        return count;
    }
}
