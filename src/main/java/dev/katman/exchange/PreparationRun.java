package dev.katman.exchange;

import dev.katman.conversation.Column;
import dev.katman.documents.Fragment;
import dev.katman.exchange.PieceCalls.Came;
import dev.katman.exchange.PreparePrompts.Order;
import dev.katman.exchange.Prepared.State;
import dev.katman.journal.PreparationGoal;
import dev.katman.journal.PreparationRow;
import dev.katman.journal.PreparationStep;
import dev.katman.journal.Preparations;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One run over a document's steps, of which each is kept as soon as it is there. */
final class PreparationRun {
    /** Of an answer that was of no use, shown to whoever is to mend it. Characters. */
    private static final int SHOWN = 600;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Preparations kept;
    private final PreparationRow row;
    private final PreparationWork work;
    private final PieceCalls calls;
    private final TimeLeft left;
    private final Consumer<Proposal> proposed;
    private final Consumer<PreparationProgress> progress;
    private final Unaided unaided = new Unaided();
    private List<Column> columns;

    /** @param proposed hears of columns that were proposed, once they are kept */
    PreparationRun(Preparations kept, PreparationRow row, PreparationWork work, PieceCalls calls, TimeLeft left,
            Consumer<Proposal> proposed, Consumer<PreparationProgress> progress) {
        this.kept = kept;
        this.row = row;
        this.work = work;
        this.calls = calls;
        this.left = left;
        this.proposed = proposed;
        this.progress = progress;
        columns = switch (row.goal()) {
            case PreparationGoal.Summary summary -> List.of();
            case PreparationGoal.Table(var named) -> named;
        };
    }

    /** @return done, or why it ended before; likewise each step */
    State run() {
        State end = lacksColumns() ? proposeColumns() : State.DONE;
        for (Optional<PreparationStep> next = next(end); next.isPresent(); next = next(end)) {
            tell(Optional.empty());
            end = calls.isPaused() ? State.PAUSED : did(next.get());
        }
        tell(Optional.empty());
        return end;
    }

    private Optional<PreparationStep> next(State end) {
        return end == State.DONE ? work.next(kept, row.message()) : Optional.empty();
    }

    private boolean lacksColumns() {
        return row.goal() instanceof PreparationGoal.Table && columns.isEmpty();
    }

    private State proposeColumns() {
        tell(Optional.empty());
        List<Fragment> first = work.first();
        Optional<Proposal> proposal = Proposal.of(ask(PreparePrompts.columns(Portions.under(first), Portions.text(first))), first);
        proposal.ifPresent(came -> {
            columns = came.columns();
            kept.columns(row.message(), columns);
            proposed.accept(came);
        });
        return proposal.isPresent() ? State.DONE : State.PAUSED;
    }

    private State did(PreparationStep step) {
        return switch (row.goal()) {
            case PreparationGoal.Summary summary -> summed(step);
            case PreparationGoal.Table table -> tabulated(step, work.order(step, columns), true);
        };
    }

    private State summed(PreparationStep step) {
        return switch (ask(work.order(step, columns))) {
            case Came.Answer(var text, var by) -> keep(step.done(text.strip(), by));
            case Came.Nothing nothing -> summedUnaided(step);
            case Came.OutOfReach gone -> hasHelped() ? State.OUT_OF_REACH : summedUnaided(step);
            case Came.Paused paused -> State.PAUSED;
        };
    }

    private State summedUnaided(PreparationStep step) {
        return keep(step.done(unaided.summary(work.text(step), work.isLast(step)), BuiltIn.SUMMARY));
    }

    /** @param again whether an answer that is no table is to be mended */
    private State tabulated(PreparationStep step, Order order, boolean again) {
        return switch (ask(order)) {
            case Came.Answer(var text, var by) -> switch (TableAnswer.rows(text, columns)) {
                case TableAnswer.Read.Rows(var rows) -> keep(step.done(JSON.writeValueAsString(rows), by));
                case TableAnswer.Read.CutOff cut when PreparationWork.canSplit(step) -> {
                    work.split(step, kept, row.message());
                    yield State.DONE;
                }
                case TableAnswer.Read useless when again -> tabulated(step, order.mended(text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…"), false);
                case TableAnswer.Read useless -> tabulatedUnaided(step);
            };
            case Came.Nothing nothing -> tabulatedUnaided(step);
            case Came.OutOfReach gone -> hasHelped() ? State.OUT_OF_REACH : tabulatedUnaided(step);
            case Came.Paused paused -> State.PAUSED;
        };
    }

    private State tabulatedUnaided(PreparationStep step) {
        return keep(step.done(JSON.writeValueAsString(unaided.rows(work.fragments(step), columns)), BuiltIn.EXTRACTION));
    }

    private State keep(PreparationStep done) {
        kept.keep(row.message(), List.of(done));
        work.done(done);
        return State.DONE;
    }

    private Came ask(Order order) {
        return calls.ask(order, this::tell);
    }

    /** Whether a model has done some of it. Then it is better to wait for one than to go on without. */
    private boolean hasHelped() {
        return work.done() > work.unaided();
    }

    private void tell(Optional<PreparationProgress.Waiting> waiting) {
        progress.accept(left.told(lacksColumns(), waiting));
    }
}
