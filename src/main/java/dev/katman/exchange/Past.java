package dev.katman.exchange;

import dev.katman.conversation.Message;
import dev.katman.conversation.Role;
import dev.katman.journal.SummaryRow;

import java.util.List;
import java.util.Optional;

/**
 * What was said before in a conversation, and what is told of it where it is too long to go along: a running summary, and word for word those
 * turns that the question is about.
 */
final class Past {
    /** Tokens that a summary and the turns beside it may have; an eighth of the deep brain's minute. */
    static final long RECALLED = 1_000;

    private static final int MOST_TURNS = 3;
    /** Of a turn that is told word for word; with the summary these stay within {@link #RECALLED}. Characters. */
    private static final int LONGEST_TURN = 500;

    private final Earlier earlier;
    private final Optional<SummaryRow> summary;
    private final String question;
    private List<Integer> hits;

    /**
     * @param earlier  what was said and answered before the message
     * @param summary  of the oldest of that
     * @param question what the message asks
     */
    Past(Earlier earlier, Optional<SummaryRow> summary, String question) {
        this.earlier = earlier;
        this.summary = summary;
        this.question = question;
    }

    List<Message> turns() {
        return earlier.turns();
    }

    /** Tokens of the turn in that place, by o200k. */
    long tokens(int place) {
        return earlier.tokens(place);
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
            hits = earlier.about(question);
        }
        var told = new StringBuilder();
        hits.stream().filter(place -> place < oldest).limit(MOST_TURNS).sorted().forEach(place -> {
            Message turn = turns().get(place);
            String text = turn.text().length() <= LONGEST_TURN ? turn.text() : turn.text().substring(0, LONGEST_TURN) + " […]";
            told.append(told.isEmpty() ? "" : "\n").append(turn.role() == Role.USER ? "user: " : "assistant: ").append(text);
        });
        return new Recalled(summary.map(SummaryRow::text).orElse(""), told.toString(), Math.min(oldest, summary.map(SummaryRow::turns).orElse(0)));
    }
}
