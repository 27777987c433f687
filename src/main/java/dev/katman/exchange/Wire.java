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
import dev.katman.journal.ProviderWord;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One call: it waits for its turn, room is held, the journal knows, the request leaves, what it cost is settled, the journal knows that too,
 * and so does whoever looks after the health of its deployment.
 */
final class Wire {
    private final Ledger ledger;
    private final Journal journal;
    private final ChatClient client;
    private final Endpoints endpoints;
    private final TokenCounter counter;
    private final Health health;
    private final Ids ids;
    private final InstantSource clock;
    private final Turns turns;

    Wire(Ledger ledger, Journal journal, ChatClient client, Endpoints endpoints, TokenCounter counter, Health health, Ids ids,
            InstantSource clock, Duration turn) {
        this.ledger = ledger;
        this.journal = journal;
        this.client = client;
        this.endpoints = endpoints;
        this.counter = counter;
        this.health = health;
        this.ids = ids;
        this.clock = clock;
        turns = new Turns(turn);
    }

    /**
     * What is to be asked, and for whom.
     *
     * @param promptTokens of the request, by our count
     * @param kept         of the deployment's levels, for others
     * @param force        whether it leaves also where we see no room, or think that the deployment should rest
     */
    record Call(DecisionId decision, ChatRequest request, long promptTokens, Purpose purpose, Tier tier, Kept kept, boolean force) {
        DeploymentId deployment() {
            return request.deployment().id();
        }

        Need need() {
            return new Need(promptTokens, request.cap());
        }
    }

    /** What came of a call. */
    sealed interface Result {
        /** It never left: the deployment rests, by what was heard meanwhile. */
        record Resting(Duration rest) implements Result {
        }

        /** It never left: our own ledger has no room for it. */
        record Denied(Admission why) implements Result {
        }

        /** The whole answer. */
        record Answered(Spoken spoken) implements Result {
        }

        /**
         * @param failure why
         * @param spoken  what had come of the answer
         * @param tokens  of it, by our count
         */
        record Broken(Failure failure, boolean started, Spoken spoken, long tokens) implements Result {
        }
    }

    /** @param listener hears text and thinking as they come */
    Result call(Call call, ReplyListener listener, Cancellation cancellation) {
        try (Turns.Turn turn = turns.await(call.deployment())) {
            if (cancellation.isCancelled()) {
                return new Result.Broken(new Failure.Cancelled(0), false, Spoken.NOTHING, 0);
            }
            Optional<Endpoint> endpoint = endpoints.of(call.deployment().provider());
            if (endpoint.isEmpty()) {
                return new Result.Resting(Health.GONE); // its key was taken away since it was decided
            }
            Optional<Duration> rest = health.enter(call.deployment(), call.force(), clock.instant());
            if (rest.isPresent()) {
                return new Result.Resting(rest.get());
            }
            Result result;
            try {
                result = reserved(call, endpoint.get(), turn, listener, cancellation);
            } catch (RuntimeException e) {
                health.unheard(call.deployment());
                throw e;
            }
            if (result instanceof Result.Broken broken && broken.failure() instanceof Failure.KeyRefused && !endpoint.equals(
                    endpoints.of(call.deployment().provider()))) {
                health.unheard(call.deployment()); // of a key that has been replaced meanwhile
            } else {
                health.heard(call.deployment(), result, clock.instant());
            }
            return result;
        }
    }

    private Result reserved(Call call, Endpoint endpoint, Turns.Turn turn, ReplyListener listener, Cancellation cancellation) {
        Instant left = clock.instant();
        DeploymentId deployment = call.deployment();
        return switch (call.force() ? ledger.reserveAnyway(deployment, call.need())
                : ledger.reserve(deployment, call.need(), call.kept(), left)) {
            case Ledger.Result.Denied(var why) -> new Result.Denied(why);
            case Ledger.Result.Granted(var reservation) -> sent(call, endpoint, reservation, left, turn, listener, cancellation);
        };
    }

    private Result sent(Call call, Endpoint endpoint, Reservation reservation, Instant left, Turns.Turn turn, ReplyListener listener,
            Cancellation cancellation) {
        CallId id = ids.call();
        try {
            journal.callLeaves(id, call.decision(), call.deployment(), call.purpose(), call.tier(), call.need(), left);
        } catch (RuntimeException e) {
            ledger.release(reservation); // it must not leave without a row
            throw e;
        }
        var hearing = new Hearing(id, reservation, left, turn, listener);
        boolean accounted = false;
        try {
            Reply reply = client.stream(endpoint, call.request(), hearing, cancellation);
            Bill bill = Bill.of(reply, call.need(), hearing.usage(call), hearing.isBlank(), hearing.opened);
            if (!hearing.opened) {
                refused(reservation, reply);
            }
            Optional<Instant> settled = account(reservation, hearing, bill);
            accounted = true;
            journal.callEnded(new CallEnd(id, clock.instant(), settled, bill.charged(), bill.outcome(), bill.http(), bill.usage(),
                    hearing.ttft(), bill.reason()));
            return result(reply, hearing, bill);
        } finally {
            if (!accounted) { // a fault of ours or of the data folder: nobody knows what was spent, so all of it counts
                ledger.settle(reservation, call.need(), clock.instant());
            }
        }
    }

    /** Hears one reply: passes it on, keeps it for counting, and begins to drain what is held once the provider has admitted it. */
    private final class Hearing implements ReplyListener {
        private final CallId call;
        private final Reservation reservation;
        private final Instant left;
        private final Turns.Turn turn;
        private final ReplyListener next;
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder thinking = new StringBuilder();
        private Optional<Instant> first = Optional.empty();
        private boolean opened;

        Hearing(CallId call, Reservation reservation, Instant left, Turns.Turn turn, ReplyListener next) {
            this.call = call;
            this.reservation = reservation;
            this.left = left;
            this.turn = turn;
            this.next = next;
        }

        @Override
        public void opened(RateWord word) {
            Instant when = ledger.open(reservation, clock.instant());
            opened = true;
            // Now and not later: the headers count the whole cap, which the settling gives back in part.
            List<ProviderWord> said = word.entries().stream().filter(entry -> entry.used().isPresent())
                    .map(entry -> said(reservation, entry.axis(), entry.limit(), ledger.admitted(reservation, entry.axis(),
                            entry.used().getAsLong(), entry.limit(), clock.instant()))).toList();
            journal.callOpened(call, when, said);
            turn.close();
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

        boolean isBlank() {
            return text.toString().isBlank();
        }

        Spoken spoken() {
            return new Spoken(thinking.toString(), text.toString());
        }

        /** What came of the answer, by our own count. */
        Usage usage(Call of) {
            Model model = of.request().deployment().model();
            return new Usage(of.promptTokens(), counter.text(model, text.toString()) + counter.text(model, thinking.toString()));
        }
    }

    /** A refusal tells which axis is full. What is too large was held against a limit that may not be ours; the level is not in question. */
    private void refused(Reservation reservation, Reply reply) {
        var said = new ArrayList<ProviderWord>();
        for (RateWord.Entry entry : reply.word().entries()) {
            entry.used().ifPresent(used -> said.add(refused(reservation, entry.axis(), used, entry.limit())));
        }
        if (reply instanceof Reply.Broken(Failure.TooLarge tooLarge, var started, var text, var word) && tooLarge.limit().isPresent()) {
            tooLarge.axis().ifPresent(axis -> said.add(refused(reservation, axis, 0, tooLarge.limit())));
        }
        journal.providerSaid(said);
    }

    private ProviderWord refused(Reservation reservation, Axis axis, long used, OptionalLong limit) {
        return said(reservation, axis, limit, ledger.refused(reservation, axis, used, limit, clock.instant()));
    }

    private static ProviderWord said(Reservation reservation, Axis axis, OptionalLong limit, Ledger.Correction taken) {
        return new ProviderWord(reservation.deployment(), axis, limit, taken);
    }

    private Optional<Instant> account(Reservation reservation, Hearing hearing, Bill bill) {
        if (!hearing.opened && bill.charged().tokens() == 0) {
            ledger.release(reservation);
            return Optional.empty();
        }
        return Optional.of(ledger.settle(reservation, bill.charged(), clock.instant()));
    }

    private static Result result(Reply reply, Hearing hearing, Bill bill) {
        return switch (reply) {
            case Reply.Complete complete when bill.outcome() == Outcome.OK -> new Result.Answered(hearing.spoken());
            case Reply.Complete empty -> new Result.Broken(new Failure.OutputInvalid(200, bill.reason()), false, Spoken.NOTHING, 0);
            case Reply.Broken broken -> new Result.Broken(broken.failure(), broken.started(), hearing.spoken(),
                    bill.usage().completionTokens());
        };
    }
}
