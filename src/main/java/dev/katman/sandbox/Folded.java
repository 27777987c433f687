package dev.katman.sandbox;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text in lower case without marks, so that "Özetle", "ÖZETLE" and "ozetle" are one, in every locale. */
final class Folded {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Folded() {
    }

    static String of(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return plain.replace('ı', 'i').toLowerCase(Locale.ROOT);
    }
}
