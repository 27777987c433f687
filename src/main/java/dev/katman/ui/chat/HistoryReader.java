package dev.katman.ui.chat;

import dev.katman.conversation.ConversationId;
import dev.katman.journal.Journal;
import dev.katman.journal.ThreadRow;

import java.util.List;

/** Reads conversations from the journal. For another thread than the window's. */
final class HistoryReader {
    /** Messages that are read before all others; more than a screen has room for. */
    private static final int END = 40;

    private final Journal journal;

    HistoryReader(Journal journal) {
        this.journal = journal;
    }

    /** The end of a conversation, or all of it where it is short: that is where one reads on, and a long one takes its time. */
    History end(ConversationId id) {
        List<ThreadRow> end = journal.threads().lastShown(id, END);
        return History.of(new History.Told(end, journal.decisionsOf(end.stream().map(ThreadRow::message).toList()), journal.documents().of(id),
                journal.documents().fittings(id), end.size() < END));
    }

    History all(ConversationId id) {
        return History.of(new History.Told(journal.threads().shown(id), journal.decisionsOf(id), journal.documents().of(id),
                journal.documents().fittings(id), true));
    }
}
