package dev.katman.context;

import dev.katman.conversation.Folded;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Under which terms a word is found: itself, folded, and its folded stems. Turkish typed without its own letters has the same stems as
 * Turkish typed with them. Not safe for use by several threads.
 */
final class Stems {
    /** A text of any length has few words that are frequent; the rest is not worth keeping. */
    private static final int REMEMBERED = 50_000;
    private static final int MOST_STEMS = 3;
    private static final Locale TURKISH = Locale.of("tr");
    private static final String BACK = "aıou";
    private static final String FRONT = "eiöü";

    private final TextLanguage language;
    private final SnowballStemmer stemmer;
    private final Map<String, List<String>> known = new HashMap<>();

    Stems(TextLanguage language) {
        this.language = language;
        stemmer = switch (language) {
            case TURKISH -> new TurkishStemmer();
            case ENGLISH -> new EnglishStemmer();
        };
    }

    /** The word's terms, none twice; the folded word itself is the first. */
    List<String> terms(String word) {
        List<String> terms = known.get(word);
        if (terms == null) {
            if (known.size() >= REMEMBERED) {
                known.clear();
            }
            terms = find(word);
            known.put(word, terms);
        }
        return terms;
    }

    private List<String> find(String word) {
        String whole = plain(word);
        var terms = new ArrayList<String>(3);
        terms.add(whole);
        switch (language) {
            case ENGLISH -> addStems(terms, whole, 1);
            case TURKISH -> {
                String lower = word.toLowerCase(TURKISH);
                addStems(terms, lower, MOST_STEMS);
                if (lower.equals(Folded.of(lower))) { // as whoever has no Turkish keys types it, perhaps
                    addStems(terms, harmonised(lower), MOST_STEMS);
                    marked(lower).ifPresent(other -> addStems(terms, harmonised(other), MOST_STEMS));
                }
            }
        }
        return List.copyOf(terms);
    }

    /** The stem, and its own stem: the Turkish stemmer stops early on some forms of a word, and on others of the same word does not. */
    private void addStems(List<String> terms, String word, int most) {
        String form = word;
        for (int i = 0; i < most; i++) {
            String stem = stem(form);
            if (stem.isEmpty() || stem.equals(form)) {
                return;
            }
            String term = plain(stem);
            if (term.length() > 1 && !terms.contains(term)) { // to the Turkish stemmer "time" is a "t" with endings
                terms.add(term);
            }
            form = stem;
        }
    }

    /** Apostrophes inside a word say nothing either: "don't" is typed "dont" as often. */
    private static String plain(String word) {
        return Folded.of(word).replace("'", "").replace("’", "");
    }

    private String stem(String word) {
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    /**
     * In Turkish a narrow vowel follows the vowel before it, so most of what was typed without its dot, or with one too many, can be told:
     * the stemmer knows endings only by their right vowels.
     */
    private static String harmonised(String word) {
        var text = new StringBuilder(word);
        boolean seen = false;
        boolean front = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (seen) {
                text.setCharAt(i, switch (c) {
                    case 'i', 'ı' -> front ? 'i' : 'ı';
                    case 'u', 'ü' -> front ? 'ü' : 'u';
                    default -> c;
                });
            }
            char now = text.charAt(i);
            if (BACK.indexOf(now) >= 0 || FRONT.indexOf(now) >= 0) {
                seen = true;
                front = FRONT.indexOf(now) >= 0;
            }
        }
        return text.toString();
    }

    /** The same word, its first vowel the other one that is typed with that key. */
    private static Optional<String> marked(String word) {
        for (int i = 0; i < word.length(); i++) {
            int other = "iou".indexOf(word.charAt(i));
            if (other >= 0) {
                return Optional.of(word.substring(0, i) + "ıöü".charAt(other) + word.substring(i + 1));
            }
            if ("ae".indexOf(word.charAt(i)) >= 0) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
