package dev.katman.exchange;

import dev.katman.context.IndexedText;
import dev.katman.context.TextHit;
import dev.katman.context.TextIndex;
import dev.katman.context.TextQuery;
import dev.katman.conversation.Message;
import dev.katman.conversation.Role;
import dev.katman.journal.MessageRow;
import dev.katman.journal.SummaryRow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What was said before in a conversation, and what is told of it where it is too long to go along: a running summary, and word for word those
 * turns that the question is about.
 */
final class Past {
    static final Past NONE = new Past(List.of(), Optional.empty(), "");
    /** Tokens that a summary and the turns beside it may have; an eighth of the deep brain's minute. */
    static final long RECALLED = 1_000;

    private static final int MOST_TURNS = 3;
    /** Of a turn that is told word for word; with the summary these stay within {@link #RECALLED}. Characters. */
    private static final int LONGEST_TURN = 500;
    private static final int MOST_HITS = 20;

    private final List<Message> turns;
    private final Optional<SummaryRow> summary;
    private final String question;
    private List<Integer> hits;

    private Past(List<Message> turns, Optional<SummaryRow> summary, String question) {
        this.turns = turns;
        this.summary = summary;
        this.question = question;
    }

    /**
     * What was said before a message.
     *
     * @param rows     what was said and answered, oldest first
     * @param summary  of the oldest of them
     * @param question what the message asks
     */
    static Past of(List<MessageRow> rows, Optional<SummaryRow> summary, String question) {
        return new Past(rows.stream().map(row -> new Message(row.role(), row.text())).toList(), summary, question);
    }

    List<Message> turns() {
        return turns;
    }

    /**
     * What is told of turns that do not go along as they were said.
     *
     * @param summary of them; empty where there is none
     * @param turns   some of them, word for word; empty where none is of use
     * @param summed  how many the summary stands for
     */
    record Recalled(String summary, String turns, int summed) {
        static final Recalled NOTHING = new Recalled("", "", 0);
    }

    /** What is told of the oldest turns. */
    synchronized Recalled recall(int oldest) {
        if (oldest == 0) {
            return Recalled.NOTHING;
        }
        if (hits == null) {
            hits = find();
        }
        var told = new StringBuilder();
        hits.stream().filter(place -> place < oldest).limit(MOST_TURNS).sorted().forEach(place -> {
            Message turn = turns.get(place);
            String text = turn.text().length() <= LONGEST_TURN ? turn.text() : turn.text().substring(0, LONGEST_TURN) + " […]";
            told.append(told.isEmpty() ? "" : "\n").append(turn.role() == Role.USER ? "user: " : "assistant: ").append(text);
        });
        return new Recalled(summary.map(SummaryRow::text).orElse(""), told.toString(), Math.min(oldest, summary.map(SummaryRow::turns).orElse(0)));
    }

    /** The places of the turns that say most about the question, the best first. */
    private List<Integer> find() {
        if (turns.isEmpty() || question.isBlank()) {
            return List.of();
        }
        try (TextIndex index = TextIndex.inMemory()) {
            var texts = new ArrayList<IndexedText>();
            IntStream.range(0, turns.size()).forEach(place -> texts.add(
                    new IndexedText(Integer.toString(place), "", turns.get(place).text(), Instant.EPOCH)));
            index.put(texts);
            return index.find(TextQuery.about(question, Set.of(), MOST_HITS)).stream().map(TextHit::text).map(IndexedText::id)
                    .map(Integer::valueOf).toList();
        }
    }
}
