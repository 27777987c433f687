package dev.katman.ui.chat;

import dev.katman.catalog.Tier;
import dev.katman.conversation.DecisionId;
import dev.katman.exchange.Exchange;
import dev.katman.journal.DecisionRecord;
import dev.katman.journal.Journal;
import dev.katman.ui.kit.Work;

import java.util.Optional;

/** What the reader says of decisions: the line under the answer says so. Of the FX thread. */
final class Teaching {
    private final Exchange exchange;
    private final Journal journal;
    private final Work work;
    private final Desk desk;

    Teaching(Exchange exchange, Journal journal, Work work, Desk desk) {
        this.exchange = exchange;
        this.journal = journal;
        this.work = work;
        this.desk = desk;
    }

    /** The reader says which tier a message should have been. */
    void teach(DecisionId decision, Tier tier) {
        work.run("teach", () -> {
            exchange.teach(decision, tier);
            return journal.decision(decision);
        }, this::told);
    }

    /** The reader has said something of a decision elsewhere. */
    void taught(DecisionId decision) {
        work.run("read decision", () -> journal.decision(decision), this::told);
    }

    private void told(Optional<DecisionRecord> record) {
        record.ifPresent(r -> desk.each(model -> model.taught(r))); // a conversation that branched off tells of the same decisions
    }
}
