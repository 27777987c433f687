package dev.katman.ui.chat;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.MessageId;
import dev.katman.exchange.Preparer;
import dev.katman.journal.DecisionRecord;
import dev.katman.journal.Journal;
import dev.katman.journal.MessageRow;
import dev.katman.journal.ThreadRow;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads conversations from the journal. For another thread than the window's. */
final class HistoryReader {
    /** Messages that are read before all others; more than a screen has room for. */
    private static final int END = 40;

    private final Journal journal;
    private final Preparer preparer;

    HistoryReader(Journal journal, Preparer preparer) {
        this.journal = journal;
        this.preparer = preparer;
    }

    /** The end of a conversation, or all of it where it is short: that is where one reads on, and a long one takes its time. */
    History end(ConversationId id) {
        List<ThreadRow> end = journal.threads().lastShown(id, END);
        List<MessageRow> messages = end.stream().map(ThreadRow::message).toList();
        return history(id, end, journal.decisionsOf(messages), journal.thoughts().among(messages.stream().map(MessageRow::id).toList()), end.size() < END);
    }

    History all(ConversationId id) {
        return history(id, journal.threads().shown(id), journal.decisionsOf(id), journal.thoughts().of(id), true);
    }

    private History history(ConversationId id, List<ThreadRow> thread, Map<DecisionId, DecisionRecord> decisions, Set<MessageId> thoughts,
            boolean whole) {
        return History.of(new History.Told(thread, decisions, journal.documents().of(id), journal.documents().fittings(decisions.keySet()),
                preparer.of(id).stream().collect(Collectors.toMap(one -> one.row().message(), Function.identity())), thoughts, whole));
    }
}
