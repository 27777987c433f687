package dev.katman.ui.decisions;

import dev.katman.conversation.DecisionId;
import dev.katman.journal.DecisionRecord;
import dev.katman.journal.Journal;
import dev.katman.journal.MessageRow;

import java.util.Optional;

/**
 * A decision with what came of it.
 *
 * @param answer what was answered; empty where nothing was, or where it was deleted
 */
record Detail(DecisionRecord record, Optional<String> answer) {
    /** Of another thread than the window's. Empty where there is no such decision, or not yet. */
    static Optional<Detail> read(Journal journal, DecisionId id) {
        return journal.decision(id).map(record -> new Detail(record, record.served().isEmpty() ? Optional.empty()
                : journal.threads().answerFrom(id).map(MessageRow::text)));
    }
}
