package dev.katman.exchange;

import dev.katman.conversation.DocumentId;
import dev.katman.documents.Fragment;
import dev.katman.documents.Kind;
import dev.katman.exchange.DocumentIndex.Clip;
import dev.katman.journal.DocumentRow;
import dev.katman.journal.Source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What of a conversation's documents can go along with a message: found when it is first needed. */
final class Material {
    /** Asks for a text in short, or for all of something in it. */
    private static final Pattern ABOUT_THE_WHOLE = Pattern.compile("\\b(?:summar|sum up|tl;?dr|key points|main points|extract|list all|find all"
            + "|özet|ozet|kısalt|kisalt|ana fikir|listele|ayıkla|ayikla|tamamı|hepsini)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    /** So much of documents goes along with a question that asks for something in them: a dozen fragments. Tokens. */
    private static final long FOR_A_QUESTION = 4_000;
    /** So much where the whole is asked about: it goes to the worker, whose limits are wide. */
    private static final long FOR_THE_WHOLE = 12_000;
    /** What the line over a source costs. */
    private static final long HEADER = 30;
    /** No model known cuts a text into more tokens than this times those of o200k. */
    private static final double MOST_FACTOR = 1.5;
    private static final int MOST_HITS = 40;
    /** Of these, where the whole is asked about: the rest is spread over it. */
    private static final int HITS_OF_THE_WHOLE = 8;
    /** Fewer hits than this, and the question's words are not the document's. */
    private static final int FEW_HITS = 3;
    /** Neighbours become one source up to this many. */
    private static final int LONGEST_STRETCH = 4;

    private final DocumentIndex index;
    private final ToLongFunction<String> measure;
    private final String question;
    private final boolean aboutTheWhole;
    private final List<DocumentRow> earlier;
    private final List<DocumentRow> attached;
    private final Optional<DocumentRow> pasted;

    private Material(DocumentIndex index, ToLongFunction<String> measure, String question, boolean aboutTheWhole, List<DocumentRow> earlier, List<DocumentRow> attached,
            Optional<DocumentRow> pasted) {
        this.index = index;
        this.measure = measure;
        this.question = question;
        this.aboutTheWhole = aboutTheWhole;
        this.earlier = earlier;
        this.attached = attached;
        this.pasted = pasted;
    }

    /**
     * @param measure  counts a text by o200k
     * @param question what is asked, without a long text that stands in the message
     * @param earlier  documents of earlier messages
     * @param own      those that came with this message
     */
    static Material of(DocumentIndex index, ToLongFunction<String> measure, String question, List<DocumentRow> earlier, List<DocumentRow> own) {
        return new Material(index, measure, question, ABOUT_THE_WHOLE.matcher(question).find(), earlier,
                own.stream().filter(row -> row.kind() != Kind.PASTED).toList(), own.stream().filter(row -> row.kind() == Kind.PASTED).findFirst());
    }

    /** Whether the message has a long text in it that can go along in part. */
    boolean hasPasted() {
        return pasted.isPresent();
    }

    /** The text of the documents that came along with the message, for whoever reads it without a model; at most so many characters. */
    String text(int most) {
        var text = new StringBuilder();
        for (Clip clip : index.all(attached)) {
            if (text.length() + clip.fragment().text().length() > most) {
                break;
            }
            text.append(text.isEmpty() ? "" : "\n\n").append(clip.fragment().text());
        }
        return text.toString();
    }

    /**
     * What goes along.
     *
     * @param sources    numbered, in the order of the documents
     * @param leftTokens of all that could, in tokens of o200k
     */
    record Choice(List<Source> sources, long leftTokens) {
        static final Choice NOTHING = new Choice(List.of(), 0);
    }

    /**
     * Chooses what the question needs.
     *
     * @param room       tokens of the model that there are for it
     * @param tokens     counts a text as the model does
     * @param withPasted whether the long text in the message is to be taken from too
     */
    Choice choose(long room, ToLongFunction<String> tokens, boolean withPasted) {
        var own = new ArrayList<>(attached);
        if (withPasted) {
            pasted.ifPresent(own::add);
        }
        var all = new ArrayList<>(earlier);
        all.addAll(own);
        long sum = all.stream().mapToLong(DocumentRow::tokens).sum();
        if (sum == 0) {
            return Choice.NOTHING;
        }
        long budget = Math.min(room, aboutTheWhole ? FOR_THE_WHOLE : FOR_A_QUESTION);
        List<Clip> whole = own.stream().mapToLong(DocumentRow::tokens).sum() * MOST_FACTOR <= budget ? index.all(own) : List.of();
        var chosen = new LinkedHashSet<Clip>();
        long left = budget;
        for (Clip clip : whole.isEmpty() ? ranked(all, own, budget) : joined(whole, ranked(all, own, budget))) {
            long cost = tokens.applyAsLong(clip.fragment().text()) + HEADER;
            if (cost <= left && chosen.add(clip)) {
                left -= cost;
            }
        }
        long taken = chosen.stream().mapToLong(clip -> measure.applyAsLong(clip.fragment().text())).sum();
        return new Choice(numbered(chosen), Math.max(0, sum - taken));
    }

    private static List<Clip> joined(List<Clip> first, List<Clip> then) {
        var all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }

    /** The best first. */
    private List<Clip> ranked(List<DocumentRow> all, List<DocumentRow> own, long budget) {
        List<Clip> hits = index.find(question, all, aboutTheWhole && !own.isEmpty() ? HITS_OF_THE_WHOLE : MOST_HITS);
        long ofOwn = hits.stream().filter(hit -> own.contains(hit.document())).count();
        if (own.isEmpty() || ofOwn >= FEW_HITS && !aboutTheWhole) {
            return hits;
        }
        return joined(hits, spread(index.all(own), budget));
    }

    /** From beginning to end in even steps, and no more than may go along: what a text is about stands all over it. */
    private static List<Clip> spread(List<Clip> clips, long budget) {
        long tokens = clips.stream().map(Clip::fragment).mapToLong(fragment -> fragment.text().length() / 3L + HEADER).sum();
        double step = Math.max(1, (double) tokens / Math.max(1, budget));
        var spread = new ArrayList<Clip>();
        for (double at = 0; at < clips.size(); at += step) {
            spread.add(clips.get((int) at));
        }
        return spread;
    }

    private static List<Source> numbered(Set<Clip> chosen) {
        List<Clip> inOrder = chosen.stream().sorted(Comparator.comparing((Clip clip) -> clip.document().id())
                .thenComparingInt(clip -> clip.fragment().number())).toList();
        var sources = new ArrayList<Source>();
        for (int i = 0; i < inOrder.size(); ) {
            int end = i + 1;
            while (end < inOrder.size() && end - i < LONGEST_STRETCH && goesOn(inOrder.get(end - 1), inOrder.get(end))) {
                end++;
            }
            List<Clip> stretch = inOrder.subList(i, end);
            Clip first = stretch.getFirst();
            sources.add(new Source(sources.size() + 1, first.document().id(), first.document().name(), first.fragment().number(),
                    stretch.getLast().fragment().number(), first.fragment().place(),
                    stretch.stream().map(clip -> clip.fragment().text()).collect(Collectors.joining("\n\n"))));
            i = end;
        }
        return sources;
    }

    /** Whether one follows the other, on the same page and under the same heading: a source has one place. */
    private static boolean goesOn(Clip clip, Clip next) {
        Fragment a = clip.fragment();
        Fragment b = next.fragment();
        DocumentId document = clip.document().id();
        return document.equals(next.document().id()) && b.number() == a.number() + 1 && b.place().page() == a.place().page()
                && b.place().heading().equals(a.place().heading());
    }
}
