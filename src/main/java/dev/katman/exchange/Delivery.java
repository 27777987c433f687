package dev.katman.exchange;

import dev.katman.catalog.Catalog;
import dev.katman.catalog.Deployment;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.Ids;
import dev.katman.conversation.Message;
import dev.katman.conversation.MessageId;
import dev.katman.conversation.Purpose;
import dev.katman.conversation.Role;
import dev.katman.exchange.Answer.Result;
import dev.katman.journal.Ending;
import dev.katman.journal.Journal;
import dev.katman.journal.MessageRow;
import dev.katman.provider.ChatRequest;
import dev.katman.provider.Failure;
import dev.katman.provider.ReplyListener;
import dev.katman.quota.Admission;
import dev.katman.routing.Candidate;
import dev.katman.routing.Decision;
import dev.katman.routing.Router;
import dev.katman.routing.Verdict;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Asks one candidate after the other, each once; at last the built-in skill; else the message is parked with a time. */
final class Delivery {
    /** The built-in skill is linear in the length; this much takes it a second. Characters. */
    private static final int READ_WITHOUT_A_MODEL = 2_000_000;

    private final Supplier<Catalog> catalog;
    private final Journal journal;
    private final Router router;
    private final Health health;
    private final Wire wire;
    private final BuiltIn builtIn = new BuiltIn();
    private final Ids ids;
    private final Clock clock;
    private final Deadlines deadlines;
    private final ScheduledExecutorService timer;

    Delivery(Supplier<Catalog> catalog, Journal journal, Router router, Health health, Wire wire, Ids ids, Clock clock, Deadlines deadlines,
            ScheduledExecutorService timer) {
        this.catalog = catalog;
        this.journal = journal;
        this.router = router;
        this.health = health;
        this.wire = wire;
        this.ids = ids;
        this.clock = clock;
        this.deadlines = deadlines;
        this.timer = timer;
    }

    /**
     * A message on its way.
     *
     * @param said         as it stood in the journal before it was taken up
     * @param place        where it stands in its conversation
     * @param force        whether candidates are asked for which our own count sees no room: the reader wants to try
     * @param cancellation stops it because the reader said so, or because the program closes
     * @param reader       only the former
     */
    record Sending(MessageRow said, DecisionId id, Instant began, Place place, Prompt prompt, List<Message> earlier, boolean force,
            Consumer<ExchangeEvent> events, Cancellation cancellation, Cancellation reader) {
        String text() {
            return said.text();
        }

        ConversationId conversation() {
            return said.conversation();
        }

        MessageId message() {
            return said.id();
        }
    }

    /** Asks until somebody answers or nobody is left. */
    Answer deliver(Sending sending, Decision decision) {
        try (var partial = new Partial(journal, timer, sending.id(), ids.message())) {
            return deliver(sending, decision, partial);
        }
    }

    private Answer deliver(Sending sending, Decision decision, Partial partial) {
        var candidates = new ArrayList<>(decision.candidates());
        var later = new ArrayList<DeploymentId>();
        Instant last = clock.instant().plus(deadlines.asking());
        for (Candidate candidate : order(sending, decision)) {
            if (sending.cancellation().isCancelled()) {
                return finish(sending, partial, Result.STOPPED, Spoken.NOTHING, Optional.empty(), Optional.empty());
            }
            DeploymentId id = candidate.deployment();
            if (clock.instant().isAfter(last)) {
                later.add(id);
                continue;
            }
            switch (ask(sending, candidate, partial)) {
                case Wire.Result.Answered(var spoken) -> {
                    return finish(sending, partial, Result.ANSWERED, spoken, Optional.of(id), Optional.empty());
                }
                case Wire.Result.Resting(var rest) -> turnOut(sending, decision, candidates, resting(candidate, rest));
                case Wire.Result.Denied(var why) -> // somebody else took the room since it was decided
                        turnOut(sending, decision, candidates, full(candidate, why));
                case Wire.Result.Broken(Failure.Cancelled c, var started, var spoken, var tokens) -> {
                    return finish(sending, partial, Result.STOPPED, spoken, Optional.of(id), Optional.empty());
                }
                case Wire.Result.Broken(var failure, var started, var spoken, var tokens) -> {
                    if (passes(failure)) {
                        later.add(id);
                    }
                    partial.startAfresh();
                    sending.events().accept(new ExchangeEvent.AttemptFailed(id, failure, started, tokens));
                }
            }
        }
        Optional<BuiltIn.Done> done = decision.tier() == Tier.WORKER ? builtIn.answer(sending.prompt().everything(READ_WITHOUT_A_MODEL)) : Optional.empty();
        if (done.isPresent()) {
            sending.events().accept(new ExchangeEvent.Asking(done.get().by(), Tier.WORKER));
            sending.events().accept(new ExchangeEvent.Text(done.get().text()));
            return finish(sending, partial, Result.ANSWERED, new Spoken("", done.get().text()), Optional.of(done.get().by()), Optional.empty());
        }
        Optional<Instant> until = leastWait(with(decision, candidates), later).map(wait -> clock.instant().plus(wait));
        return finish(sending, partial, until.isPresent() ? Result.PARKED : Result.UNANSWERED, Spoken.NOTHING, Optional.empty(), until);
    }

    private static List<Candidate> order(Sending sending, Decision decision) {
        return !sending.force() ? decision.order() : Stream.concat(decision.order().stream(), decision.candidates().stream()
                .filter(c -> c.verdict() == Verdict.NO_ROOM || c.verdict() == Verdict.BENCHED)).toList();
    }

    /** Whether the same request may do better later. */
    private static boolean passes(Failure failure) {
        return switch (failure) {
            case Failure.RateLimited f -> true;
            case Failure.ProviderTrouble f -> true;
            case Failure.Unreachable f -> true;
            case Failure.TimedOut f -> true;
            case Failure.Cut f -> true;
            case Failure.Garbled f -> true;
            case Failure.TooLarge f -> false;
            case Failure.KeyRefused f -> false;
            case Failure.ModelGone f -> false;
            case Failure.OutputInvalid f -> false; // it answered, and it would again: each time for tokens
            case Failure.BadRequest f -> false;
            case Failure.Cancelled f -> false;
        };
    }

    /** Over all candidates: until an axis has room, or until somebody who failed has rested. */
    private Optional<Duration> leastWait(Decision decision, List<DeploymentId> later) {
        Map<DeploymentId, Duration> rests = health.rests(clock.instant()).benched();
        Stream<Duration> failed = later.stream().map(id -> rests.getOrDefault(id, Health.FIRST_REST));
        return Stream.concat(failed, decision.leastWait().stream()).min(Duration::compareTo);
    }

    private Wire.Result ask(Sending sending, Candidate candidate, Partial partial) {
        Deployment deployment = catalog.get().deployment(candidate.deployment()).orElseThrow();
        Prompt.Fitted fitted = sending.prompt().fit(deployment.model(), Router.room(candidate.tier(), deployment));
        var request = new ChatRequest(deployment, fitted.messages(), candidate.cap());
        if (sending.prompt().isAltered()) {
            journal.documents().fitted(sending.id(), candidate.tier() == Tier.WORKER ? fitted.fitting().forTheWorker() : fitted.fitting());
        }
        sending.events().accept(new ExchangeEvent.Asking(candidate.deployment(), candidate.tier()));
        var listener = new ReplyListener() {
            @Override
            public void text(String delta) {
                partial.add(delta);
                sending.events().accept(new ExchangeEvent.Text(delta));
            }

            @Override
            public void thinking(String delta) {
                partial.addThought(delta);
                sending.events().accept(new ExchangeEvent.Thinking(delta));
            }
        };
        var call = new Wire.Call(sending.id(), request, fitted.tokens(), Purpose.ANSWER, candidate.tier(),
                router.kept(candidate.deployment(), candidate.tier()), sending.force());
        return wire.call(call, listener, sending.cancellation());
    }

    private Answer finish(Sending sending, Partial partial, Result result, Spoken spoken, Optional<DeploymentId> served,
            Optional<Instant> until) {
        boolean closing = result == Result.STOPPED && !sending.reader().isCancelled();
        if (closing && !sending.place().onceMore()) { // it is answered next time
            return finish(sending, partial, Result.PARKED, Spoken.NOTHING, Optional.empty(), Optional.of(clock.instant()));
        }
        if (result == Result.PARKED && sending.place().onceMore()) { // it has an answer, and need not wait for another
            return finish(sending, partial, Result.UNANSWERED, Spoken.NOTHING, Optional.empty(), Optional.empty());
        }
        partial.close();
        boolean answered = result == Result.ANSWERED || result == Result.STOPPED && !spoken.isBlank();
        Instant now = clock.instant();
        Optional<MessageRow> answer = !answered ? Optional.empty() : Optional.of(new MessageRow(partial.answer(), sending.conversation(),
                Role.ASSISTANT, spoken.text(), now, closing ? MessageRow.State.INTERRUPTED : state(result), sending.id()));
        journal.finished(new Ending(sending.id(), sending.message(), sending.conversation(),
                sending.place().onceMore() && result != Result.ANSWERED ? sending.said().state() : state(result), answer, spoken.thought(),
                sending.place().insteadOf(), answered ? served : Optional.empty(), Duration.between(sending.began(), now), until, now));
        var told = new Answer(sending.message(), sending.conversation(), answer.map(MessageRow::id), spoken.text(), result,
                journal.decision(sending.id()).orElseThrow());
        sending.events().accept(new ExchangeEvent.Finished(told));
        return told;
    }

    private static MessageRow.State state(Result result) {
        return switch (result) {
            case ANSWERED -> MessageRow.State.DONE;
            case PARKED -> MessageRow.State.PARKED;
            case UNANSWERED -> MessageRow.State.UNANSWERED;
            case STOPPED -> MessageRow.State.STOPPED;
        };
    }

    private void turnOut(Sending sending, Decision decision, List<Candidate> candidates, Candidate turned) {
        candidates.replaceAll(c -> c.deployment().equals(turned.deployment()) ? turned : c);
        journal.decided(sending.id(), with(decision, candidates));
    }

    private static Candidate resting(Candidate c, Duration rest) {
        return new Candidate(c.deployment(), c.tier(), c.standing(), Verdict.BENCHED, Optional.empty(), c.need(), 0, 0, rest, c.cap());
    }

    private static Candidate full(Candidate c, Admission why) {
        return switch (why) {
            case Admission.NoRoom full -> new Candidate(c.deployment(), c.tier(), c.standing(), Verdict.NO_ROOM,
                    Optional.of(full.axis()), full.need(), full.level(), full.limit(), full.roomIn(), c.cap());
            case Admission.NeverFits never -> new Candidate(c.deployment(), c.tier(), c.standing(), Verdict.TOO_LARGE,
                    Optional.of(never.axis()), never.need(), 0, never.limit(), Duration.ZERO, c.cap());
            case Admission.Fits fits -> throw new IllegalStateException("denied, and yet it fits: " + c);
        };
    }

    private static Decision with(Decision decision, List<Candidate> candidates) {
        return new Decision(decision.assessment(), decision.tier(), decision.mode(), decision.reason(), decision.pace(), candidates);
    }
}
