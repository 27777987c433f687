package dev.katman.ui.kit;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Characters that are not seen but change what is: they could make code read other than it runs, or an address lead elsewhere than
 * it says. They are shown by their numbers. What is seen is also what is copied.
 */
public final class Visible {
    /** The tags of U+E0000 spell the flags of Scotland and others, behind a black flag; elsewhere they hide words. */
    private static final Pattern UNSEEN = Pattern.compile("(?<flag>\\x{1F3F4}[\\x{E0020}-\\x{E007E}]{1,8}\\x{E007F})"
            + "|[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\uFFF9-\\uFFFB]|[\\x{E0000}-\\x{E007F}]");

    private Visible() {
    }

    /** The text with nothing hidden in it; line ends of every system become one. */
    public static String text(String text) {
        if (text.chars().noneMatch(Visible::suspect)) {
            return text;
        }
        return UNSEEN.matcher(text.replace("\r\n", "\n").replace('\r', '\n')).replaceAll(found ->
                found.group("flag") != null ? found.group() : String.format(Locale.ROOT, "[U+%04X]", found.group().codePointAt(0)));
    }

    private static boolean suspect(int c) {
        return c < ' ' && c != '\n' && c != '\t' || c >= 0x7F && c <= 0x9F || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069
                || c >= 0xFFF9 && c <= 0xFFFB || c == 0xDB40; // the first half of every tag
    }
}
