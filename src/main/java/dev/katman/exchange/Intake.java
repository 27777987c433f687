package dev.katman.exchange;

import dev.katman.catalog.Catalog;
import dev.katman.catalog.Deployment;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.classify.Assessment;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.Ids;
import dev.katman.conversation.Message;
import dev.katman.conversation.MessageId;
import dev.katman.conversation.Role;
import dev.katman.exchange.Delivery.Sending;
import dev.katman.journal.DecisionRecord;
import dev.katman.journal.Journal;
import dev.katman.journal.MessageRow;
import dev.katman.routing.Candidate;
import dev.katman.routing.Decision;
import dev.katman.routing.Question;
import dev.katman.routing.Router;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Takes messages in, new ones and those that are there already: what goes along, tier 0's verdict, the decision, and off to be delivered. */
final class Intake {
    /** After a pause this long nobody remembers who answered. */
    private static final Duration STAYS = Duration.ofMinutes(30);

    private final Supplier<Catalog> catalog;
    private final Journal journal;
    private final Router router;
    private final Prompts prompts;
    private final Endpoints endpoints;
    private final Health health;
    private final Tier0 tier0;
    private final Lessons lessons;
    private final Delivery delivery;
    private final UnderWay underWay;
    private final Ids ids;
    private final Clock clock;
    /** Messages that are there already and are being answered: by the attendant, or because the reader said so; not by both. */
    private final Set<MessageId> takenUp = ConcurrentHashMap.newKeySet();

    Intake(Supplier<Catalog> catalog, Journal journal, Router router, Prompts prompts, Endpoints endpoints, Health health, Tier0 tier0,
            Lessons lessons, Delivery delivery, UnderWay underWay, Ids ids, Clock clock) {
        this.catalog = catalog;
        this.journal = journal;
        this.router = router;
        this.prompts = prompts;
        this.endpoints = endpoints;
        this.health = health;
        this.tier0 = tier0;
        this.lessons = lessons;
        this.delivery = delivery;
        this.underWay = underWay;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException if the conversation, the model, or the message in whose stead it is said does not exist */
    Answer send(Ask ask, Consumer<ExchangeEvent> events, Cancellation cancellation) {
        ask.model().ifPresent(this::mustKnow);
        ask.conversation().filter(id -> !journal.exists(id)).ifPresent(id -> {
            throw new IllegalArgumentException("no such conversation: " + id);
        });
        ask.insteadOf().ifPresent(this::message);
        try (UnderWay.Leave leave = underWay.enter(cancellation)) {
            Instant began = clock.instant();
            Optional<MessageId> after = after(ask);
            var said = new MessageRow(ids.message(), ask.conversation().orElseGet(ids::conversation), Role.USER, ask.text(), began,
                    MessageRow.State.PENDING, ids.decision(), ask.tier(), ask.model());
            journal.accept(said, ask.ref(), ask.insteadOf(), prompts.bind(ask, said));
            return proceed(sending(said, said.decision(), Place.after(after), false, events, leave, cancellation), ask);
        }
    }

    private Optional<MessageId> after(Ask ask) {
        return ask.insteadOf().isPresent() ? ask.insteadOf().flatMap(journal.threads()::before)
                : ask.conversation().flatMap(journal.threads()::head);
    }

    /** @param decision stands in the journal already: making the prompt may take a call */
    private Sending sending(MessageRow said, DecisionId decision, Place place, boolean force, Consumer<ExchangeEvent> events,
            UnderWay.Leave leave, Cancellation reader) {
        List<MessageRow> before = before(place.after());
        return new Sending(said, decision, clock.instant(), place, prompts.of(said, decision, before, leave.cancellation()), turns(before), force,
                events, leave.cancellation(), reader);
    }

    private List<MessageRow> before(Optional<MessageId> last) {
        return last.map(journal.threads()::upTo).map(Prompt::said).orElse(List.of());
    }

    private static List<Message> turns(List<MessageRow> rows) {
        return rows.stream().map(row -> new Message(row.role(), row.text())).toList();
    }

    /** Waits for nobody: where somebody else is answering the message just now, that is a fault. */
    Answer resume(MessageId id, boolean force, Consumer<ExchangeEvent> events, Cancellation cancellation) {
        Optional<Answer> answer = takeUp(id, force, events, cancellation);
        if (answer.isPresent()) {
            return answer.get();
        }
        if (message(id).state() == MessageRow.State.DONE) {
            return recall(id);
        }
        throw taken(id);
    }

    /** @return empty where somebody else has taken it up, or had */
    Optional<Answer> takeUp(MessageId id, boolean force, Consumer<ExchangeEvent> events, Cancellation cancellation) {
        if (!takenUp.add(id)) {
            return Optional.empty();
        }
        try (UnderWay.Leave leave = underWay.enter(cancellation)) {
            MessageRow message = message(id);
            if (message.state() == MessageRow.State.DONE) {
                return Optional.empty();
            }
            return Optional.of(takeUp(message, asked(message), force, events, leave, cancellation));
        } finally {
            takenUp.remove(id);
        }
    }

    private Answer takeUp(MessageRow message, Ask ask, boolean force, Consumer<ExchangeEvent> events, UnderWay.Leave leave,
            Cancellation cancellation) {
        var place = new Place(journal.threads().before(message.id()), journal.threads().answerTo(message.id()).map(MessageRow::id), false);
        DecisionId decision = ids.decision();
        journal.takeUp(message, decision, clock.instant());
        return proceed(sending(message, decision, place, force, events, leave, cancellation), ask);
    }

    /** As {@link Exchange#again}. */
    Answer again(MessageId id, Optional<Tier> tier, Optional<String> model, Consumer<ExchangeEvent> events, Cancellation cancellation) {
        model.ifPresent(this::mustKnow);
        MessageRow row = message(id);
        MessageRow said = row.role() == Role.USER ? row : question(row);
        if (!takenUp.add(said.id())) {
            throw taken(said.id());
        }
        try (UnderWay.Leave leave = underWay.enter(cancellation)) {
            var ask = new Ask(Optional.of(said.conversation()), said.text(), tier, model);
            if (waits(said.state())) {
                return takeUp(said, ask, true, events, leave, cancellation);
            }
            Optional<MessageId> insteadOf = row.role() == Role.USER ? journal.threads().answerTo(said.id()).map(MessageRow::id) : Optional.of(id);
            DecisionId decision = ids.decision();
            journal.onceMore(said, decision, clock.instant());
            return proceed(sending(said, decision, new Place(journal.threads().before(said.id()), insteadOf, true),
                    tier.isPresent() || model.isPresent(), events, leave, cancellation), ask);
        } finally {
            takenUp.remove(said.id());
        }
    }

    private static boolean waits(MessageRow.State state) {
        return switch (state) {
            case PENDING, PARKED, UNANSWERED -> true;
            case DONE, STOPPED, INTERRUPTED -> false;
        };
    }

    /** What was answered there: the message that its decision was made for, or that it was copied with. */
    private MessageRow question(MessageRow answer) {
        List<MessageRow> said = journal.threads().upTo(answer.id()).reversed().stream().filter(m -> m.role() == Role.USER).toList();
        Optional<MessageId> decided = journal.decision(answer.decision()).map(DecisionRecord::message);
        return said.stream().filter(m -> decided.filter(m.id()::equals).isPresent() || m.decision().equals(answer.decision())).findFirst()
                .or(() -> said.stream().findFirst())
                .orElseThrow(() -> new IllegalArgumentException("an answer to nothing: " + answer.id()));
    }

    private static IllegalStateException taken(MessageId id) {
        return new IllegalStateException("somebody is answering it just now: " + id);
    }

    private void mustKnow(String model) {
        if (!router.knows(model)) {
            throw new IllegalArgumentException("no such model: " + model);
        }
    }

    private MessageRow message(MessageId id) {
        return journal.message(id).orElseThrow(() -> new IllegalArgumentException("no such message: " + id));
    }

    /** As the reader had asked it. A model that the catalogue has lost since is not insisted on. */
    private Ask asked(MessageRow message) {
        return new Ask(Optional.of(message.conversation()), message.text(), message.askedTier(), message.askedModel().filter(router::knows));
    }

    /** As {@link Exchange#recall}. */
    Answer recall(MessageId id) {
        MessageRow message = message(id);
        MessageRow answer = journal.threads().answerTo(id).orElseThrow(() -> new IllegalArgumentException("not answered: " + id));
        return new Answer(id, message.conversation(), Optional.of(answer.id()), answer.text(), Answer.Result.ANSWERED,
                journal.decision(answer.decision()).orElseThrow());
    }

    private Answer proceed(Sending sending, Ask ask) {
        sending.events().accept(new ExchangeEvent.Accepted(sending.conversation(), sending.message()));
        Assessment assessment = ask.tier().isPresent() || ask.model().isPresent() ? tier0.locally(ask.text(), sending.earlier())
                : tier0.judge(sending.id(), ask.text(), sending.earlier(), sending.cancellation());
        if (assessment.guess().isPresent()) {
            lessons.routerSaid(sending.message(), sending.text(), sending.earlier(), assessment);
        }
        sending.events().accept(new ExchangeEvent.Judged(assessment));
        Decision decision = router.decide(question(ask, assessment, sending.prompt(), lastServed(sending.place().after())));
        journal.decided(sending.id(), decision);
        sending.events().accept(new ExchangeEvent.Decided(decision));
        return delivery.deliver(sending, decision);
    }

    /** Who gave the answer that the message follows, if somebody may still remember. */
    private Optional<DeploymentId> lastServed(Optional<MessageId> after) {
        return after.flatMap(id -> journal.lastServed(id, clock.instant().minus(STAYS)));
    }

    /** As {@link Exchange#preview}. */
    Preview preview(Ask ask) {
        Optional<MessageId> after = after(ask);
        List<MessageRow> before = before(after);
        Prompt prompt = prompts.preview(ask, before);
        Assessment assessment = tier0.locally(ask.text(), turns(before));
        Decision decision = router.decide(question(ask, assessment, prompt, lastServed(after)));
        Optional<Candidate> first = decision.order().stream().findFirst();
        long tokens = first.map(c -> {
            Deployment deployment = catalog.get().deployment(c.deployment()).orElseThrow();
            return prompt.tokens(deployment.model(), Router.room(c.tier(), deployment)) + c.cap();
        }).orElse(0L);
        return new Preview(assessment, decision.tier(), tokens, decision.chosen(),
                first.isPresent() ? Duration.ZERO : decision.leastWait().orElse(Duration.ZERO));
    }

    /** Whether a message waits still, and somebody could be asked for it just now: it may have been cancelled or deleted since the queue was read. */
    boolean canBeAnswered(MessageId id) {
        return journal.message(id).filter(message -> message.state() == MessageRow.State.PARKED).filter(this::hasRoom).isPresent();
    }

    private boolean hasRoom(MessageRow message) {
        List<MessageRow> before = before(journal.threads().before(message.id()));
        Assessment assessment = tier0.locally(message.text(), turns(before));
        return !router.decide(question(asked(message), assessment, prompts.foreseen(message, before), Optional.empty())).order().isEmpty();
    }

    private Question question(Ask ask, Assessment assessment, Prompt prompt, Optional<DeploymentId> last) {
        return new Question(assessment, prompt::tokens, endpoints.usable(), health.rests(clock.instant()), ask.tier(), ask.model(), last,
                clock.instant(), LocalDate.now(clock));
    }
}
