package dev.katman.classify;

import java.util.Set;

/**
 * How a message looks, whatever its words mean.
 *
 * @param turkish      its letters or small words are Turkish
 * @param lines        lines that are not empty
 * @param codeSigns    share of the characters that code is full of
 * @param digits       share of digits
 * @param capitals     share of capital letters
 * @param address      holds an address of the web
 * @param placeholders holds something to be filled in, such as {@code [topic]} or {@code ${name}}
 */
record Shape(boolean turkish, boolean endsWithQuestion, int lines, double codeSigns, double digits, double capitals, boolean startsLow,
        int quotes, int exclamations, boolean address, boolean placeholders) {
    private static final int READ = 4_000;
    private static final Set<String> SMALL_WORDS = Set.of("bir", "ve", "bu", "icin", "mi", "mu", "ne", "nasil", "bana", "ile", "de", "da",
            "ben", "sen", "var", "yaz", "ama", "cok", "daha", "olan", "gibi", "olarak", "nedir", "hangi", "neden", "kac", "benim",
            "misin", "musun", "miyim", "su", "sonra", "kadar", "hakkinda", "lutfen", "tum", "her", "degil", "peki", "yok", "evet",
            "hayir", "merhaba", "selam", "ya", "ki", "bi", "simdi", "niye");

    static Shape of(String message) {
        var text = message.strip();
        int length = Math.min(READ, text.length());
        int letters = 0;
        int turkish = 0;
        int lines = length > 0 ? 1 : 0;
        int code = 0;
        int digits = 0;
        int capitals = 0;
        int quotes = 0;
        int exclamations = 0;
        boolean placeholders = false;
        char before = ' ';
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                letters++;
                capitals += Character.isUpperCase(c) ? 1 : 0;
                turkish += "şğıİŞĞ".indexOf(c) >= 0 ? 3 : "çöüÇÖÜ".indexOf(c) >= 0 ? 1 : 0;
                placeholders |= before == '[' || before == '{' && i > 1 && text.charAt(i - 2) == '$';
            } else if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '\n' && before != '\n') {
                lines++;
            } else if ("{}()[]<>=;_/\\#*&|$@`".indexOf(c) >= 0) {
                code++;
            } else if ("\"“”'‘’".indexOf(c) >= 0) {
                quotes++;
            } else if (c == '!') {
                exclamations++;
            }
            before = c;
        }
        double all = Math.max(1, length);
        boolean address = text.contains("http://") || text.contains("https://") || text.contains("www.");
        boolean low = length > 0 && Character.isLowerCase(text.charAt(0));
        return new Shape(turkish * 40 > letters || smallWords(text, length), text.endsWith("?"), lines, code / all, digits / all,
                capitals / (double) Math.max(1, letters), low, quotes, exclamations, address, placeholders);
    }

    private static boolean smallWords(String text, int length) {
        var words = Reading.words(text.substring(0, Math.min(400, length)));
        long known = words.stream().filter(SMALL_WORDS::contains).count();
        return known * 9 > words.size();
    }
}
