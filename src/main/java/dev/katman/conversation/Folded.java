package dev.katman.conversation;

import java.text.Normalizer;
import java.util.Locale;

/** Text in small letters without marks, so that whoever types "ozet" or "ÖZET" finds "özet", in every locale. */
public final class Folded {
    private static final char FIRST_BEYOND_ASCII = 128;

    private Folded() {
    }

    /** The same text folded; both I of Turkish and both i become i. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_BEYOND_ASCII) {
                return withoutMarks(text).toLowerCase(Locale.ROOT);
            }
        }
        return text.toLowerCase(Locale.ROOT);
    }

    /** One letter folded; of those with marks only the ones that Turkish writes, so that a word keeps its length. */
    public static char letter(char c) {
        return switch (c) {
            case 'I', 'ı', 'İ', 'î', 'Î' -> 'i';
            case 'ş', 'Ş' -> 's';
            case 'ğ', 'Ğ' -> 'g';
            case 'ç', 'Ç' -> 'c';
            case 'ö', 'Ö' -> 'o';
            case 'ü', 'Ü', 'û', 'Û' -> 'u';
            case 'â', 'Â' -> 'a';
            default -> Character.toLowerCase(c); // of a char, so no locale has a say
        };
    }

    private static String withoutMarks(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        var plain = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (c == 'ı') {
                plain.append('i');
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
