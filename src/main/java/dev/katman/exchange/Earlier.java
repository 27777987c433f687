package dev.katman.exchange;

import dev.katman.context.IndexedText;
import dev.katman.context.TextHit;
import dev.katman.context.TextIndex;
import dev.katman.context.TextQuery;
import dev.katman.conversation.Message;
import dev.katman.journal.MessageRow;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * The turns of a conversation before a message. They are counted, and their words gathered, when that is first asked for, and then no more: while
 * somebody types it is asked for with every pause. Takes nothing but memory. Safe for use by many threads.
 */
final class Earlier {
    private static final int MOST_HITS = 20;

    private final List<MessageRow> rows;
    private final List<Message> turns;
    private final ToLongFunction<String> measure;
    /** By their places; those that were not counted yet are less than none. */
    private final long[] tokens;
    private TextIndex words;

    /**
     * @param rows    what was said and answered, oldest first
     * @param measure counts a text by o200k
     */
    Earlier(List<MessageRow> rows, ToLongFunction<String> measure) {
        this.rows = List.copyOf(rows);
        this.measure = measure;
        turns = rows.stream().map(row -> new Message(row.role(), row.text())).toList();
        tokens = new long[turns.size()];
        Arrays.fill(tokens, -1);
    }

    boolean isOf(List<MessageRow> others) {
        return rows.equals(others);
    }

    List<Message> turns() {
        return turns;
    }

    /** Tokens of the one in that place, by o200k. */
    synchronized long tokens(int place) {
        if (tokens[place] < 0) {
            tokens[place] = measure.applyAsLong(turns.get(place).text());
        }
        return tokens[place];
    }

    /** The places of those that say most about a question, the best first. */
    List<Integer> about(String question) {
        return turns.isEmpty() || question.isBlank() ? List.of()
                : words().find(TextQuery.about(question, Set.of(), MOST_HITS)).stream().map(TextHit::text).map(IndexedText::id).map(Integer::valueOf).toList();
    }

    private synchronized TextIndex words() {
        if (words == null) {
            TextIndex index = TextIndex.inMemory();
            index.put(IntStream.range(0, turns.size())
                    .mapToObj(place -> new IndexedText(Integer.toString(place), "", turns.get(place).text(), Instant.EPOCH)).toList());
            words = index;
        }
        return words;
    }
}
