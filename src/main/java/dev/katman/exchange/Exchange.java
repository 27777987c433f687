package dev.katman.exchange;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Catalog;
import dev.katman.catalog.Deployment;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Model;
import dev.katman.classify.Assessment;
import dev.katman.classify.LocalJudge;
import dev.katman.classify.RouterPrompt;
import dev.katman.context.TokenCounter;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.Ids;
import dev.katman.conversation.Message;
import dev.katman.conversation.MessageId;
import dev.katman.conversation.Purpose;
import dev.katman.exchange.Answer.Result;
import dev.katman.journal.Journal;
import dev.katman.journal.MessageRow;
import dev.katman.provider.ChatClient;
import dev.katman.provider.ChatRequest;
import dev.katman.provider.Failure;
import dev.katman.provider.ReplyListener;
import dev.katman.quota.Admission;
import dev.katman.quota.Ledger;
import dev.katman.routing.Candidate;
import dev.katman.routing.Decision;
import dev.katman.routing.Question;
import dev.katman.routing.Router;
import dev.katman.routing.Verdict;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Takes a message and sees it through. Safe for use by many threads, each with a message of its own. */
public final class Exchange implements AutoCloseable {
    private final Catalog catalog;
    private final Journal journal;
    private final Router router;
    private final TokenCounter counter;
    private final Endpoints endpoints;
    private final Ids ids;
    private final Clock clock;
    private final Deadlines deadlines;
    private final Wire wire;
    private final Tier0 tier0;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("katman-deadlines").daemon().factory());

    public Exchange(Catalog catalog, Ledger ledger, Router router, Journal journal, ChatClient client, Endpoints endpoints,
            LocalJudge judge, RouterPrompt routerPrompt, TokenCounter counter, Ids ids, Clock clock, Deadlines deadlines) {
        this.catalog = catalog;
        this.journal = journal;
        this.router = router;
        this.counter = counter;
        this.endpoints = endpoints;
        this.ids = ids;
        this.clock = clock;
        this.deadlines = deadlines;
        this.wire = new Wire(ledger, journal, client, endpoints, counter, ids, clock);
        this.tier0 = new Tier0(router, wire, judge, routerPrompt, counter, endpoints, timer, clock, deadlines.judging());
    }

    /** A message on its way. */
    private record Sending(Ask ask, ConversationId conversation, MessageId message, DecisionId id, Instant began, Prompt prompt,
            List<Message> earlier, Consumer<ExchangeEvent> events, Cancellation cancellation) {
    }

    /**
     * Sends a message and blocks until it is answered, parked, stopped, or nobody is left to ask.
     *
     * @param events       hears what happens, on this thread; the last one is {@link ExchangeEvent.Finished}
     * @param cancellation stops it
     * @throws dev.katman.journal.JournalException if the data folder fails
     * @throws IllegalArgumentException            if the conversation or the model does not exist
     */
    public Answer send(Ask ask, Consumer<ExchangeEvent> events, Cancellation cancellation) {
        ask.model().filter(name -> !router.knows(name)).ifPresent(name -> {
            throw new IllegalArgumentException("no such model: " + name);
        });
        ask.conversation().filter(id -> !journal.exists(id)).ifPresent(id -> {
            throw new IllegalArgumentException("no such conversation: " + id);
        });
        Instant began = clock.instant();
        List<Message> earlier = ask.conversation().map(journal::messages).map(Prompt::said).orElse(List.of());
        var sending = new Sending(ask, ask.conversation().orElseGet(ids::conversation), ids.message(), ids.decision(), began,
                Prompt.of(counter, yardstick(), earlier, ask.text()), earlier, events, cancellation);
        journal.accept(sending.conversation(), sending.message(), sending.id(), ask.text(), began);
        events.accept(new ExchangeEvent.Accepted(sending.conversation(), sending.message()));

        Assessment assessment = ask.tier().isPresent() || ask.model().isPresent() ? tier0.locally(ask.text())
                : tier0.judge(sending.id(), ask.text(), earlier, cancellation);
        events.accept(new ExchangeEvent.Judged(assessment));
        Decision decision = router.decide(question(ask, assessment, sending.prompt()));
        journal.decided(sending.id(), decision);
        events.accept(new ExchangeEvent.Decided(decision));
        return ask(sending, decision);
    }

    /** Whether {@code model} or {@code model@provider} names anything. */
    public boolean knows(String model) {
        return router.knows(model);
    }

    /** The deployments that can serve today, in the catalogue's order: what the panels show. */
    public List<DeploymentId> inUse() {
        LocalDate today = LocalDate.now(clock);
        return catalog.deployments().stream().filter(d -> endpoints.usable().contains(d.provider().id()) && !d.isRetired(today))
                .map(Deployment::id).toList();
    }

    /** What would likely become of a text that is still being written. Nothing is spent and nothing is kept. */
    public Preview preview(Ask ask) {
        Prompt prompt = Prompt.of(counter, yardstick(), List.of(), ask.text());
        Assessment assessment = tier0.locally(ask.text());
        Decision decision = router.decide(question(ask, assessment, prompt));
        Optional<Candidate> first = decision.order().stream().findFirst();
        long tokens = first.map(c -> prompt.tokens(catalog.deployment(c.deployment()).orElseThrow().model()) + c.cap()).orElse(0L);
        return new Preview(assessment, decision.tier(), tokens, decision.chosen(),
                first.isPresent() ? Duration.ZERO : decision.leastWait().orElse(Duration.ZERO));
    }

    /** Asks one candidate after the other, each once. */
    private Answer ask(Sending sending, Decision decision) {
        var candidates = new ArrayList<>(decision.candidates());
        var waits = new ArrayList<Duration>();
        Instant last = sending.began().plus(deadlines.asking());
        for (Candidate candidate : decision.order()) {
            if (sending.cancellation().isCancelled()) {
                return finish(sending, Result.STOPPED, "", Optional.empty(), Optional.empty());
            }
            if (clock.instant().isAfter(last)) {
                break;
            }
            switch (ask(sending, candidate)) {
                case Wire.Result.Answered(var text) -> {
                    return finish(sending, Result.ANSWERED, text, Optional.of(candidate.deployment()), Optional.empty());
                }
                case Wire.Result.Denied(var why) -> { // somebody else took the room since it was decided
                    Candidate turned = turnedOut(candidate, why);
                    candidates.replaceAll(c -> c.deployment().equals(turned.deployment()) ? turned : c);
                    journal.decided(sending.id(), with(decision, candidates));
                }
                case Wire.Result.Broken(Failure.Cancelled c, var started, var text, var tokens) -> {
                    return finish(sending, Result.STOPPED, text, Optional.of(candidate.deployment()), Optional.empty());
                }
                case Wire.Result.Broken(var failure, var started, var text, var tokens) -> {
                    sending.events().accept(new ExchangeEvent.AttemptFailed(candidate.deployment(), failure, started, tokens));
                    if (failure instanceof Failure.RateLimited limited) {
                        limited.retryAfter().ifPresent(wait -> waits.add(within(wait, limited)));
                    }
                }
            }
        }
        Optional<Instant> until = Stream.concat(waits.stream(), with(decision, candidates).leastWait().stream())
                .min(Duration::compareTo).map(wait -> clock.instant().plus(wait));
        return finish(sending, until.isPresent() ? Result.PARKED : Result.UNANSWERED, "", Optional.empty(), until);
    }

    private Wire.Result ask(Sending sending, Candidate candidate) {
        Deployment deployment = catalog.deployment(candidate.deployment()).orElseThrow();
        var request = new ChatRequest(deployment, sending.prompt().messages(), candidate.cap());
        sending.events().accept(new ExchangeEvent.Asking(candidate.deployment(), candidate.tier()));
        var listener = new ReplyListener() {
            @Override
            public void text(String delta) {
                sending.events().accept(new ExchangeEvent.Text(delta));
            }

            @Override
            public void thinking(String delta) {
                sending.events().accept(new ExchangeEvent.Thinking(delta));
            }
        };
        return wire.call(sending.id(), request, sending.prompt().tokens(deployment.model()), Purpose.ANSWER, candidate.tier(),
                router.kept(candidate.deployment(), candidate.tier()), listener, sending.cancellation());
    }

    private Answer finish(Sending sending, Result result, String text, Optional<DeploymentId> served, Optional<Instant> until) {
        boolean answered = result == Result.ANSWERED || result == Result.STOPPED && !text.isBlank();
        Instant now = clock.instant();
        MessageRow.State state = switch (result) {
            case ANSWERED -> MessageRow.State.DONE;
            case PARKED -> MessageRow.State.PARKED;
            case UNANSWERED -> MessageRow.State.UNANSWERED;
            case STOPPED -> MessageRow.State.STOPPED;
        };
        journal.finished(sending.id(), sending.message(), sending.conversation(), state,
                answered ? Optional.of(ids.message()) : Optional.empty(), text, answered ? served : Optional.empty(),
                Duration.between(sending.began(), now), until, now);
        var answer = new Answer(sending.message(), sending.conversation(), text, result,
                journal.decision(sending.id()).orElseThrow());
        sending.events().accept(new ExchangeEvent.Finished(answer));
        return answer;
    }

    private Question question(Ask ask, Assessment assessment, Prompt prompt) {
        return new Question(assessment, prompt::tokens, endpoints.usable(), ask.tier(), ask.model(), clock.instant(),
                LocalDate.now(clock));
    }

    private static Candidate turnedOut(Candidate candidate, Admission why) {
        return switch (why) {
            case Admission.NoRoom full -> new Candidate(candidate.deployment(), candidate.tier(), candidate.standing(),
                    Verdict.NO_ROOM, Optional.of(full.axis()), full.need(), full.level(), full.limit(), full.roomIn(), candidate.cap());
            case Admission.NeverFits never -> new Candidate(candidate.deployment(), candidate.tier(), candidate.standing(),
                    Verdict.TOO_LARGE, Optional.of(never.axis()), never.need(), 0, never.limit(), Duration.ZERO, candidate.cap());
            case Admission.Fits fits -> throw new IllegalStateException("denied, and yet it fits: " + candidate);
        };
    }

    /** No bucket needs longer than its window, whatever a provider asks for. */
    private static Duration within(Duration wait, Failure.RateLimited limited) {
        Duration window = limited.axis().orElse(Axis.TPD).window();
        return wait.compareTo(window) < 0 ? wait : window;
    }

    private static Decision with(Decision decision, List<Candidate> candidates) {
        return new Decision(decision.assessment(), decision.tier(), decision.mode(), decision.reason(), decision.pace(), candidates);
    }

    /** Any model will do to measure what of a conversation goes along. */
    private Model yardstick() {
        return catalog.models().getFirst();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
