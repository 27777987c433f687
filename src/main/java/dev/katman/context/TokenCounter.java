package dev.katman.context;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.katman.catalog.Model;
import dev.katman.conversation.Message;

import java.util.List;

/**
 * Says how many tokens a prompt will be charged, before it is sent. Exact for the text of o200k models; for other vocabularies the
 * o200k count times a factor that errs upwards, since a count that is too low is a refused call and one that is too high is settled
 * a moment later.
 *
 * <p>Safe for use by many threads. The table (200 000 entries) is read on the first count, once for all counters; {@link #warmUp}
 * does it ahead of time.
 */
public final class TokenCounter {
    /**
     * Texts up to this many characters are counted whole. A book page has about 2 000; this is a long report.
     */
    static final int COUNTED_WHOLE = 48_000;

    /** A longer text is counted at this many places, evenly spread, ... */
    private static final int SAMPLES = 24;

    /**
     * ... each of this many characters: together less than {@link #COUNTED_WHOLE}, so that no text takes longer than one of that
     * length.
     */
    private static final int SAMPLE_LENGTH = 1_600;

    /**
     * What a sample may miss. Places are evenly spread, so a text that changes its nature half-way (prose, then a table) is sampled
     * in proportion; what remains is chance.
     */
    private static final double SAMPLE_CARE = 1.08;

    /** The most characters handed to the encoder without a break: a run with no space in it costs more than its length. */
    private static final int RUN = 4_000;

    /** Tokens of the table-driven encoder; loaded when first touched. */
    private static final class Table {
        static final Encoding O200K = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    }

    /**
     * What a family adds to the o200k count.
     *
     * @param factor     times the o200k count of a text
     * @param perPrompt  tokens of the template once a prompt, with the header that opens the answer
     * @param perMessage tokens of the template around each message
     */
    private record Family(double factor, int perPrompt, int perMessage) {
    }

    private final Counts counts = new Counts(TokenCounter::o200k);

    /** Tokens of the text alone, with no template. */
    public long text(Model model, String text) {
        return text(model, counts.of(text));
    }

    /** Tokens of a text alone that is measured already, by {@link #measure}. */
    public long text(Model model, long measured) {
        return scaled(family(model), measured);
    }

    /** Tokens of a text by o200k: a measure for texts that are not for one model only. */
    public long measure(String text) {
        return counts.of(text);
    }

    /** Tokens of the whole prompt as the model's template lays it out. */
    public long prompt(Model model, List<Message> messages) {
        long text = 0;
        for (var message : messages) {
            text += counts.of(message.text());
        }
        return prompt(model, text, messages.size());
    }

    /**
     * Tokens of a prompt that is not written yet.
     *
     * @param measured its texts together, by {@link #measure}
     * @param messages how many there are
     */
    public long prompt(Model model, long measured, int messages) {
        var family = family(model);
        return scaled(family, measured) + family.perPrompt + (long) family.perMessage * messages;
    }

    /** Reads the table now, so that the first message need not wait for it. Blocks; for a virtual thread at start-up. */
    public void warmUp() {
        o200k("warm");
    }

    private static long scaled(Family family, long o200k) {
        return (long) Math.ceil(o200k * family.factor);
    }

    private static Family family(Model model) {
        return switch (model.vocabulary()) {
            // The count itself. gpt-oss puts about 70 tokens of its own before the conversation (measured), and start, role,
            // channel and end marks around each message.
            case O200K -> new Family(1.00, 70, 5);
            // Measured characters a token: 4.85 against o200k's 4.93 in English (x 1.02), 3.78 against 3.71 in Turkish (x 0.98).
            // The rest is room for single texts that lie off the mean. Its template states two dates (about 25 tokens) unasked, and
            // five marks a message.
            case LLAMA3 -> new Family(1.10, 32, 5);
            // 4.84 against 4.93 in English (x 1.02), but 3.21 against 3.71 in Turkish (x 1.16), and more where Turkish words are
            // long: 1.3 was seen to cover it. Marks: im_start, role, newline, im_end, newline; then an empty thought before the
            // answer.
            case QWEN -> new Family(1.30, 10, 5);
            // Unknown: older vocabularies of 32 000 entries cut Turkish into pieces of 2.4 to 2.6 characters, which is 1.4 to 1.5
            // times o200k. The template is taken as the largest of the above but gpt-oss's.
            case OTHER -> new Family(1.50, 32, 6);
        };
    }

    private static long o200k(String text) {
        if (text.length() <= COUNTED_WHOLE) {
            return countWhole(text);
        }
        long counted = 0;
        // Doubles, because SAMPLES times the length of a very long text does not fit an int.
        double stride = (double) (text.length() - SAMPLE_LENGTH) / (SAMPLES - 1);
        for (int i = 0; i < SAMPLES; i++) {
            int from = (int) (i * stride);
            counted += countWhole(text.substring(from, from + SAMPLE_LENGTH));
        }
        return (long) Math.ceil(SAMPLE_CARE * counted * text.length() / ((double) SAMPLES * SAMPLE_LENGTH));
    }

    /**
     * Marks such as {@code <|endoftext|>} in a user's text are text, which is how providers read them: hence the "ordinary" count.
     */
    private static long countWhole(String text) {
        long count = 0;
        int from = 0;
        while (text.length() - from > RUN) {
            int to = breakBefore(text, from + RUN, from + RUN / 2);
            count += Table.O200K.countTokensOrdinary(text.substring(from, to));
            from = to;
        }
        return count + Table.O200K.countTokensOrdinary(text.substring(from));
    }

    /**
     * The last place after {@code least} where a word starts with its space, so that the cut costs no token; else just {@code
     * most}.
     */
    private static int breakBefore(String text, int most, int least) {
        for (int i = most - 1; i > least; i--) {
            if (text.charAt(i) == ' ' && Character.isLetter(text.charAt(i - 1)) && Character.isLetter(text.charAt(i + 1))) {
                return i;
            }
        }
        return Character.isLowSurrogate(text.charAt(most)) ? most - 1 : most;
    }
}
