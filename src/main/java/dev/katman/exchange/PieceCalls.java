package dev.katman.exchange;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.DecisionId;
import dev.katman.exchange.PreparePrompts.Order;
import dev.katman.provider.ChatRequest;
import dev.katman.provider.Failure;
import dev.katman.provider.ReplyListener;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Asks the worker for one piece after the other: whoever has room, and where nobody has, it waits. */
final class PieceCalls {
    /** After so many calls in a row of which nothing came, whoever rests is not waited for any more. */
    private static final int TRIES = 4;

    private final DecisionId decision;
    private final Workers workers;
    private final Wire wire;
    private final Patience patience;
    private final Clock clock;
    private final Cancellation pause;
    private final Cancellation stop;
    private int failures;

    /**
     * @param decision on which the calls are booked
     * @param pause    lets the call under way come to its end, because it is paid for
     * @param stop     does not
     */
    PieceCalls(DecisionId decision, Workers workers, Wire wire, Clock clock, Cancellation pause, Cancellation stop) {
        this.decision = decision;
        this.workers = workers;
        this.wire = wire;
        this.clock = clock;
        this.pause = pause;
        this.stop = stop;
        patience = new Patience(clock, pause, stop);
    }

    /** What came of one order. */
    sealed interface Came {
        record Answer(String text, DeploymentId by) implements Came {
        }

        /** Nobody who is in reach could do it. */
        record Nothing() implements Came {
        }

        /** Nobody is in reach. */
        record OutOfReach() implements Came {
        }

        record Paused() implements Came {
        }
    }

    /** @param waiting hears for whom it waits, and until when; nobody, where it has waited and now asks */
    Came ask(Order order, Consumer<Optional<PreparationProgress.Waiting>> waiting) {
        var passed = new HashSet<DeploymentId>();
        boolean waited = false;
        while (!isPaused()) {
            switch (workers.choose(order, passed)) {
                case Workers.Choice.Nobody(var there) -> {
                    return there ? new Came.Nothing() : new Came.OutOfReach();
                }
                case Workers.Choice.Wait(var whom, var until, var rest) -> {
                    if (rest && failures >= TRIES) {
                        return new Came.OutOfReach();
                    }
                    Instant then = clock.instant().plus(until);
                    waiting.accept(Optional.of(new PreparationProgress.Waiting(whom, then)));
                    waited = true;
                    patience.await(then);
                }
                case Workers.Choice.Ask ask -> {
                    if (waited) {
                        waiting.accept(Optional.empty());
                        waited = false;
                    }
                    Optional<Came> came = call(order, ask, passed);
                    if (came.isPresent()) {
                        return came.get();
                    }
                }
            }
        }
        return new Came.Paused();
    }

    boolean isPaused() {
        return pause.isCancelled() || stop.isCancelled();
    }

    /**
     * @param passed those who cannot take it; whoever turns out so comes to them
     * @return empty where somebody else is to be looked for, or the same one later
     */
    private Optional<Came> call(Order order, Workers.Choice.Ask ask, Set<DeploymentId> passed) {
        DeploymentId id = ask.deployment().id();
        var call = new Wire.Call(decision, new ChatRequest(ask.deployment(), order.messages(), ask.cap()), ask.promptTokens(), order.purpose(),
                Tier.WORKER, ask.kept(), false);
        return switch (wire.call(call, new ReplyListener() { }, stop)) {
            case Wire.Result.Answered(var spoken) -> {
                failures = 0;
                yield Optional.of(new Came.Answer(spoken.text(), id));
            }
            case Wire.Result.Denied denied -> Optional.empty(); // somebody else took the room meanwhile
            case Wire.Result.Resting resting -> Optional.empty(); // likewise
            case Wire.Result.Broken broken -> failed(broken.failure(), id, passed);
        };
    }

    private Optional<Came> failed(Failure failure, DeploymentId id, Set<DeploymentId> passed) {
        switch (failure) {
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
        return Optional.empty();
    }
}
