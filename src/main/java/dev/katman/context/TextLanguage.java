package dev.katman.context;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The two languages that the built-in skills know. */
public enum TextLanguage {
    ENGLISH,
    TURKISH;

    /** Enough to tell; the rest of a long text is not looked at. */
    private static final int LOOKED_AT = 4_000;

    /** Letters that English does not have. The circumflex ones are rare, yet Turkish all the same. */
    private static final String TURKISH_LETTERS = "çğıöşüâîû";

    /** Frequent Turkish words without their marks, none of which is an English word. */
    private static final Set<String> TURKISH_WORDS = Set.of("ve", "bir", "bu", "su", "icin", "ile", "mi", "mu", "ne", "nasil",
            "neden", "nicin", "nerede", "nedir", "kim", "kac", "hangi", "gibi", "daha", "cok", "en", "var", "yok", "degil", "ama",
            "fakat", "ancak", "veya", "ya", "da", "de", "ki", "olan", "olarak", "oldu", "olur", "ben", "sen", "biz", "siz", "bana",
            "sana", "beni", "seni", "benim", "senin", "onun", "her", "tum", "butun", "sonra", "once", "kadar", "gore", "evet",
            "hayir", "merhaba", "selam", "lutfen", "tesekkurler", "tesekkur", "sagol", "ozetle", "ozet", "yaz", "cevir", "anlat",
            "acikla", "listele", "cikar", "bul", "metni", "metin", "metinde", "metindeki", "asagidaki", "yukaridaki", "soru",
            "cumle", "kisa", "kisaca", "gunaydin", "iyi", "naber", "bugun", "yarin", "dun", "simdi", "istiyorum", "olsun", "eder",
            "ediyor", "misin", "musun", "misiniz", "kelime");

    private static final Set<String> ENGLISH_WORDS = Set.of("the", "a", "an", "of", "and", "to", "in", "is", "are", "was", "were",
            "be", "it", "its", "that", "this", "these", "for", "with", "on", "at", "by", "from", "as", "or", "not", "what", "how",
            "why", "when", "where", "who", "which", "do", "does", "did", "can", "could", "would", "should", "will", "you", "your",
            "i", "my", "me", "we", "our", "he", "she", "they", "have", "has", "had", "about", "into", "please", "hello", "hi",
            "hey", "thanks", "thank", "write", "make", "tell", "give", "all", "if", "but", "some", "any", "text", "following",
            "more", "than", "there");

    /** Endings of Turkish words long enough not to be English by chance; without their marks. */
    private static final Set<String> TURKISH_ENDINGS = Set.of("lar", "ler", "dan", "den", "lari", "leri", "yor", "iyor", "uyor",
            "mak", "mek", "lik", "luk", "nin", "nun", "sini", "inda", "inde", "unda", "masi", "mesi", "acak", "ecek", "misti",
            "mistir", "yorum", "siniz", "sunuz", "diler", "dilar", "larin", "lerin", "imiz", "umuz", "mali", "meli", "arak", "erek",
            "dir", "tir", "dur");

    /**
     * The language of a text; English where nothing speaks for either. Turkish typed without its own letters is recognised too.
     */
    public static TextLanguage of(String text) {
        return heard(text).orElse(ENGLISH);
    }

    /** The language that a text speaks for; empty where it speaks for neither more than for the other. */
    static Optional<TextLanguage> heard(String text) {
        var start = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
        int turkish = 0;
        int english = 0;
        for (var word : Words.of(start)) {
            // Half of a language's running words are function words or inflected: each is one voice, a letter of its own a second.
            var folded = Words.fold(word);
            if (hasTurkishLetter(word)) {
                turkish += 2;
            }
            if (TURKISH_WORDS.contains(folded)) {
                turkish += 2;
            } else if (ENGLISH_WORDS.contains(folded)) {
                english += 2;
            } else if (folded.length() >= 6 && endsTurkish(folded)) {
                turkish++;
            }
        }
        return turkish == english ? Optional.empty() : Optional.of(turkish > english ? TURKISH : ENGLISH);
    }

    private static boolean hasTurkishLetter(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == 'İ' || TURKISH_LETTERS.indexOf(Character.toLowerCase(c)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsTurkish(String folded) {
        for (int length = 3; length <= 6 && length < folded.length() - 2; length++) {
            if (TURKISH_ENDINGS.contains(folded.substring(folded.length() - length))) {
                return true;
            }
        }
        return false;
    }

    /** {@code tr} or {@code en}. */
    public Locale locale() {
        return this == TURKISH ? Locale.of("tr") : Locale.ENGLISH;
    }
}
