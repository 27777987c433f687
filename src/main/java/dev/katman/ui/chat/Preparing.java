package dev.katman.ui.chat;

import dev.katman.conversation.Cancellation;
import dev.katman.conversation.Column;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.MessageId;
import dev.katman.exchange.PreparationPrice;
import dev.katman.exchange.PreparationProgress;
import dev.katman.exchange.Prepared;
import dev.katman.exchange.Preparer;
import dev.katman.exchange.Proposal;
import dev.katman.exchange.WholeDocument;
import dev.katman.journal.Journal;
import dev.katman.journal.PreparationGoal;
import dev.katman.journal.PreparationRow;
import dev.katman.ui.kit.Work;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Lets the worker prepare documents, each on a thread of its own, while the reader does something else. Of the FX thread. */
final class Preparing {
    private static final Logger LOG = LoggerFactory.getLogger(Preparing.class);

    private final Preparer preparer;
    private final Journal journal;
    private final Work work;
    private final Desk desk;
    private final Attachments attachments;
    private final PreparationStages stages = new PreparationStages();
    private final Map<MessageId, Running> running = new HashMap<>();

    private record Running(ConversationId where, Cancellation pause) {
    }

    Preparing(Preparer preparer, Journal journal, Work work, Desk desk, Attachments attachments) {
        this.preparer = preparer;
        this.journal = journal;
        this.work = work;
        this.desk = desk;
        this.attachments = attachments;
    }

    /**
     * What a document would take.
     *
     * @param before the same, begun before and still there
     * @param price  of what is missing
     */
    record Quote(Optional<PreparationRow> before, PreparationPrice price) {
    }

    /**
     * For another thread than the window's.
     *
     * @param anew whether what was prepared before is not to be gone on with, unless it is not done
     */
    Quote quote(Subject subject, PreparationGoal goal, boolean anew) {
        WholeDocument document = whole(subject);
        Optional<PreparationRow> before = preparer.find(document, goal).filter(journal.preparations()::wanted).flatMap(journal.preparations()::find)
                .filter(row -> !anew || row.finished().isEmpty());
        return new Quote(before, before.map(row -> preparer.price(row.message())).orElseGet(() -> preparer.price(document, goal)));
    }

    /** Columns by what is found in a document here. For another thread than the window's. */
    List<Column> suggested(Subject subject) {
        return preparer.suggested(whole(subject));
    }

    /**
     * What there is of columns.
     *
     * @param before those that the worker proposed when it was last asked
     * @param price  of asking it
     */
    record Columns(Optional<Proposal> before, PreparationPrice price) {
    }

    /** What was proposed, and what asking the worker would take. For another thread than the window's. */
    Columns columns(Subject subject) {
        WholeDocument document = whole(subject);
        return new Columns(preparer.proposed(document), preparer.proposalPrice(document));
    }

    /**
     * Asks the worker for columns.
     *
     * @param waiting hears for whom it waits; nobody, where it has waited and now asks
     * @param then    hears what came of it; empty where it was stopped, or failed
     */
    void propose(Subject subject, Cancellation stop, Consumer<Optional<PreparationProgress.Waiting>> waiting, Consumer<Optional<Proposal>> then) {
        Consumer<Optional<PreparationProgress.Waiting>> told = work.pulse().batched(all -> waiting.accept(all.getLast()));
        work.go("propose columns", () -> {
            Optional<Proposal> proposal;
            try {
                proposal = preparer.propose(whole(subject), told, stop);
            } catch (RuntimeException e) {
                LOG.warn("no columns could be proposed", e);
                proposal = Optional.empty();
            }
            Optional<Proposal> came = proposal;
            work.pulse().post(() -> then.accept(came));
        });
    }

    private WholeDocument whole(Subject subject) {
        return switch (subject) {
            case Subject.Attached(var document) -> WholeDocument.of(document);
            case Subject.Sent(var row) -> WholeDocument.of(row, journal.documents().fragments(row.id()));
        };
    }

    /**
     * Begins one, in the open conversation or where the document was sent; where the same was begun before, it goes on there.
     *
     * @param text what the message says
     */
    void begin(Subject subject, PreparationGoal goal, String text, Optional<PreparationRow> before) {
        before.ifPresentOrElse(row -> {
            goOn(row);
            desk.open(row.document().conversation());
        }, () -> begin(subject, goal, text));
    }

    private void begin(Subject subject, PreparationGoal goal, String text) {
        Optional<ConversationId> where = switch (subject) {
            case Subject.Attached attached -> desk.current().get().conversation();
            case Subject.Sent(var row) -> Optional.of(row.conversation());
        };
        work.run("begin to prepare a document", () -> {
            MessageId id = preparer.begin(where, whole(subject), goal, text);
            return journal.preparations().find(id).orElseThrow(() -> new IllegalStateException("deleted already: " + id));
        }, row -> {
            goOn(row);
            ConversationId in = row.document().conversation();
            if (subject instanceof Subject.Attached(var document)) {
                attachments.drop(where, document); // now that it belongs to something else, and what was proposed for it with it
            }
            if (where.isEmpty()) {
                attachments.begun(in);
            }
            desk.open(in);
            desk.reread(in);
        });
    }

    /** Goes on where it was; one that runs is left alone. */
    void goOn(PreparationRow row) {
        MessageId id = row.message();
        var pause = new Cancellation();
        if (running.putIfAbsent(id, new Running(row.document().conversation(), pause)) != null) {
            return;
        }
        stages.began(id);
        Consumer<PreparationProgress> told = work.pulse().batched(all -> stages.told(id, all.getLast()));
        work.go("prepare a document", () -> {
            try {
                Prepared.State how = preparer.run(id, told, pause).state();
                work.pulse().post(() -> ended(row, () -> stages.ended(id, how)));
            } catch (RuntimeException e) {
                LOG.warn("a document could not be prepared", e);
                work.pulse().post(() -> ended(row, () -> stages.failed(id)));
            }
        });
    }

    private void ended(PreparationRow row, Runnable stage) {
        running.remove(row.message());
        stage.run();
        desk.reread(row.document().conversation());
    }

    /** Lets the piece under way come to its end, for it is paid, and stops there. */
    void pause(MessageId message) {
        Optional.ofNullable(running.get(message)).ifPresent(one -> {
            stages.pausing(message);
            one.pause().cancel();
        });
    }

    ReadOnlyObjectProperty<PreparationStages.Stage> stage(MessageId message) {
        return stages.of(message);
    }

    /** Whether one runs in that conversation. */
    boolean runs(ConversationId conversation) {
        return running.values().stream().anyMatch(one -> one.where().equals(conversation));
    }

    /** Pauses all. */
    void stop() {
        running.values().forEach(one -> one.pause().cancel());
    }
}
