package dev.katman.ui.chat;

import dev.katman.conversation.DecisionId;
import dev.katman.conversation.MessageId;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the reader has unfolded of a conversation. The journal knows nothing of folds: what is read from it anew is unfolded likewise.
 *
 * @param sources  of which decisions they are unfolded
 * @param thoughts whose words are here, and need not be read again, by their answers
 */
record Unfolded(Set<DecisionId> sources, Map<MessageId, ChatRow> thoughts) {
    static Unfolded of(List<ChatRow> rows) {
        var sources = new HashSet<DecisionId>();
        var thoughts = new HashMap<MessageId, ChatRow>();
        for (ChatRow row : rows) {
            if (row instanceof ChatRow.Sources one && one.open()) {
                sources.add(one.record().id());
            } else if (row instanceof ChatRow.Thought thought && thought.words().isPresent()) {
                thought.answer().ifPresent(answer -> thoughts.put(answer, thought));
            }
        }
        return new Unfolded(sources, thoughts);
    }

    /** The same of other rows. */
    List<ChatRow> in(List<ChatRow> told) {
        return sources.isEmpty() && thoughts.isEmpty() ? told : told.stream().<ChatRow>map(row -> switch (row) {
            case ChatRow.Sources one when sources.contains(one.record().id()) -> one.open(true);
            case ChatRow.Thought thought -> thought.answer().map(thoughts::get).orElse(thought);
            case ChatRow other -> other;
        }).toList();
    }
}
