package dev.katman.ui.decisions;

import dev.katman.conversation.DecisionId;
import dev.katman.journal.DecisionRecord;
import dev.katman.journal.Fitting;
import dev.katman.journal.Journal;
import dev.katman.journal.MessageRow;

import java.util.List;
import java.util.Optional;

/**
 * A decision with what came of it.
 *
 * @param answer  what was answered; empty where nothing was, or where it was deleted
 * @param fitting how its prompt was made to fit, the sources without their texts
 */
record Detail(DecisionRecord record, Optional<String> answer, Fitting fitting) {
    /** Of another thread than the window's. Empty where there is no such decision, or not yet. */
    static Optional<Detail> read(Journal journal, DecisionId id) {
        return journal.decision(id).map(record -> new Detail(record, record.served().isEmpty() ? Optional.empty()
                : journal.threads().answerFrom(id).map(MessageRow::text), journal.documents().fittings(List.of(id)).getOrDefault(id, Fitting.WHOLE)));
    }
}
