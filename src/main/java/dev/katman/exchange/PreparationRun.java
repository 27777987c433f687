package dev.katman.exchange;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.DecisionId;
import dev.katman.exchange.PreparePrompts.Order;
import dev.katman.journal.PreparationGoal;
import dev.katman.journal.PreparationRow;
import dev.katman.journal.PreparationStep;
import dev.katman.journal.Preparations;
import dev.katman.provider.ChatRequest;
import dev.katman.provider.Failure;
import dev.katman.provider.ReplyListener;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One run over a document's steps: each is asked of the worker that has room, waited for where none has, and kept as soon as it is there. A
 * pause lets the call under way come to its end, because it is paid for.
 */
final class PreparationRun {
    /** After so many calls in a row of which nothing came, whoever rests is not waited for any more. */
    private static final int TRIES = 4;
    /** Of an answer that was of no use, shown to whoever is to mend it. Characters. */
    private static final int SHOWN = 600;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Preparations kept;
    private final PreparationRow row;
    private final PreparationWork work;
    private final DecisionId decision;
    private final Workers workers;
    private final PreparationForecast forecast;
    private final Wire wire;
    private final Patience patience;
    private final Clock clock;
    private final Consumer<PreparationProgress> progress;
    private final Cancellation pause;
    private final Cancellation stop;
    private final Unaided unaided = new Unaided();
    private List<String> columns;
    private int failures;
    private boolean outOfReach;

    /**
     * @param decision on which the calls are booked
     * @param pause    lets the call under way end
     * @param stop     does not
     */
    PreparationRun(Preparations kept, PreparationRow row, PreparationWork work, DecisionId decision, Workers workers, PreparationForecast forecast,
            Wire wire, Patience patience, Clock clock, Consumer<PreparationProgress> progress, Cancellation pause, Cancellation stop) {
        this.kept = kept;
        this.row = row;
        this.work = work;
        this.decision = decision;
        this.workers = workers;
        this.forecast = forecast;
        this.wire = wire;
        this.patience = patience;
        this.clock = clock;
        this.progress = progress;
        this.pause = pause;
        this.stop = stop;
        columns = switch (row.goal()) {
            case PreparationGoal.Summary summary -> List.of();
            case PreparationGoal.Table(var names) -> names;
        };
    }

    /** What came of one order. */
    private sealed interface Came {
        record Answer(String text, DeploymentId by) implements Came {
        }

        /** Nobody who is in reach could do it. */
        record Nothing() implements Came {
        }

        /** Nobody is in reach any more who was before: it is better to wait for them than to go on without a model. */
        record OutOfReach() implements Came {
        }

        record Paused() implements Came {
        }
    }

    /** @return whether all is done; else it was paused */
    boolean run() {
        if (lacksColumns() && !proposeColumns()) {
            return false;
        }
        for (Optional<PreparationStep> next = work.next(kept, row.message()); next.isPresent(); next = work.next(kept, row.message())) {
            tell(Optional.empty());
            if (isPaused() || !did(next.get())) {
                return false;
            }
        }
        tell(Optional.empty());
        return true;
    }

    private boolean lacksColumns() {
        return row.goal() instanceof PreparationGoal.Table && columns.isEmpty();
    }

    private boolean proposeColumns() {
        tell(Optional.empty());
        switch (ask(PreparePrompts.columns(Portions.text(work.first())), new HashSet<>())) {
            case Came.Answer(var text, var by) -> columns = TableAnswer.columns(text).orElseGet(() -> unaided.columns(work.first()));
            case Came.Nothing nothing -> columns = unaided.columns(work.first());
            case Came.Paused paused -> {
                return false;
            }
            case Came.OutOfReach gone -> {
                return lost();
            }
        }
        kept.columns(row.message(), columns);
        return true;
    }

    /** @return false where it was paused */
    private boolean did(PreparationStep step) {
        return switch (row.goal()) {
            case PreparationGoal.Summary summary -> summed(step);
            case PreparationGoal.Table table -> tabulated(step);
        };
    }

    private boolean summed(PreparationStep step) {
        return switch (ask(work.order(step, columns), new HashSet<>())) {
            case Came.Answer(var text, var by) -> keep(step.done(text.strip(), by));
            case Came.Nothing nothing -> keep(step.done(unaided.summary(work.text(step), work.isLast(step)), BuiltIn.SUMMARY));
            case Came.Paused paused -> false;
            case Came.OutOfReach gone -> lost();
        };
    }

    private boolean tabulated(PreparationStep step) {
        Order order = work.order(step, columns);
        var passed = new HashSet<DeploymentId>();
        for (int tries = 0; tries < 2; tries++) {
            switch (ask(order, passed)) {
                case Came.Answer(var text, var by) -> {
                    switch (TableAnswer.rows(text, columns)) {
                        case TableAnswer.Read.Rows(var rows) -> {
                            return keep(step.done(JSON.writeValueAsString(rows), by));
                        }
                        case TableAnswer.Read.CutOff cut when PreparationWork.canSplit(step) -> {
                            work.split(step, kept, row.message());
                            return true;
                        }
                        case TableAnswer.Read read -> order = order.mended(text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…");
                    }
                }
                case Came.Nothing nothing -> tries = 2;
                case Came.Paused paused -> {
                    return false;
                }
                case Came.OutOfReach gone -> {
                    return lost();
                }
            }
        }
        return keep(step.done(JSON.writeValueAsString(unaided.rows(work.fragments(step), columns)), BuiltIn.EXTRACTION));
    }

    private boolean lost() {
        outOfReach = true;
        return false;
    }

    /** Whether it ended because nobody could be reached any more. */
    boolean isOutOfReach() {
        return outOfReach;
    }

    private boolean keep(PreparationStep done) {
        kept.keep(row.message(), List.of(done));
        work.done(done);
        return true;
    }

    /**
     * @param passed those who are not to be asked; whoever cannot take it comes to them
     */
    private Came ask(Order order, Set<DeploymentId> passed) {
        while (!isPaused()) {
            switch (workers.choose(order, passed)) {
                case Workers.Choice.Nobody(var there) -> {
                    return there || !hasHelped() ? new Came.Nothing() : new Came.OutOfReach();
                }
                case Workers.Choice.Wait(var until, var rest) -> {
                    if (rest && failures >= TRIES) {
                        return hasHelped() ? new Came.OutOfReach() : new Came.Nothing();
                    }
                    Instant then = clock.instant().plus(until);
                    tell(Optional.of(then));
                    patience.await(then);
                }
                case Workers.Choice.Ask ask -> {
                    Optional<Came> came = call(order, ask, passed);
                    if (came.isPresent()) {
                        return came.get();
                    }
                }
            }
        }
        return new Came.Paused();
    }

    /** @return empty where somebody else is to be looked for, or the same one later */
    private Optional<Came> call(Order order, Workers.Choice.Ask ask, Set<DeploymentId> passed) {
        DeploymentId id = ask.deployment().id();
        var call = new Wire.Call(decision, new ChatRequest(ask.deployment(), order.messages(), ask.cap()), ask.promptTokens(), order.purpose(),
                Tier.WORKER, ask.kept(), false);
        switch (wire.call(call, new ReplyListener() { }, stop)) {
            case Wire.Result.Answered(var text) -> {
                failures = 0;
                return Optional.of(new Came.Answer(text, id));
            }
            case Wire.Result.Denied denied -> { } // somebody else took the room meanwhile
            case Wire.Result.Resting resting -> { } // likewise
            case Wire.Result.Broken broken -> {
                switch (broken.failure()) {
                    case Failure.Cancelled f -> {
                        return Optional.of(new Came.Paused());
                    }
                    case Failure.RateLimited f -> { } // others spend of the same limits: it is waited for
                    case Failure.TooLarge f -> passed.add(id);
                    case Failure.BadRequest f -> passed.add(id);
                    case Failure.OutputInvalid f -> passed.add(id);
                    case Failure.KeyRefused f -> failures++;
                    case Failure.ModelGone f -> failures++;
                    case Failure.ProviderTrouble f -> failures++;
                    case Failure.Unreachable f -> failures++;
                    case Failure.TimedOut f -> failures++;
                    case Failure.Cut f -> failures++;
                    case Failure.Garbled f -> failures++;
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a model has done some of it. */
    private boolean hasHelped() {
        return work.done() > work.unaided();
    }

    private boolean isPaused() {
        return pause.isCancelled() || stop.isCancelled();
    }

    private void tell(Optional<Instant> waiting) {
        PreparationPrice rest = forecast.of(work.ahead(lacksColumns()), workers.all());
        progress.accept(new PreparationProgress(work.done(), work.done() + rest.steps() - (lacksColumns() ? 1 : 0), rest.time(), waiting));
    }
}
