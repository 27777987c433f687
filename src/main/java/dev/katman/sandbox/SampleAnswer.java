package dev.katman.sandbox;

import dev.katman.catalog.Deployment;
import dev.katman.conversation.Folded;
import dev.katman.quota.Level;
import dev.katman.quota.Need;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An answer by nobody, which says so in its first line. It tells what the sandbox does know (who was asked, what the prompt
 * measured, what is left) in every shape that an answer can have: heading, list, table, code.
 */
final class SampleAnswer {
    private static final Pattern SQL = Pattern.compile("\\b(?:sql|select|join|query|queries|database|sorgu\\w*|veritaban\\w*)\\b");
    private static final Pattern PYTHON = Pattern.compile("\\b(?:python|script|code|function|algorithm|program|betik|kod"
            + "|kodu\\w*|kodla\\w*|fonksiyon\\w*|algoritma\\w*)\\b");

    private final Phrases phrases;
    private final String message;
    private final Deployment deployment;
    private final Need need;
    private final int messages;
    private final int sources;
    private final List<Level> levels;
    private final List<String> topics;

    SampleAnswer(Phrases phrases, String message, Deployment deployment, Need need, int messages, int sources, List<Level> levels) {
        this.phrases = phrases;
        this.message = message;
        this.deployment = deployment;
        this.need = need;
        this.messages = messages;
        this.sources = sources;
        this.levels = levels;
        topics = Topics.of(message, 3);
    }

    String thinking() {
        return phrases.thinking(subject()) + "\n";
    }

    String text() {
        var text = new StringBuilder(phrases.notice()).append("\n\n## ").append(heading()).append("\n\n");
        text.append(phrases.opening(variant(), subject())).append("\n\n");
        if (!message.isBlank()) {
            text.append(phrases.wrote(Topics.beginning(message.replace("`", "'"), 90))).append('\n');
        }
        if (sources > 0) {
            text.append(phrases.brought(sources)).append('\n');
        }
        text.append(phrases.asked(deployment.name())).append('\n');
        text.append(phrases.measured(need.promptTokens(), messages, need.completionTokens())).append("\n\n");
        if (!levels.isEmpty()) {
            text.append(phrases.limitsHead());
            levels.forEach(level -> text.append(phrases.limitsRow(level)));
            text.append('\n');
        }
        return text.append(code()).append("\n\n").append(phrases.closing(variant())).toString();
    }

    private String heading() {
        String subject = subject();
        int first = subject.offsetByCodePoints(0, 1);
        return subject.substring(0, first).toUpperCase(phrases.locale()) + subject.substring(first);
    }

    private String subject() {
        return topics.isEmpty() ? phrases.untitled() : phrases.joined(topics);
    }

    private String code() {
        String folded = Folded.of(message.substring(0, Math.min(2_000, message.length())));
        String name = identifier(topics.isEmpty() ? "" : topics.getFirst(), "items");
        String other = identifier(topics.size() < 2 ? "" : topics.get(1), "value");
        if (SQL.matcher(folded).find()) {
            return "```sql\nSELECT " + other + ", count(*) AS n\nFROM " + name + "\nGROUP BY " + other + "\nORDER BY n DESC;\n```";
        }
        if (PYTHON.matcher(folded).find()) {
            return "```python\ndef " + name + "(" + other + "):\n    \"\"\"" + phrases.docstring() + "\"\"\"\n    return sorted("
                    + other
                    + ")\n```";
        }
        return "```json\n{\"model\": \"" + deployment.model().id() + "\", \"prompt_tokens\": " + need.promptTokens()
                + ", \"max_completion_tokens\": " + need.completionTokens() + "}\n```";
    }

    private static String identifier(String word, String usual) {
        String plain = Folded.of(word).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^[0-9_]+|_+$", "");
        return plain.length() < 3 ? usual : plain;
    }

    /** Another message, other words; the same message, the same. */
    private int variant() {
        return Math.floorMod(message.hashCode(), 3);
    }
}
