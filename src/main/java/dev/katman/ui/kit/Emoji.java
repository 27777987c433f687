package dev.katman.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the emoji in a text: JavaFX draws none by itself on Linux, so they get a font of their own, and only they. */
final class Emoji {
    /** Emoji that are no pictures by themselves, but that Inter does not have either; those that it has stay letters among letters. */
    private static final String NOT_IN_INTER = "[\\p{IsEmoji}&&[^\\x00-\\xFF\\u203C\\u2049\\u2122\\u2194-\\u2199\\u21A9\\u21AA\\u23CF\\u24C2\\u25AA\\u25B6\\u25C0"
            + "\\u2600\\u2665\\u26A0\\u2764\\u2B06]]";
    /** One emoji with its skin tone or its "as a picture" sign. */
    private static final String ONE = "(?:\\p{IsEmoji_Presentation}|\\p{IsEmoji}\\uFE0F|" + NOT_IN_INTER + ")[\\x{1F3FB}-\\x{1F3FF}]?[\\uFE0E\\uFE0F]?";
    /** Several joined by U+200D; a flag of two letters, or of a black flag and tags; a keycap. */
    private static final Pattern RUN = Pattern.compile("(?:[\\x{1F1E6}-\\x{1F1FF}]{2}|\\x{1F3F4}[\\x{E0020}-\\x{E007E}]++\\x{E007F}"
            + "|[0-9#*]\\uFE0F?\\u20E3|" + ONE + "(?:\\u200D" + ONE + ")*+)++");

    /** What only a text layout that knows ligatures puts together: skin tones, flags, keycaps, and pictures that were joined. */
    private static final Pattern JOINED = Pattern.compile("(?:[\\x{1F1E6}-\\x{1F1FF}]{2}|\\x{1F3F4}[\\x{E0020}-\\x{E007E}]++\\x{E007F}|[0-9#*]\\uFE0F?\\u20E3"
            + "|(?=.[\\x{1F3FB}-\\x{1F3FF}\\uFE0F]*\\u200D|.[\\x{1F3FB}-\\x{1F3FF}])" + ONE + "(?:\\u200D" + ONE + ")*+)");

    /** No emoji is without a character from here on: it joins, and what is below are letters until a sign says that they are pictures. */
    private static final int FIRST = 0x200D;

    /**
     * @param emoji  whether the emoji font draws it
     * @param joined whether it is one emoji of many characters
     */
    record Run(String text, boolean emoji, boolean joined) {
    }

    private Emoji() {
    }

    /** Whether there is one in it. */
    static boolean isIn(String text) {
        return text.chars().anyMatch(letter -> letter >= FIRST) && RUN.matcher(text).find();
    }

    static List<Run> runs(String text) {
        if (!isIn(text)) {
            return List.of(new Run(text, false, false));
        }
        Matcher matcher = RUN.matcher(text);
        var runs = new ArrayList<Run>();
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() > from) {
                runs.add(new Run(text.substring(from, matcher.start()), false, false));
            }
            split(matcher.group(), runs);
            from = matcher.end();
        }
        if (from < text.length()) {
            runs.add(new Run(text.substring(from), false, false));
        }
        return runs;
    }

    private static void split(String emoji, List<Run> runs) {
        Matcher joined = JOINED.matcher(emoji);
        int from = 0;
        while (joined.find()) {
            if (joined.start() > from) {
                runs.add(new Run(emoji.substring(from, joined.start()), true, false));
            }
            runs.add(new Run(joined.group(), true, true));
            from = joined.end();
        }
        if (from < emoji.length()) {
            runs.add(new Run(emoji.substring(from), true, false));
        }
    }
}
