package dev.katman.exchange;

import dev.katman.catalog.Catalog;
import dev.katman.context.TokenCounter;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.Column;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.Ids;
import dev.katman.conversation.MessageId;
import dev.katman.conversation.Purpose;
import dev.katman.conversation.Role;
import dev.katman.documents.Fragment;
import dev.katman.journal.DocumentRow;
import dev.katman.journal.Ending;
import dev.katman.journal.Journal;
import dev.katman.journal.MessageRow;
import dev.katman.journal.PreparationGoal;
import dev.katman.journal.PreparationRow;
import dev.katman.journal.Proposals;
import dev.katman.journal.Volume;
import dev.katman.quota.Ledger;
import dev.katman.routing.Router;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The worker prepares whole documents, piece by piece and within its own limits: it sums them up, or draws a table from them. A preparation is
 * a message with a document, in a conversation; the result is its answer. What has been paid for is in the journal, so that it can be paused, and
 * goes on after a crash, without paying twice.
 *
 * <p>Safe for use by many threads, each with a document of its own.
 */
public final class Preparer implements AutoCloseable {
    private static final Duration TO_END_A_CALL = Duration.ofSeconds(5);
    /** What answers took of their caps is looked up so far back. */
    private static final Duration MEMORY = Duration.ofDays(7);
    /** Likewise where nothing is known: a summary of 150 words where 450 tokens are free, a table of which half the text is worth a cell. */
    private static final double WRITTEN = .6;

    private final Journal journal;
    private final Router router;
    private final Wire wire;
    private final TokenCounter counter;
    private final UnderWay underWay;
    private final Ids ids;
    private final Clock clock;
    private final Binder binder;
    private final Workers workers;
    private final PreparationForecast forecast;
    private final Map<MessageId, Cancellation> running = new HashMap<>();
    private boolean closed;

    Preparer(Supplier<Catalog> catalog, Ledger ledger, Journal journal, Router router, Workers workers, Wire wire, TokenCounter counter,
            UnderWay underWay, Ids ids, Clock clock) {
        this.journal = journal;
        this.router = router;
        this.workers = workers;
        this.wire = wire;
        this.counter = counter;
        this.underWay = underWay;
        this.ids = ids;
        this.clock = clock;
        binder = new Binder(counter, ids);
        forecast = new PreparationForecast(catalog, ledger, journal, workers, counter, clock);
        journal.listenToDeletions(this::pauseDeleted);
    }

    /** What it would take. Nothing is called and nothing is kept. */
    public PreparationPrice price(WholeDocument document, PreparationGoal goal) {
        return price(PreparationWork.fresh(document, goal, counter, () -> usual(goal)), goal);
    }

    /** What the worker proposed for a document when it was last asked; empty where it was not, or the document is not kept. */
    public Optional<Proposal> proposed(WholeDocument document) {
        return journal.proposals().find(document.identity()).map(kept -> new Proposal(kept.columns(), Optional.of(kept.by())));
    }

    /** What {@link #propose} would take. Nothing is called. */
    public PreparationPrice proposalPrice(WholeDocument document) {
        var nothing = new PreparationGoal.Table(List.of());
        return forecast.of(PreparationWork.fresh(document, nothing, counter, () -> usual(nothing)).ahead(true).subList(0, 1), workers.all());
    }

    /**
     * Asks the worker which columns a table of a document could have, by the beginning of it. Blocks until the worker has room. Where no model
     * can be asked, it is what patterns find. What the worker proposes is kept with the document, as {@link #proposed}.
     *
     * @param waiting hears, on this thread, for whom it waits, and until when; nobody, where it has waited and now asks
     * @return empty where it was stopped before
     */
    public Optional<Proposal> propose(WholeDocument document, Consumer<Optional<PreparationProgress.Waiting>> waiting, Cancellation stop) {
        List<Fragment> first = PreparationWork.fresh(document, new PreparationGoal.Table(List.of()), counter, () -> WRITTEN).first();
        try (UnderWay.Leave leave = underWay.enter(stop)) {
            DecisionId decision = ids.decision();
            journal.withoutMessage(decision, clock.instant());
            var calls = new PieceCalls(decision, workers, wire, clock, new Cancellation(), leave.cancellation());
            Optional<Proposal> proposal = Proposal.of(calls.ask(PreparePrompts.columns(Portions.under(first), Portions.text(first)), waiting), first);
            proposal.ifPresent(came -> keep(document, came));
            return proposal;
        }
    }

    /** What patterns find is found again for nothing. */
    private void keep(WholeDocument document, Proposal proposal) {
        proposal.by().ifPresent(by -> journal.proposals().keep(document.identity(), new Proposals.Proposed(proposal.columns(), by)));
    }

    /**
     * What the rest of one that was begun would take; nothing where it is done.
     *
     * @throws IllegalArgumentException if there is none
     */
    public PreparationPrice price(MessageId message) {
        PreparationRow row = row(message);
        return row.finished().isPresent() ? new PreparationPrice(0, List.of(), 0, 0, Duration.ZERO) : price(work(row), row.goal());
    }

    private PreparationPrice price(PreparationWork work, PreparationGoal goal) {
        return forecast.of(work.ahead(goal instanceof PreparationGoal.Table(var columns) && columns.isEmpty()), workers.all());
    }

    /** One that was begun before with the same document and goal, and may be done. */
    public Optional<MessageId> find(WholeDocument document, PreparationGoal goal) {
        return journal.messageByRef(ref(document, goal)).map(MessageRow::id).filter(id -> journal.preparations().find(id).isPresent());
    }

    /**
     * Begins one. Nothing is called yet. A document that was sent into that conversation already is not kept there twice.
     *
     * @param where the conversation; empty to begin a new one
     * @param text  what the message says
     */
    public MessageId begin(Optional<ConversationId> where, WholeDocument document, PreparationGoal goal, String text) {
        Instant now = clock.instant();
        var message = new MessageRow(ids.message(), where.orElseGet(ids::conversation), Role.USER, text, now, MessageRow.State.STOPPED, ids.decision());
        Volume volume = binder.volume(document, now);
        String ref = ref(document, goal);
        journal.forgetRefs(ref); // of one that this one takes the place of
        journal.preparations().begin(message, ref, volume, goal, Portions.of(volume.fragments(), goal, counter));
        return message.id();
    }

    /**
     * Goes on with one until it is done or paused. Blocks, for as long as the worker's limits ask for.
     *
     * @param progress hears how far it is, on this thread, also while it waits
     * @param pause    lets the call under way come to its end, and then ends the run
     * @throws IllegalArgumentException if there is no such preparation
     * @throws IllegalStateException    if it is running already, or the program closes
     */
    public Prepared run(MessageId message, Consumer<PreparationProgress> progress, Cancellation pause) {
        PreparationRow row = row(message);
        if (row.finished().isPresent()) {
            return prepared(row, Prepared.State.DONE);
        }
        var ownPause = new Cancellation();
        enter(message, ownPause);
        try (var _ = pause.onCancel(ownPause::cancel); UnderWay.Leave leave = underWay.enter(new Cancellation())) {
            pauseDeleted(); // what was so before it could be told of
            return run(row, progress, ownPause, leave.cancellation());
        } finally {
            left(message);
        }
    }

    private Prepared run(PreparationRow row, Consumer<PreparationProgress> progress, Cancellation pause, Cancellation stop) {
        Instant began = clock.instant();
        DecisionId decision = ids.decision();
        MessageRow message = journal.message(row.message()).orElseThrow(() -> new IllegalArgumentException("deleted: " + row.message()));
        PreparationWork work = work(row);
        journal.takeUp(message, decision, began);
        work.next(journal.preparations(), row.message()).map(step -> work.order(step, List.of()).messages()).ifPresent(first ->
                journal.decided(decision, router.decide(workers.question((model, room) -> counter.prompt(model, first)))));
        var calls = new PieceCalls(decision, workers, wire, clock, pause, stop);
        var run = new PreparationRun(journal.preparations(), row, work, calls, new TimeLeft(work, forecast, workers, clock),
                proposal -> keep(WholeDocument.of(row.document(), journal.documents().fragments(row.document().id())), proposal), progress);
        Prepared.State state = Prepared.State.PAUSED;
        try {
            state = run.run();
        } finally {
            if (state != Prepared.State.DONE) {
                journal.finished(new Ending(decision, message.id(), message.conversation(), MessageRow.State.STOPPED, Optional.empty(), Optional.empty(),
                        Optional.empty(), Duration.between(began, clock.instant()), Optional.empty(), clock.instant()));
            }
        }
        Optional<PreparationRow> known = journal.preparations().find(message.id()).filter(there -> journal.preparations().wanted(there.message()));
        if (state == Prepared.State.DONE && known.isPresent()) {
            Instant now = clock.instant();
            var result = PreparationResult.of(known.get(), work);
            var answer = new MessageRow(ids.message(), message.conversation(), Role.ASSISTANT, result.answer(), now, MessageRow.State.DONE, decision);
            journal.preparations().finished(new Ending(decision, message.id(), message.conversation(), MessageRow.State.DONE, Optional.of(answer),
                    journal.threads().answerTo(message.id()).map(MessageRow::id), Optional.of(result.madeBy()), Duration.between(began, now),
                    Optional.empty(), now));
        }
        return journal.preparations().wanted(message.id()) ? prepared(row(message.id()), state) : gone(row, work);
    }

    private Prepared gone(PreparationRow row, PreparationWork work) {
        return new Prepared(row, Prepared.State.GONE, "", Optional.empty(), work.done(), work.steps().size(), work.unaided(),
                journal.preparations().paid(row.message()));
    }

    /** What is or was prepared in a conversation, the oldest first, as it stands; what is not done counts as paused. */
    public List<Prepared> of(ConversationId conversation) {
        return journal.preparations().of(conversation).stream()
                .map(row -> prepared(row, row.finished().isPresent() ? Prepared.State.DONE : Prepared.State.PAUSED)).toList();
    }

    /** Columns that a table of a document could have, by what is found in it here; nobody is asked. At least one. */
    public List<Column> suggested(WholeDocument document) {
        return new Unaided().columns(document.fragments());
    }

    private Prepared prepared(PreparationRow row, Prepared.State state) {
        PreparationWork work = work(row);
        boolean proposes = row.goal() instanceof PreparationGoal.Table(var columns) && columns.isEmpty();
        Optional<PreparationResult> result = row.finished().map(at -> PreparationResult.of(row, work));
        return new Prepared(row, state, result.map(PreparationResult::answer).orElse(""), result.flatMap(PreparationResult::table), work.done(),
                row.finished().isPresent() ? work.done() : work.done() + work.ahead(proposes).size() - (proposes ? 1 : 0), work.unaided(),
                journal.preparations().paid(row.message()));
    }

    private PreparationRow row(MessageId message) {
        return journal.preparations().find(message).orElseThrow(() -> new IllegalArgumentException("no such preparation: " + message));
    }

    private PreparationWork work(PreparationRow row) {
        DocumentRow document = row.document();
        List<Fragment> fragments = journal.documents().fragments(document.id());
        return new PreparationWork(document.name(), fragments, row.goal(), journal.preparations().steps(row.message()), counter,
                () -> usual(row.goal()));
    }

    /** Of its cap, what an answer took until now. */
    private double usual(PreparationGoal goal) {
        Purpose purpose = switch (goal) {
            case PreparationGoal.Summary summary -> Purpose.SUMMARY;
            case PreparationGoal.Table table -> Purpose.EXTRACT;
        };
        return journal.preparations().written(purpose, clock.instant().minus(MEMORY)).orElse(WRITTEN);
    }

    /** The same for the same text and the same wish, whatever folder the file lies in. */
    private static String ref(WholeDocument document, PreparationGoal goal) {
        String wish = switch (goal) {
            case PreparationGoal.Summary summary -> "summary";
            case PreparationGoal.Table(var columns) -> "table\n" + columns.stream().map(column -> column.written(column.kind().name()))
                    .collect(Collectors.joining("\n"));
        };
        return "prepare\n" + Ids.named(Instant.EPOCH, String.join("\n\n", wish, document.name(), document.text()));
    }

    private synchronized void enter(MessageId message, Cancellation pause) {
        if (closed) {
            throw new IllegalStateException("the exchange is closed");
        }
        if (running.putIfAbsent(message, pause) != null) {
            throw new IllegalStateException("it is running already: " + message);
        }
    }

    /** What is deleted is not worth another call. */
    private void pauseDeleted() {
        running().forEach((message, pause) -> {
            if (!journal.preparations().wanted(message)) {
                pause.cancel();
            }
        });
    }

    private synchronized Map<MessageId, Cancellation> running() {
        return Map.copyOf(running);
    }

    private synchronized void left(MessageId message) {
        running.remove(message);
        notifyAll();
    }

    /** Pauses what runs, and gives calls under way a while to come to their end. */
    @Override
    public synchronized void close() {
        closed = true;
        List.copyOf(running.values()).forEach(Cancellation::cancel);
        long last = System.nanoTime() + TO_END_A_CALL.toNanos();
        try {
            for (long left = TO_END_A_CALL.toMillis(); !running.isEmpty() && left > 0; left = (last - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
