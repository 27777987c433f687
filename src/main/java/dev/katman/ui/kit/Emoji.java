package dev.katman.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the emoji in a text: JavaFX draws none by itself on Linux, so they get a font of their own, and only they. */
final class Emoji {
    /** One emoji with its skin tone or its "as a picture" sign; several joined by U+200D; a flag of two letters; a keycap. */
    private static final String ONE = "(?:\\p{IsEmoji_Presentation}|\\p{IsEmoji}\\uFE0F)[\\x{1F3FB}-\\x{1F3FF}]?\\uFE0F?";
    private static final Pattern RUN = Pattern.compile(
            "(?:[\\x{1F1E6}-\\x{1F1FF}]{2}|[0-9#*]\\uFE0F?\\u20E3|" + ONE + "(?:\\u200D" + ONE + ")*+)++");

    /** @param emoji whether the emoji font draws it */
    record Run(String text, boolean emoji) {
    }

    private Emoji() {
    }

    static List<Run> runs(String text) {
        Matcher matcher = RUN.matcher(text);
        var runs = new ArrayList<Run>();
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() > from) {
                runs.add(new Run(text.substring(from, matcher.start()), false));
            }
            runs.add(new Run(matcher.group(), true));
            from = matcher.end();
        }
        if (from < text.length() || runs.isEmpty()) {
            runs.add(new Run(text.substring(from), false));
        }
        return runs;
    }
}
