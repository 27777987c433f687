package dev.katman.classify;

import dev.katman.classify.RuleBook.Topic;

import dev.katman.conversation.Message;

import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges by rules: which phrases of {@code rules.txt} a message holds, and what its shape tells. English, Turkish, and Turkish
 * typed without its letters. Well under a millisecond; the verdict depends on the message alone.
 *
 * <p>Safe for use by many threads.
 */
public final class RuleJudge implements LocalJudge {
    /** What a phrase in a text that is only brought along counts: it tells the subject, not the order. */
    private static final double BROUGHT_ALONG = 0.15;

    /** Below this an order was not understood, and the text after its colon is read as if it were part of it. */
    private static final double UNDERSTOOD = 2;

    /** An order of at least this weight in the last lines, if it points back, makes what stands before it the text it is about. */
    private static final double CLEAR = 4;
    private static final Set<String> POINTING_BACK = Set.of("this", "that", "above", "it", "text", "passage", "article", "bunu",
            "bu", "su", "sunu", "yukaridaki", "metni", "metnin", "metin", "yaziyi", "paragrafi");

    /** A family wins by its best topic; what else speaks for it helps by this share. */
    private static final double HELP = 0.4;

    private final RuleBook book;
    private final int greeting;
    private final int smalltalk;
    private final int culture;
    private final int passage;
    private final int code;
    private final int sql;
    private final int maths;
    private final int exam;
    private final int proof;
    private final int design;
    private final int algorithms;
    private final int reasoning;
    private final int[] chat;
    private final int[] work;

    /** Reads the rules. */
    public RuleJudge() {
        this(RuleBook.read("rules.txt"));
    }

    RuleJudge(RuleBook book) {
        this.book = book;
        greeting = index("greeting");
        smalltalk = index("smalltalk");
        culture = index("culture");
        passage = index("passage");
        code = index("code");
        sql = index("sql");
        maths = index("maths");
        exam = index("exam");
        proof = index("proof");
        design = index("design");
        algorithms = index("algorithms");
        reasoning = index("reasoning");
        chat = indices("greeting", "smalltalk", "creative", "opinion", "culture");
        work = indices("summary", "extract", "rewrite", "translate", "format", "passage", "lookup");
    }

    private int index(String topic) {
        return book.topic(topic).map(Topic::index)
                .orElseThrow(() -> new IllegalArgumentException("rules.txt has no topic [" + topic + "]; put it back"));
    }

    private int[] indices(String... topics) {
        return List.of(topics).stream().mapToInt(this::index).toArray();
    }

    /** A family of topics that are judged alike. */
    private enum Family {
        TALK,
        WORK,
        CODE,
        SUMS,
        HARD
    }

    /**
     * What the rules make of a message.
     *
     * @param topics     what speaks for each topic of the rules, in their order
     * @param families   what speaks for each family of topics that are judged alike
     * @param atEnd      the order stands in the last lines, and what is before it is the text that it is about
     * @param confidence 0.3 to 0.95; how far the first family is ahead of the next, and no probability
     */
    record Opinion(double[] topics, double[] families, boolean atEnd, MessageType type, int difficulty, double confidence) {
    }

    /** By the message alone: the rules do not look back. */
    @Override
    public Assessment judge(String message, List<Message> before) {
        long start = System.nanoTime();
        var opinion = opinion(Reading.of(message));
        return new Assessment(opinion.type(), opinion.difficulty(), opinion.confidence(), Assessment.LOCAL,
                Duration.ofNanos(System.nanoTime() - start));
    }

    Opinion opinion(Reading reading) {
        var scores = new double[book.topics().size()];
        boolean atEnd = listen(reading, scores);
        shape(reading, scores);
        var families = families(reading, scores);
        var best = best(families);
        int difficulty = Math.clamp(difficulty(best, reading, scores), 1, 10);
        var type = best == Family.TALK ? MessageType.CHAT : MessageType.TASK;
        return new Opinion(scores, families, atEnd, type, difficulty, confidence(families, best));
    }

    /** What the words say for each topic, and whether the order stands at the end. */
    private boolean listen(Reading reading, double[] scores) {
        var heard = new BitSet(book.phraseCount());
        listen(reading.tail(), 1, scores, heard);
        boolean orderAtEnd = together(scores, work) >= CLEAR && reading.tail().stream().anyMatch(POINTING_BACK::contains);
        listen(reading.head(), orderAtEnd ? BROUGHT_ALONG : 1, scores, heard);
        double understood = Arrays.stream(scores).sum();
        listen(reading.brought(), understood < UNDERSTOOD ? 1 : BROUGHT_ALONG, scores, heard);
        return orderAtEnd;
    }

    private void listen(List<String> words, double share, double[] scores, BitSet heard) {
        for (int i = 0; i < words.size(); i++) {
            book.phrasesAt(words, i, phrase -> {
                if (!heard.get(phrase.index())) {
                    heard.set(phrase.index());
                    scores[phrase.topic().index()] += phrase.weight() * share;
                }
            });
        }
    }

    private void shape(Reading reading, double[] scores) {
        if (reading.code()) {
            scores[code] += 6;
        }
        if (reading.choices() >= 3) {
            scores[exam] += 9;
        }
        if (reading.symbols() >= 2) {
            scores[maths] += Math.min(8, 2 + reading.symbols());
        }
        boolean counts = reading.numbers() >= 2 && reading.words() < 200;
        if (counts && (scores[maths] >= 2 || (reading.questions() > 0 && reading.words() >= 15))) {
            scores[maths] += Math.min(6, reading.numbers() + 1); // a word problem: things are counted, and a number is asked for
        } else if (reading.numbers() == 0 && reading.symbols() == 0) {
            scores[maths] *= 0.4; // "how many friends do you have": a number is asked for, but nothing is there to reckon with
        }
        if (reading.brought().size() >= 30 && !reading.code()) {
            scores[passage] += reading.words() > 60 ? 5 : 2; // it brings a text along
        }
        if (reading.words() <= 12) {
            scores[smalltalk] += 0.5; // people who want work done say more; this only breaks ties
        }
        if (reading.questions() > 0 && reading.words() <= 25) {
            scores[culture] += 1; // an everyday question
        }
    }

    private double[] families(Reading reading, double[] scores) {
        var families = new double[Family.values().length];
        families[Family.TALK.ordinal()] = together(scores, chat) + 0.5; // nothing known: it is talk
        families[Family.WORK.ordinal()] = together(scores, work);
        families[Family.CODE.ordinal()] = together(scores, code, sql, algorithms);
        families[Family.SUMS.ordinal()] = together(scores, maths, exam);
        families[Family.HARD.ordinal()] = together(scores, proof, design, reasoning) + (scores[proof] >= 6 ? 2 : 0);
        if (scores[greeting] > 0 && reading.words() > 6) {
            // "hello, could you …": what comes after the greeting counts
            families[Family.TALK.ordinal()] -= scores[greeting] * HELP;
        }
        return families;
    }

    private static double together(double[] scores, int... topics) {
        double most = 0;
        double sum = 0;
        for (int topic : topics) {
            most = Math.max(most, scores[topic]);
            sum += scores[topic];
        }
        return most + HELP * (sum - most);
    }

    private static Family best(double[] families) {
        var best = Family.TALK;
        for (var family : Family.values()) {
            if (families[family.ordinal()] > families[best.ordinal()]) {
                best = family;
            }
        }
        return best;
    }

    private int difficulty(Family family, Reading reading, double[] scores) {
        return switch (family) {
            case TALK -> top(scores, chat).map(Topic::difficulty).orElse(2) + (reading.words() > 120 ? 1 : 0);
            case WORK -> {
                int more = reading.words() > 400 || reading.points() > 4 ? 1 : 0;
                yield Math.min(4, top(scores, work).map(Topic::difficulty).orElse(3) + more); // however long, it is the worker's
            }
            case CODE -> codeDifficulty(reading, scores);
            case SUMS -> 6 + (reading.symbols() > 6 || reading.words() > 110 ? 1 : 0);
            case HARD -> hardDifficulty(scores);
        };
    }

    private int hardDifficulty(double[] scores) {
        if (scores[proof] >= 6) {
            return scores[algorithms] + scores[design] >= 8 ? 10 : 9;
        }
        // One word of the trade is not yet a hard question: "what are microservices good for?"
        return scores[design] > 5 ? 9 : scores[proof] + scores[design] + scores[reasoning] > 5 ? 8 : 7;
    }

    private int codeDifficulty(Reading reading, double[] scores) {
        double hard = scores[algorithms] + 0.6 * (scores[proof] + scores[design] + scores[reasoning]);
        int difficulty = hard >= 16 ? 9 : hard >= 7.5 ? 8 : hard >= 4 ? 7 : 6;
        if (hard < 4 && reading.words() <= 14) {
            difficulty = 5;
        }
        if (reading.words() > 70 || reading.points() >= 3 || (reading.code() && reading.words() > 30)) {
            difficulty++; // much is demanded at once, or somebody's own code must be understood first
        }
        if (reading.words() > 200) {
            difficulty++;
        }
        return difficulty;
    }

    private Optional<Topic> top(double[] scores, int[] topics) {
        Topic best = null;
        for (int topic : topics) {
            if (scores[topic] > 0.5 && (best == null || scores[topic] > scores[best.index()])) {
                best = book.topics().get(topic);
            }
        }
        return Optional.ofNullable(best);
    }

    /** How far the winner is ahead of the next; never certain, since rules are not. */
    private static double confidence(double[] families, Family best) {
        double first = families[best.ordinal()];
        double second = 0;
        for (var family : Family.values()) {
            if (family != best) {
                second = Math.max(second, families[family.ordinal()]);
            }
        }
        return Math.clamp(0.3 + 0.65 * (first - second) / (first + 3), 0.3, 0.95);
    }
}
