package dev.katman.context;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The built-in summary: picks the sentences that say most of what a text is about and leaves them in their order. It writes nothing
 * of its own, so it can shorten but not rephrase. Turkish and English; the same text always gives the same summary; linear in its
 * length.
 */
public final class Summariser {
    /** Without a wish, a quarter of the sentences, but at most this many: about what fits a screen. */
    private static final int MOST_UNASKED = 7;
    private static final int MOST = 200;
    private static final int SHARE = 4;

    /**
     * Longer and shorter sentences than these many words are rarely a good summary: lists that lost their lines, or exclamations.
     */
    private static final int FEW_WORDS = 5;
    private static final int MANY_WORDS = 55;

    /** Keeps one-word sentences from winning by their density. */
    private static final double DAMPING = 6;

    private static final String NUMBERS = "(\\d{1,3}|one|a|single|two|three|four|five|six|seven|eight|nine|ten|bir|tek|iki|uc|dort"
            + "|bes|alti|yedi|sekiz|dokuz|on)";
    private static final Pattern WISH = Pattern.compile("\\b" + NUMBERS + "(?: (?:short|brief|main|key|bullet|kisa|ana|onemli))*+ "
            + "(?:sentence|line|point|item|bullet|cumle|satir|madde|nokta)");
    private static final Pattern POINTS = Pattern.compile("\\b(?:bullet|point|madde)");
    private static final Map<String, Integer> VALUES = Map.ofEntries(Map.entry("one", 1), Map.entry("a", 1), Map.entry("single", 1),
            Map.entry("two", 2), Map.entry("three", 3), Map.entry("four", 4), Map.entry("five", 5), Map.entry("six", 6),
                    Map.entry("seven", 7), Map.entry("eight", 8), Map.entry("nine", 9), Map.entry("ten", 10), Map.entry("bir", 1),
                    Map.entry("tek", 1), Map.entry("iki", 2), Map.entry("uc", 3), Map.entry("dort", 4), Map.entry("bes", 5),
                    Map.entry("alti", 6), Map.entry("yedi", 7), Map.entry("sekiz", 8), Map.entry("dokuz", 9), Map.entry("on", 10));

    /**
     * A summary and what it was drawn from.
     *
     * @param text     the kept sentences; empty where there was no text to summarise
     * @param language of the text
     * @param kept     sentences in the summary
     * @param of       sentences in the text
     */
    public record Summary(String text, TextLanguage language, int kept, int of) {
    }

    /** One sentence with what the choice needs. */
    private record Candidate(int index, String text, Set<String> stems, double score) {
    }

    /**
     * Summarises what a message asks to be summarised: the order is stripped, and its wish ("in two sentences", "üç maddede") is
     * kept.
     */
    public Summary message(String message) {
        var passage = Passage.of(message);
        var order = Words.fold(passage.instruction());
        var wish = WISH.matcher(order);
        int sentences = wish.find() ? value(wish.group(1)) : 0;
        return summarise(passage.body(), sentences, POINTS.matcher(order).find());
    }

    /**
     * Summarises a text.
     *
     * @param sentences how many to keep, at least 1; a text with fewer stays whole
     */
    public Summary text(String text, int sentences) {
        if (sentences < 1) {
            throw new IllegalArgumentException("a summary keeps at least 1 sentence, not " + sentences);
        }
        return summarise(text, sentences, false);
    }

    private static int value(String number) {
        var known = VALUES.get(number);
        return known != null ? known : Math.max(1, Integer.parseInt(number));
    }

    private static Summary summarise(String text, int wished, boolean asPoints) {
        var language = TextLanguage.of(text);
        var spans = Sentences.of(text, language);
        if (spans.isEmpty()) {
            return new Summary("", language, 0, 0);
        }
        int unasked = Math.min(MOST_UNASKED, Math.ceilDiv(spans.size(), SHARE));
        int budget = Math.min(Math.min(MOST, spans.size()), wished > 0 ? wished : unasked);
        var kept = pick(scored(text, spans), budget);
        kept.sort(Comparator.comparingInt(Candidate::index));
        var lines = kept.stream().map(c -> asPoints ? "- " + c.text : c.text).toList();
        return new Summary(String.join(asPoints ? "\n" : " ", lines), language, kept.size(), spans.size());
    }

    private static List<Candidate> scored(String text, List<Sentences.Span> spans) {
        var stems = new ArrayList<Set<String>>(spans.size());
        var sentencesWith = new HashMap<String, Integer>();
        for (var span : spans) {
            var mine = new HashSet<String>();
            for (var word : Words.of(span.of(text))) {
                var folded = Words.fold(word);
                if (folded.length() > 2 && !Words.isStop(folded)) {
                    mine.add(Words.stem(folded));
                }
            }
            mine.forEach(stem -> sentencesWith.merge(stem, 1, Integer::sum));
            stems.add(mine);
        }
        var candidates = new ArrayList<Candidate>(spans.size());
        for (int i = 0; i < spans.size(); i++) {
            double theme = 0;
            for (var stem : sorted(stems.get(i))) {
                theme += Math.log(sentencesWith.get(stem)); // a word of one sentence says nothing of the whole
            }
            var span = spans.get(i);
            var sentence = span.of(text).replaceAll("\\s++", " ");
            double score = theme / (DAMPING + stems.get(i).size()) * shape(sentence) * place(i, spans.size(), span.opens());
            candidates.add(new Candidate(i, sentence, stems.get(i), score));
        }
        return candidates;
    }

    /** In a fixed order, so that sums of doubles come out the same on every machine. */
    private static List<String> sorted(Set<String> stems) {
        return stems.stream().sorted().toList();
    }

    private static double shape(String sentence) {
        long words = sentence.chars().filter(c -> c == ' ').count() + 1;
        boolean finished = ".!?…\"”)»".indexOf(sentence.charAt(sentence.length() - 1)) >= 0;
        double shape = finished ? 1 : 0.5; // a heading, or the cells of a table
        if (words < FEW_WORDS || words > MANY_WORDS) {
            shape *= 0.4;
        }
        return sentence.endsWith("?") ? shape * 0.5 : shape;
    }

    /** Writers say what matters first, and again at the end; each paragraph opens with its point. */
    private static double place(int index, int count, boolean opens) {
        double place = index == 0 ? 1.6 : index == count - 1 ? 1.15 : 1;
        return opens ? place * 1.15 : place;
    }

    /** Takes the best, then the best of what is new: a theme that is already in the summary counts less the next time. */
    private static List<Candidate> pick(List<Candidate> candidates, int budget) {
        var order = Comparator.comparingDouble(Candidate::score).reversed().thenComparingInt(Candidate::index);
        var pool = new ArrayList<>(candidates.stream().sorted(order).limit(Math.max(150, 2L * budget)).toList());
        var kept = new ArrayList<Candidate>();
        var said = new HashSet<String>();
        while (kept.size() < budget && !pool.isEmpty()) {
            Candidate best = pool.getFirst();
            double most = -1;
            for (var candidate : pool) {
                long old = candidate.stems.stream().filter(said::contains).count();
                double fresh = candidate.score * (1 - 0.6 * old / Math.max(1, candidate.stems.size()));
                if (fresh > most) {
                    most = fresh;
                    best = candidate;
                }
            }
            kept.add(best);
            said.addAll(best.stems);
            pool.remove(best);
        }
        return kept;
    }
}
