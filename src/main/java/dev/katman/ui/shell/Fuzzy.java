package dev.katman.ui.shell;

import dev.katman.conversation.Folded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How well a few typed letters fit a name. Every word that was typed must be found: as the beginning of a word, within one, or at least
 * letter by letter, from the beginning of some word on. Case and marks do not matter, in no locale.
 */
final class Fuzzy {
    private static final int BEGINS = 100;
    private static final int BEGINS_WORD = 80;
    private static final int ELSEWHERE = 60;
    private static final int INSIDE = 40;
    private static final int SCATTERED = 20;

    private Fuzzy() {
    }

    /**
     * How well it fits.
     *
     * @param score greater for better
     * @param marks the places in the name that were typed, in order
     */
    record Fit(int score, List<Integer> marks) {
        Fit {
            marks = List.copyOf(marks);
        }
    }

    /** What was typed, word by word. */
    static List<String> words(String typed) {
        return Stream.of(Folded.of(typed).strip().split("[\\s:…]+")).filter(word -> !word.isEmpty()).toList();
    }

    /**
     * Empty where some word is not found.
     *
     * @param words    as {@link #words} gives them
     * @param synonyms other words under which it is known; they fit by their beginnings only
     */
    static Optional<Fit> fit(List<String> words, String name, String synonyms) {
        var plain = new Plain(name);
        var marks = new TreeSet<Integer>();
        int score = 0;
        for (String word : words) {
            Optional<Fit> found = best(word, plain, synonyms);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            score += found.get().score();
            marks.addAll(found.get().marks());
        }
        return Optional.of(new Fit(score, List.copyOf(marks)));
    }

    private static Optional<Fit> best(String word, Plain name, String synonyms) {
        int at = name.text.indexOf(word);
        int begins = at == 0 ? 0 : name.wordStart(word);
        if (begins >= 0) {
            return Optional.of(new Fit(begins == 0 ? BEGINS : BEGINS_WORD, name.marks(begins, word.length())));
        }
        if (words(synonyms).stream().anyMatch(s -> s.startsWith(word))) {
            return Optional.of(new Fit(ELSEWHERE, List.of()));
        }
        return at >= 0 ? Optional.of(new Fit(INSIDE, name.marks(at, word.length()))) : scattered(word, name);
    }

    /** Letter by letter; the closer together, the better. */
    private static Optional<Fit> scattered(String word, Plain name) {
        Optional<Fit> best = Optional.empty();
        for (int start = name.wordStart(word.substring(0, 1)); start >= 0; start = name.wordStart(word.substring(0, 1), start + 1)) {
            var places = new ArrayList<Integer>();
            int at = start;
            for (int i = 0; i < word.length() && at >= 0; i++) {
                at = name.text.indexOf(word.charAt(i), at);
                if (at >= 0) {
                    places.add(name.origin.get(at++));
                }
            }
            if (places.size() == word.length()) {
                int spread = places.getLast() - places.getFirst() + 1 - word.length();
                var fit = new Fit(Math.max(1, SCATTERED - spread), places);
                best = best.filter(other -> other.score() >= fit.score()).or(() -> Optional.of(fit));
            }
        }
        return best;
    }

    /** A name folded, and where each letter of it came from. */
    private static final class Plain {
        private final String text;
        private final List<Integer> origin = new ArrayList<>();

        Plain(String name) {
            var folded = new StringBuilder(name.length());
            for (int i = 0; i < name.length(); i++) {
                String letter = Folded.of(name.substring(i, i + 1));
                folded.append(letter);
                for (int j = 0; j < letter.length(); j++) {
                    origin.add(i);
                }
            }
            text = folded.toString();
        }

        int wordStart(String what) {
            return wordStart(what, 0);
        }

        int wordStart(String what, int from) {
            for (int at = text.indexOf(what, from); at >= 0; at = text.indexOf(what, at + 1)) {
                if (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) {
                    return at;
                }
            }
            return -1;
        }

        List<Integer> marks(int from, int length) {
            return origin.subList(from, from + length).stream().distinct().toList();
        }
    }
}
