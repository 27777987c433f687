package dev.katman.classify;

import java.util.Arrays;
import java.util.List;

/**
 * What the trained judge sees of a message: hashed words and pieces of words in groups, each with its weight. A group is scaled by
 * the square root of its size, so a long message does not shout a short one down. The order that a message gives and the text that it
 * brings along are kept apart, and what the rules make of it is part of the picture.
 *
 * <p>The trainer and the judge share this class; whoever changes a feature must train again. Nothing here depends on locale, platform
 * or the order of a hash map.
 */
final class Features {
    static final int BITS = 18;
    private static final int MASK = (1 << BITS) - 1;

    /** Words of the order, and of the text brought along, that are read. */
    private static final int ORDER_WORDS = 90;
    private static final int BROUGHT_WORDS = 60;
    private static final int LISTENED = 200;

    private int[] at = new int[1024];
    private float[] value = new float[1024];
    private int size;
    private int group;
    private int words;

    private final Reading reading;
    private final Shape shape;
    private final RuleJudge.Opinion opinion;
    private final double[] lexicon;

    private Features(Reading reading, Shape shape, RuleJudge.Opinion opinion, double[] lexicon) {
        this.reading = reading;
        this.shape = shape;
        this.opinion = opinion;
        this.lexicon = lexicon;
    }

    static Features of(String message, RuleJudge rules, RuleBook lexicon) {
        var reading = Reading.of(message);
        var opinion = rules.opinion(reading);
        if (opinion.atEnd()) {
            reading = reading.turned();
        }
        var heard = new double[lexicon.topics().size()];
        listen(reading.head(), lexicon, heard);
        listen(reading.tail(), lexicon, heard);
        var f = new Features(reading, Shape.of(message), opinion, heard);
        f.order();
        f.ends();
        f.brought();
        f.words = f.size;
        f.broughtSubjects(lexicon);
        f.rules();
        f.lexiconSteps();
        f.look();
        f.add(1, 0); // the bias
        f.close(1, 1);
        return f;
    }

    Reading reading() {
        return reading;
    }

    Shape shape() {
        return shape;
    }

    RuleJudge.Opinion opinion() {
        return opinion;
    }

    /** What was heard of each topic of the lexicon in the order. */
    double[] lexicon() {
        return lexicon;
    }

    /** A greeting, thanks or a goodbye and nothing else. */
    boolean courtesy() {
        return opinion.type() == MessageType.CHAT && opinion.difficulty() == 1 && reading.words() <= 12;
    }

    /** It gives an order of its own that the rules know. */
    boolean ordered() {
        return opinion.type() == MessageType.TASK && opinion.confidence() > 0.5;
    }

    int size() {
        return size;
    }

    /** So many of the features, the first ones, are words and pieces of words; the others are what is known of them, and the shape. */
    int words() {
        return words;
    }

    int at(int i) {
        return at[i];
    }

    float value(int i) {
        return value[i];
    }

    private void order() {
        long[] head = hashes(reading.head(), ORDER_WORDS);
        long[] tail = hashes(reading.tail(), ORDER_WORDS);
        words(head);
        words(tail);
        close(2.5, 6);
        pairs(head);
        pairs(tail);
        close(2, 6);
        stems(reading.head());
        stems(reading.tail());
        close(2.5, 6);
        stemPairs(reading.head());
        stemPairs(reading.tail());
        close(1.6, 6);
        pieces(reading.head());
        pieces(reading.tail());
        close(2, 20);
        opening(head, 20);
        opening(tail, 24);
        closing(head, 28);
        closing(tail, 32);
        close(2, 4);
    }

    private void words(long[] words) {
        for (long word : words) {
            add(2, word);
        }
    }

    private void pairs(long[] words) {
        for (int i = 0; i + 1 < words.length; i++) {
            add(3, words[i] * 31 + words[i + 1]);
            if (i + 2 < words.length) {
                add(4, words[i] * 31 + words[i + 2]); // "write … poem": one word between
            }
        }
    }

    private void opening(long[] words, int kind) {
        long so = 0;
        for (int i = 0; i < Math.min(3, words.length); i++) {
            so = so * 31 + words[i];
            add(kind + i, so);
        }
    }

    private void closing(long[] words, int kind) {
        long so = 0;
        for (int i = words.length - 1; i >= Math.max(0, words.length - 3); i--) {
            so = so * 31 + words[i];
            add(kind + words.length - 1 - i, so);
        }
    }

    private void stems(List<String> words) {
        for (int i = 0; i < Math.min(ORDER_WORDS, words.size()); i++) {
            var word = words.get(i);
            add(5, hash(word, 0, Math.min(5, word.length())));
            if (word.length() > 5) {
                add(6, hash(word, word.length() - 4, word.length())); // how it ends: "-mısın", "-tion"
            }
        }
    }

    private void stemPairs(List<String> words) {
        for (int i = 0; i + 1 < Math.min(ORDER_WORDS, words.size()); i++) {
            var one = words.get(i);
            var two = words.get(i + 1);
            add(7, hash(one, 0, Math.min(4, one.length())) * 31 + hash(two, 0, Math.min(4, two.length())));
        }
    }

    /** Four letters in a row: what a typo leaves intact. */
    private void pieces(List<String> words) {
        for (int i = 0; i < Math.min(ORDER_WORDS, words.size()); i++) {
            var word = words.get(i);
            for (int from = 0; from + 4 <= word.length(); from++) {
                add(8, hash(word, from, from + 4));
            }
        }
    }

    /** English gives its order where a sentence begins, Turkish where it ends. */
    private void ends() {
        for (var sentence : reading.ends()) {
            add(9, hash(sentence.first(), 0, sentence.first().length()));
            add(10, hash(sentence.last(), 0, sentence.last().length()));
            add(11, hash(sentence.last(), 0, Math.min(5, sentence.last().length())));
            add(12, hash(sentence.last(), Math.max(0, sentence.last().length() - 4), sentence.last().length()) * 2 + (sentence.asks() ? 1 : 0));
        }
        close(2, 4);
    }

    private void brought() {
        var words = reading.brought();
        for (int i = 0; i < Math.min(BROUGHT_WORDS, words.size()); i++) {
            var word = words.get(i);
            add(13, hash(word, 0, Math.min(6, word.length())));
        }
        close(0.7, 12);
    }

    private void broughtSubjects(RuleBook book) {
        var heard = new double[book.topics().size()];
        listen(reading.brought(), book, heard);
        for (int i = 0; i < heard.length; i++) {
            steps(180 + i, heard[i], 0.5, 2, 5);
        }
        close(1, 4);
    }

    private void rules() {
        for (int i = 0; i < opinion.topics().length; i++) {
            steps(40 + i, opinion.topics()[i], 0.4, 2, 4, 6, 9, 13, 20);
        }
        close(2.5, 4);
        for (int i = 0; i < opinion.families().length; i++) {
            steps(70 + i, opinion.families()[i], 1, 3, 5, 8, 12);
        }
        int best = Band.of(opinion.type(), opinion.difficulty()).ordinal();
        add(80, best);
        steps(81 + best, opinion.confidence(), 0.4, 0.5, 0.6, 0.7, 0.8);
        close(2, 4);
    }

    private void lexiconSteps() {
        double sum = 0;
        int best = 0;
        for (int i = 0; i < lexicon.length; i++) {
            steps(100 + i, lexicon[i], 0.5, 1.5, 2.5, 4, 6, 9);
            sum += lexicon[i];
            best = lexicon[i] > lexicon[best] ? i : best;
        }
        close(2.5, 4);
        if (sum > 0) {
            add(260, best);
            steps(261 + best, lexicon[best] / sum, 0.34, 0.5, 0.67, 0.99);
        } else {
            add(259, 0);
        }
        close(1.5, 2);
    }

    private static void listen(List<String> words, RuleBook book, double[] scores) {
        for (int i = 0; i < Math.min(words.size(), LISTENED); i++) {
            book.phrasesAt(words, i, phrase -> scores[phrase.topic().index()] += phrase.weight());
        }
    }

    private void look() {
        int language = shape.turkish() ? 1 : 0;
        int band = Band.of(opinion.type(), opinion.difficulty()).ordinal();
        long words = reading.words();
        int length = words <= 1 ? 0 : words <= 3 ? 1 : words <= 6 ? 2 : words <= 10 ? 3 : words <= 16 ? 4 : words <= 30 ? 5
                : words <= 60 ? 6 : words <= 120 ? 7 : words <= 300 ? 8 : 9;
        add(340, length);
        add(341, length * 2 + language);
        add(342, language);
        add(343, length * 4 + band);
        add(344, language * 4 + band);
        steps(345, reading.head().size(), 3, 8, 15, 30, 60);
        steps(346, reading.brought().size(), 1, 20, 60, 150, 400);
        steps(347, reading.tail().size(), 1, 8, 20);
        steps(348, reading.numbers(), 1, 2, 3, 5, 8, 15);
        steps(349, reading.questions(), 1, 2, 4);
        steps(350, reading.choices(), 1, 3);
        steps(351, reading.points(), 1, 3, 6);
        steps(352, reading.symbols(), 1, 2, 5, 12);
        add(353, reading.code() ? 1 : 0);
        add(354, (shape.endsWithQuestion() ? 1 : 0) * 10 + length);
        steps(355, shape.lines(), 2, 4, 8, 16, 40);
        steps(356, shape.codeSigns(), 0.01, 0.03, 0.06, 0.1);
        steps(357, shape.digits(), 0.02, 0.05, 0.1, 0.2);
        steps(358, shape.capitals(), 0.02, 0.05, 0.1, 0.3);
        add(359, shape.startsLow() ? 1 : 0);
        steps(360, shape.quotes(), 1, 3, 6);
        steps(361, shape.exclamations(), 1, 2);
        add(362, shape.address() ? 1 : 0);
        add(363, shape.placeholders() ? 1 : 0);
        close(3, 16);
    }

    /** One feature for each step that the value reaches, so that a linear model can bend. */
    private void steps(int kind, double value, double... steps) {
        for (int i = 0; i < steps.length && value >= steps[i]; i++) {
            add(kind, i + 1);
        }
    }

    private void add(int kind, long what) {
        if (size == at.length) {
            at = Arrays.copyOf(at, 2 * size);
            value = Arrays.copyOf(value, 2 * size);
        }
        at[size++] = slot(kind, what);
    }

    /** Ends a group: each feature once, and all of them scaled. */
    private void close(double weight, int least) {
        Arrays.sort(at, group, size);
        int end = group;
        for (int i = group; i < size; i++) {
            if (i == group || at[i] != at[end - 1]) {
                at[end++] = at[i];
            }
        }
        float each = (float) (weight / Math.sqrt(Math.max(least, end - group)));
        for (int i = group; i < end; i++) {
            value[i] = each;
        }
        size = end;
        group = end;
    }

    private static int slot(int kind, long what) {
        long x = what * 0x9E3779B97F4A7C15L + kind * 0xD1B54A32D192ED03L; // SplitMix64's mixing, Steele, Lea and Flood 2014
        x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return (int) (x ^ (x >>> 31)) & MASK;
    }

    private static long[] hashes(List<String> words, int most) {
        var hashes = new long[Math.min(most, words.size())];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = hash(words.get(i), 0, words.get(i).length());
        }
        return hashes;
    }

    private static long hash(String word, int from, int to) {
        long h = 0xCBF29CE484222325L; // FNV-1a
        for (int i = from; i < to; i++) {
            h = (h ^ word.charAt(i)) * 0x100000001B3L;
        }
        return h;
    }
}
