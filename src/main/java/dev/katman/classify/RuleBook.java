package dev.katman.classify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The phrases of {@code rules.txt}, made ready for looking up: one map by a phrase's first word, one by the first letters of a word
 * that may have endings. Immutable once read.
 */
final class RuleBook {
    private static final Pattern TOPIC = Pattern.compile("\\[(\\w+)]\\s+(CHAT|TASK)\\s+(\\d+)");
    private static final Pattern LINE = Pattern.compile("(\\d+):(.*)");

    /** Words this long may be mistyped by one letter and are still known. */
    private static final int TYPO_LENGTH = 8;

    /** What a message can be about. */
    record Topic(String name, int index, MessageType type, int difficulty) {
    }

    /**
     * Words that speak for a topic.
     *
     * @param index   counts phrases, so that each speaks once
     * @param words   folded, without stars
     * @param open    for each word, whether endings may follow
     * @param atStart only as the first words of a message
     */
    record Phrase(int index, Topic topic, int weight, String[] words, boolean[] open, boolean atStart) {
        boolean fits(List<String> text, int at) {
            if (at + words.length > text.size() || (atStart && at > 0)) {
                return false;
            }
            for (int i = 1; i < words.length; i++) { // the first word is how the phrase was found
                var word = text.get(at + i);
                if (open[i] ? !word.startsWith(words[i]) : !word.equals(words[i])) {
                    return false;
                }
            }
            return true;
        }
    }

    private final List<Topic> topics = new ArrayList<>();
    private final Map<String, List<Phrase>> whole = new HashMap<>();
    private final Map<String, List<Phrase>> beginnings = new HashMap<>();
    private final Map<String, List<Phrase>> mistyped = new HashMap<>();
    private int phrases;
    private int longestBeginning;

    private RuleBook() {
    }

    /** Reads a book that comes with the program. */
    static RuleBook read(String name) {
        try (var in = RuleBook.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("dev/katman/classify/" + name + " is missing from the program; build it again");
            }
            return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readAllLines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RuleBook read(List<String> lines) {
        var book = new RuleBook();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            var topic = TOPIC.matcher(line);
            var phrases = LINE.matcher(line);
            if (topic.matches()) {
                book.topics.add(new Topic(topic.group(1), book.topics.size(), MessageType.valueOf(topic.group(2)),
                        Integer.parseInt(topic.group(3))));
            } else if (phrases.matches() && !book.topics.isEmpty()) {
                for (var phrase : phrases.group(2).split(",")) {
                    book.add(phrase.strip(), Integer.parseInt(phrases.group(1)));
                }
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                throw new IllegalArgumentException("line " + (i + 1) + " is neither a topic, nor weight: phrases, nor a comment: "
                        + line);
            }
        }
        return book;
    }

    private void add(String text, int weight) {
        boolean atStart = text.startsWith("^");
        var words = (atStart ? text.substring(1) : text).split(" ");
        var open = new boolean[words.length];
        for (int i = 0; i < words.length; i++) {
            open[i] = words[i].endsWith("*") && words[i].length() > 1;
            words[i] = open[i] ? words[i].substring(0, words[i].length() - 1) : words[i];
        }
        var phrase = new Phrase(phrases++, topics.getLast(), weight, words, open, atStart);
        var first = words[0];
        (open[0] ? beginnings : whole).computeIfAbsent(first, _ -> new ArrayList<>()).add(phrase);
        if (open[0]) {
            longestBeginning = Math.max(longestBeginning, first.length());
        }
        if (first.length() >= TYPO_LENGTH) {
            for (int i = 1; i < first.length(); i++) { // a wrong first letter is rare, and costs the most look-ups
                mistyped.computeIfAbsent(without(first, i), _ -> new ArrayList<>()).add(phrase);
            }
        }
    }

    List<Topic> topics() {
        return topics;
    }

    Optional<Topic> topic(String name) {
        return topics.stream().filter(t -> t.name.equals(name)).findFirst();
    }

    int phraseCount() {
        return phrases;
    }

    /** Calls back for each phrase that stands in the text at that word. */
    void phrasesAt(List<String> text, int at, Consumer<Phrase> found) {
        var word = text.get(at);
        boolean known = tell(whole.get(word), text, at, found);
        for (int length = Math.min(word.length(), longestBeginning); length >= 2; length--) {
            known |= tell(beginnings.get(word.substring(0, length)), text, at, found);
        }
        if (!known && word.length() >= TYPO_LENGTH - 1 && word.length() <= 14) {
            tell(mistyped.get(word), text, at, found); // a letter was left out
            for (int i = 1; i < word.length(); i++) {
                var shorter = without(word, i);
                if (tell(whole.get(shorter), text, at, found) | tell(mistyped.get(shorter), text, at,
                        found)) { // one too many, or another
                    return;
                }
            }
        }
    }

    private static boolean tell(List<Phrase> phrases, List<String> text, int at, Consumer<Phrase> found) {
        if (phrases == null) {
            return false;
        }
        boolean any = false;
        for (var phrase : phrases) {
            if (phrase.fits(text, at)) {
                found.accept(phrase);
                any = true;
            }
        }
        return any;
    }

    private static String without(String word, int at) {
        return word.substring(0, at) + word.substring(at + 1);
    }
}
