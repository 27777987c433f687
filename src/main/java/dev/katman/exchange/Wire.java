package dev.katman.exchange;

import dev.katman.catalog.Axis;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Model;
import dev.katman.catalog.Tier;
import dev.katman.context.TokenCounter;
import dev.katman.conversation.CallId;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.Ids;
import dev.katman.conversation.Outcome;
import dev.katman.conversation.Purpose;
import dev.katman.conversation.Usage;
import dev.katman.journal.CallEnd;
import dev.katman.journal.Journal;
import dev.katman.provider.ChatClient;
import dev.katman.provider.ChatRequest;
import dev.katman.provider.Endpoint;
import dev.katman.provider.Failure;
import dev.katman.provider.RateWord;
import dev.katman.provider.Reply;
import dev.katman.provider.ReplyListener;
import dev.katman.quota.Admission;
import dev.katman.quota.Kept;
import dev.katman.quota.Ledger;
import dev.katman.quota.Need;
import dev.katman.quota.Reservation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/** One call: room is held, the journal knows, the request leaves, what it cost is settled, the journal knows that too. */
final class Wire {
    private final Ledger ledger;
    private final Journal journal;
    private final ChatClient client;
    private final Endpoints endpoints;
    private final TokenCounter counter;
    private final Ids ids;
    private final InstantSource clock;

    Wire(Ledger ledger, Journal journal, ChatClient client, Endpoints endpoints, TokenCounter counter, Ids ids, InstantSource clock) {
        this.ledger = ledger;
        this.journal = journal;
        this.client = client;
        this.endpoints = endpoints;
        this.counter = counter;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of a call. */
    sealed interface Result {
        /** It never left: our own ledger has no room for it. */
        record Denied(Admission why) implements Result {
        }

        /** The whole answer. */
        record Answered(String text) implements Result {
        }

        /**
         * @param failure why
         * @param text    what had come of the answer
         * @param tokens  of it, by our count
         */
        record Broken(Failure failure, boolean started, String text, long tokens) implements Result {
        }
    }

    /**
     * @param promptTokens of the request, by our count
     * @param force        whether it leaves also where our own count sees no room
     * @param listener     hears text and thinking as they come
     */
    Result call(DecisionId decision, ChatRequest request, long promptTokens, Purpose purpose, Tier tier, Kept kept,
            boolean force, ReplyListener listener, Cancellation cancellation) {
        DeploymentId deployment = request.deployment().id();
        Endpoint endpoint = endpoints.of(deployment.provider())
                .orElseThrow(() -> new IllegalStateException("chosen without an endpoint: " + deployment));
        var need = new Need(promptTokens, request.cap());
        Reservation reservation;
        switch (force ? ledger.reserveAnyway(deployment, need) : ledger.reserve(deployment, need, kept, clock.instant())) {
            case Ledger.Result.Denied(var why) -> {
                return new Result.Denied(why);
            }
            case Ledger.Result.Granted(var granted) -> reservation = granted;
        }
        CallId call = ids.call();
        Instant left = clock.instant();
        try {
            journal.callLeaves(call, decision, deployment, purpose, tier, need, left);
        } catch (RuntimeException e) {
            ledger.release(reservation); // it must not leave without a row
            throw e;
        }
        var hearing = new Hearing(call, reservation, left, listener);
        boolean accounted = false;
        try {
            Reply reply = client.stream(endpoint, request, hearing, cancellation);
            Bill bill = bill(request.deployment().model(), need, reply, hearing);
            Optional<Instant> settled = account(reservation, hearing, bill);
            accounted = true;
            if (!hearing.opened) {
                listenTo(deployment, reply.word()); // a refusal tells which axis is full
            }
            if (reply instanceof Reply.Broken broken) {
                learnLimit(deployment, broken.failure());
            }
            journal.callEnded(new CallEnd(call, clock.instant(), settled, bill.charged(), bill.outcome(), bill.http(), bill.usage(),
                    hearing.ttft(), bill.reason()));
            return result(reply, hearing, bill);
        } finally {
            if (!accounted) { // a fault of ours or of the data folder: nobody knows what was spent, so all of it counts
                ledger.settle(reservation, need, clock.instant());
            }
        }
    }

    /** Hears one reply: passes it on, keeps it for counting, and begins to drain what is held once the provider has admitted it. */
    private final class Hearing implements ReplyListener {
        private final CallId call;
        private final Reservation reservation;
        private final Instant left;
        private final ReplyListener next;
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder thinking = new StringBuilder();
        private Optional<Instant> first = Optional.empty();
        private boolean opened;

        Hearing(CallId call, Reservation reservation, Instant left, ReplyListener next) {
            this.call = call;
            this.reservation = reservation;
            this.left = left;
            this.next = next;
        }

        @Override
        public void opened(RateWord word) {
            Instant when = ledger.open(reservation, clock.instant());
            opened = true;
            journal.callOpened(call, when);
            // Now and not later: the headers count the whole cap, which the settling gives back in part.
            listenTo(reservation.deployment(), word);
            next.opened(word);
        }

        @Override
        public void text(String delta) {
            markFirst();
            text.append(delta);
            next.text(delta);
        }

        @Override
        public void thinking(String delta) {
            markFirst();
            thinking.append(delta);
            next.thinking(delta);
        }

        private void markFirst() {
            if (first.isEmpty()) {
                first = Optional.of(clock.instant());
            }
        }

        Optional<Duration> ttft() {
            return first.map(f -> Duration.between(left, f));
        }

        long tokens(Model model) {
            return counter.text(model, text.toString()) + counter.text(model, thinking.toString());
        }
    }

    /** How a call is written down. */
    private record Bill(Outcome outcome, int http, Usage usage, Need charged, String reason) {
    }

    /**
     * What a call cost. The provider's word where there is one. A whole answer without one is counted by us; one that broke off keeps its
     * reservation, because the provider may have written on after we stopped listening.
     */
    private Bill bill(Model model, Need need, Reply reply, Hearing hearing) {
        Usage ours = new Usage(need.promptTokens(), hearing.tokens(model));
        return switch (reply) {
            case Reply.Complete complete when hearing.text.toString().isBlank() -> {
                Usage usage = complete.usage().orElse(ours);
                yield new Bill(Outcome.FAILED, 200, usage, Need.of(usage), "the answer was empty (" + complete.finish() + ")");
            }
            case Reply.Complete complete -> {
                Usage usage = complete.usage().orElse(ours);
                yield new Bill(Outcome.OK, 200, usage, Need.of(usage), "");
            }
            case Reply.Broken(var failure, var started, var said, var word) -> {
                boolean free = said.isEmpty() && !hearing.opened && neverCounted(failure);
                Usage usage = said.orElse(free ? Usage.NONE : ours);
                Need charged = said.map(Need::of).orElse(free ? new Need(0, 0) : need);
                yield new Bill(failure.outcome(started), failure.http(), usage, charged, failure.reason());
            }
        };
    }

    /** Whether the provider's count surely knows nothing of the call: it was refused, or never got there. */
    private static boolean neverCounted(Failure failure) {
        return switch (failure) {
            case Failure.RateLimited f -> true;
            case Failure.TooLarge f -> true;
            case Failure.KeyRefused f -> true;
            case Failure.ModelGone f -> true;
            case Failure.BadRequest f -> true;
            case Failure.OutputInvalid f -> false; // the model wrote, and what it wrote was thrown away
            case Failure.ProviderTrouble f -> true;
            case Failure.Unreachable f -> true;
            case Failure.TimedOut f -> f.phase() == Failure.TimedOut.Phase.CONNECT;
            case Failure.Cut f -> false;
            case Failure.Garbled f -> false;
            case Failure.Cancelled f -> false;
        };
    }

    private Optional<Instant> account(Reservation reservation, Hearing hearing, Bill bill) {
        if (!hearing.opened && bill.charged().tokens() == 0) {
            ledger.release(reservation);
            return Optional.empty();
        }
        return Optional.of(ledger.settle(reservation, bill.charged(), clock.instant()));
    }

    /** Takes the provider at its word, on the careful side. */
    private void listenTo(DeploymentId deployment, RateWord word) {
        for (RateWord.Entry entry : word.entries()) {
            if (entry.used().isPresent()) {
                correct(deployment, entry.axis(), entry.used().getAsLong(), entry.limit());
            }
        }
    }

    /** What is too large was held against a limit that may not be ours; the level is not in question. */
    private void learnLimit(DeploymentId deployment, Failure failure) {
        if (failure instanceof Failure.TooLarge tooLarge && tooLarge.axis().isPresent() && tooLarge.limit().isPresent()) {
            correct(deployment, tooLarge.axis().get(), 0, tooLarge.limit());
        }
    }

    private void correct(DeploymentId deployment, Axis axis, long used, OptionalLong limit) {
        Instant when = ledger.correct(deployment, axis, used, limit, clock.instant());
        journal.providerSaid(deployment, axis, used, limit, when);
    }

    private static Result result(Reply reply, Hearing hearing, Bill bill) {
        String text = hearing.text.toString();
        return switch (reply) {
            case Reply.Complete complete when bill.outcome() == Outcome.OK -> new Result.Answered(text);
            case Reply.Complete empty -> new Result.Broken(new Failure.OutputInvalid(200, bill.reason()), false, "", 0);
            case Reply.Broken broken ->
                    new Result.Broken(broken.failure(), broken.started(), text, bill.usage().completionTokens());
        };
    }
}
