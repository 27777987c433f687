package dev.katman.exchange;

import dev.katman.catalog.Catalog;
import dev.katman.catalog.Deployment;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Model;
import dev.katman.catalog.Policy;
import dev.katman.catalog.Tier;
import dev.katman.classify.Assessment;
import dev.katman.classify.Pupil;
import dev.katman.classify.LocalJudge;
import dev.katman.classify.MessageType;
import dev.katman.classify.RouterPrompt;
import dev.katman.context.TokenCounter;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.Ids;
import dev.katman.conversation.Message;
import dev.katman.conversation.MessageId;
import dev.katman.conversation.Role;
import dev.katman.exchange.Delivery.Sending;
import dev.katman.journal.DecisionRecord;
import dev.katman.journal.Journal;
import dev.katman.journal.MessageRow;
import dev.katman.journal.ParkedRow;
import dev.katman.pacing.Demand;
import dev.katman.pacing.Outlook;
import dev.katman.provider.ChatClient;
import dev.katman.provider.Failure;
import dev.katman.provider.ModelList;
import dev.katman.quota.Ledger;
import dev.katman.routing.Candidate;
import dev.katman.routing.Decision;
import dev.katman.routing.Question;
import dev.katman.routing.Router;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Takes a message and sees it through. Safe for use by many threads, each with a message of its own. */
public final class Exchange implements AutoCloseable {
    /** As many as the router model is shown. */
    private static final int TURNS = 2;
    /** After a pause this long nobody remembers who answered. */
    private static final Duration STAYS = Duration.ofMinutes(30);

    private final Catalog catalog;
    private final Journal journal;
    private final Router router;
    private final TokenCounter counter;
    private final Endpoints endpoints;
    private final Ids ids;
    private final Clock clock;
    private final Supplier<Policy> policy;
    private final LocalJudge judge;
    private final Health health;
    private final Tier0 tier0;
    private final Delivery delivery;
    private final UnderWay underWay = new UnderWay();
    /** Messages that are there already and are being answered: by the attendant, or because the reader said so; not by both. */
    private final Set<MessageId> takenUp = ConcurrentHashMap.newKeySet();
    private final Lessons lessons;
    private final Attendant attendant;
    private final Roster roster;
    private final Titles titles;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("katman-deadlines").daemon().factory());

    /**
     * @param judge   the local judge
     * @param pupil learns from the router's verdicts and the reader's word: mostly the same
     * @param learns  whether the reader lets it
     * @param policy  what holds just now
     */
    public Exchange(Catalog catalog, Ledger ledger, Router router, Journal journal, ChatClient client, Endpoints endpoints,
            LocalJudge judge, Pupil pupil, BooleanSupplier learns, Supplier<Policy> policy, RouterPrompt routerPrompt,
            TokenCounter counter, Ids ids, Clock clock, Deadlines deadlines) {
        this.catalog = catalog;
        this.journal = journal;
        this.router = router;
        this.counter = counter;
        this.endpoints = endpoints;
        this.ids = ids;
        this.clock = clock;
        this.policy = policy;
        this.judge = judge;
        health = new Health(catalog, journal);
        var wire = new Wire(ledger, journal, client, endpoints, counter, health, ids, clock, deadlines.turn());
        tier0 = new Tier0(router, health, wire, judge, policy, routerPrompt, counter, endpoints, timer, clock, deadlines.judging());
        delivery = new Delivery(catalog, journal, router, health, wire, ids, clock, deadlines);
        lessons = new Lessons(journal, pupil, learns, clock);
        attendant = new Attendant(this, clock);
        roster = new Roster(client, endpoints, health, clock);
        titles = new Titles(journal, router, health, wire, counter, endpoints, underWay, clock);
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
        try (UnderWay.Leave leave = underWay.enter(cancellation)) {
            Instant began = clock.instant();
            List<Message> earlier = ask.conversation().map(journal::messages).map(Prompt::said).orElse(List.of());
            var sending = new Sending(ask.text(), ask.conversation().orElseGet(ids::conversation), ids.message(), ids.decision(), began,
                    Prompt.of(counter, yardstick(), earlier, ask.text()), earlier, false, events, leave.cancellation(), cancellation);
            journal.accept(new MessageRow(sending.message(), sending.conversation(), Role.USER, ask.text(), began, MessageRow.State.PENDING,
                    sending.id(), ask.tier(), ask.model()), ask.ref());
            return proceed(sending, ask);
        }
    }

    /**
     * Takes up a message that is there already: one that was parked, or that a crash left without an answer. It is judged and decided anew.
     *
     * @param force whether candidates are asked for which our own count sees no room
     * @throws IllegalArgumentException if there is no such message
     * @throws IllegalStateException    if somebody is answering it just now
     */
    public Answer resume(MessageId id, boolean force, Consumer<ExchangeEvent> events, Cancellation cancellation) {
        Optional<Answer> answer = takeUp(id, force, events, cancellation);
        if (answer.isPresent()) {
            return answer.get();
        }
        if (message(id).state() == MessageRow.State.DONE) {
            return recall(id);
        }
        throw new IllegalStateException("somebody is answering it just now: " + id);
    }

    /** @return empty where somebody else has taken it up, or had */
    private Optional<Answer> takeUp(MessageId id, boolean force, Consumer<ExchangeEvent> events, Cancellation cancellation) {
        if (!takenUp.add(id)) {
            return Optional.empty();
        }
        try (UnderWay.Leave leave = underWay.enter(cancellation)) {
            MessageRow message = message(id);
            if (message.state() == MessageRow.State.DONE) {
                return Optional.empty();
            }
            Instant began = clock.instant();
            List<Message> earlier = Prompt.said(journal.messages(message.conversation()).stream()
                    .takeWhile(m -> !m.id().equals(id)).toList());
            var sending = new Sending(message.text(), message.conversation(), id, ids.decision(), began,
                    Prompt.of(counter, yardstick(), earlier, message.text()), earlier, force, events, leave.cancellation(), cancellation);
            journal.takeUp(message, sending.id(), began);
            return Optional.of(proceed(sending, asked(message)));
        } finally {
            takenUp.remove(id);
        }
    }

    private MessageRow message(MessageId id) {
        return journal.message(id).orElseThrow(() -> new IllegalArgumentException("no such message: " + id));
    }

    /** As the reader had asked it. A model that the catalogue has lost since is not insisted on. */
    private Ask asked(MessageRow message) {
        return new Ask(Optional.of(message.conversation()), message.text(), message.askedTier(), message.askedModel().filter(router::knows));
    }

    /**
     * The answer that a message got before.
     *
     * @throws IllegalArgumentException if there is no such message, or no answer to it
     */
    public Answer recall(MessageId id) {
        MessageRow message = message(id);
        MessageRow answer = journal.messages(message.conversation()).stream()
                .filter(m -> m.role() == Role.ASSISTANT && m.decision().equals(message.decision())).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not answered: " + id));
        return new Answer(id, message.conversation(), answer.text(), Answer.Result.ANSWERED,
                journal.decision(message.decision()).orElseThrow());
    }

    private Answer proceed(Sending sending, Ask ask) {
        sending.events().accept(new ExchangeEvent.Accepted(sending.conversation(), sending.message()));
        Assessment assessment = ask.tier().isPresent() || ask.model().isPresent() ? tier0.locally(ask.text(), sending.earlier())
                : tier0.judge(sending.id(), ask.text(), sending.earlier(), sending.cancellation());
        if (assessment.guess().isPresent()) {
            lessons.routerSaid(sending.message(), sending.text(), sending.earlier(), assessment);
        }
        sending.events().accept(new ExchangeEvent.Judged(assessment));
        Decision decision = router.decide(question(ask, assessment, sending.prompt(), lastServed(sending)));
        journal.decided(sending.id(), decision);
        sending.events().accept(new ExchangeEvent.Decided(decision));
        Answer answer = delivery.deliver(sending, decision);
        titles.ended(answer);
        return answer;
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

    /** Every task that the journal knows of, oldest first: what the deep brain could have been asked. */
    public List<Demand> demands() {
        return journal.wanted(Instant.EPOCH).stream()
                .filter(w -> w.tier() != Tier.ROUTER && w.type() == MessageType.TASK)
                .map(w -> new Demand(w.left(), w.difficulty(), w.tokens())).sorted(Comparator.comparing(Demand::at)).toList();
    }

    /**
     * The coming day of a tier's scarce deployment: what is planned of it, and when it would run dry if nothing were kept.
     *
     * @return empty where nothing of it is paced
     */
    public Optional<Outlook> outlook(Tier tier, DeploymentId deployment) {
        return router.outlook(tier, deployment, clock.instant());
    }

    /** What would likely become of a text that is still being written. Nothing is spent and nothing is kept. */
    public Preview preview(Ask ask) {
        Prompt prompt = Prompt.of(counter, yardstick(), List.of(), ask.text());
        List<Message> before = ask.conversation().map(id -> journal.turns(id, TURNS)).orElse(List.of());
        Assessment assessment = tier0.locally(ask.text(), before);
        Decision decision = router.decide(question(ask, assessment, prompt, Optional.empty()));
        Optional<Candidate> first = decision.order().stream().findFirst();
        long tokens = first.map(c -> prompt.tokens(catalog.deployment(c.deployment()).orElseThrow().model()) + c.cap()).orElse(0L);
        return new Preview(assessment, decision.tier(), tokens, decision.chosen(),
                first.isPresent() ? Duration.ZERO : decision.leastWait().orElse(Duration.ZERO));
    }

    /**
     * The reader says which tier a message should have been. It is written down, and the local judge learns from it if it may.
     *
     * @throws IllegalArgumentException if there is no such decision
     */
    public void teach(DecisionId decision, Tier tier) {
        DecisionRecord record = journal.decision(decision).orElseThrow(() -> new IllegalArgumentException("no such decision: " + decision));
        lessons.readerSaid(record, tier, policy.get());
    }

    /** Erases what the local judge was taught, here and in the journal. */
    public void forgetLessons() {
        lessons.erase();
    }

    /**
     * Judges a message and does not answer it: by the local judge where it is sure, else by the router model. Its call is in the journal like
     * every other.
     */
    public Assessment judge(String text) {
        lessons.awaitRecalled();
        try (UnderWay.Leave leave = underWay.enter(new Cancellation())) {
            DecisionId decision = ids.decision();
            journal.onlyJudging(decision, clock.instant());
            return tier0.judge(decision, text, List.of(), leave.cancellation());
        }
    }

    /** Judges as the local judge would now, all earlier lessons heard. Nothing is asked and nothing is kept. */
    public Assessment judgeLocally(String text) {
        lessons.awaitRecalled();
        return tier0.locally(text, List.of());
    }

    /**
     * Decides what was said since then again, as things stand and as they might. Nothing is called and nothing is kept.
     *
     * @param zone the reader's, whose days are counted
     */
    public WhatIf.Comparison whatIf(Instant since, WhatIf.Terms might, ZoneId zone) {
        return new WhatIf(catalog, endpoints.usable(), judge.sureAt(), zone)
                .compare(journal.past(since), new WhatIf.Terms(policy.get()), might);
    }

    /** The confidence from which on the local judge's word is enough, where the policy says nothing of it. */
    public double sureAt() {
        return judge.sureAt();
    }

    /** What waits for room, in the order in which it will be answered. */
    public List<ParkedRow> parked() {
        return journal.parked();
    }

    /** Takes a message out of the queue. */
    public void cancelParked(MessageId message) {
        journal.cancelParked(message);
    }

    /** Moves a message to another place of the queue, from 0. */
    public void moveParked(MessageId message, int place) {
        journal.moveParked(message, place);
    }

    /**
     * From now on parked messages are answered by themselves as soon as somebody has room, and providers are asked, now and daily, what
     * they serve. Until {@link #close}.
     *
     * @param answered hears of each message that was, on a thread of its own
     */
    public void answerParkedInBackground(Consumer<Answer> answered) {
        attendant.start(answered);
        roster.start();
    }

    /**
     * From now on a conversation is given a title after its first answer, where there is room to spare. Until {@link #close}.
     *
     * @param wanted whether the reader wants that just now
     * @param titled hears of each conversation that was given one, on a thread of its own
     */
    public void titleInBackground(BooleanSupplier wanted, Consumer<ConversationId> titled) {
        titles.start(wanted, titled);
    }

    /**
     * Answers whatever is due and can be answered now.
     *
     * @return when to look again; empty where nothing waits
     */
    Optional<Instant> answerDue(Consumer<Answer> answered) {
        for (ParkedRow row : journal.parked()) {
            boolean due = !row.until().isAfter(clock.instant());
            if (due && preview(asked(message(row.message()))).chosen().isPresent()) {
                takeUp(row.message(), false, event -> { }, new Cancellation()).ifPresent(answered);
            }
        }
        return journal.parked().stream().map(ParkedRow::until).min(Instant::compareTo);
    }

    /**
     * Asks every provider in use which models it serves; models that were thought gone are taken back if they are named.
     *
     * @return by provider: empty where it answered, else why it did not
     */
    public Map<String, Optional<Failure>> checkProviders() {
        var found = new LinkedHashMap<String, Optional<Failure>>();
        roster.call().forEach((provider, list) -> found.put(provider, switch (list) {
            case ModelList.Served served -> Optional.empty();
            case ModelList.Unknown(var why) -> Optional.of(why);
        }));
        return found;
    }

    /** What only the user can mend, or should know. */
    public List<Trouble> troubles() {
        return health.troubles(clock.instant());
    }

    private Optional<DeploymentId> lastServed(Sending sending) {
        return sending.earlier().isEmpty() ? Optional.empty()
                : journal.lastServed(sending.conversation(), clock.instant().minus(STAYS));
    }

    private Question question(Ask ask, Assessment assessment, Prompt prompt, Optional<DeploymentId> last) {
        return new Question(assessment, prompt::tokens, endpoints.usable(), health.rests(clock.instant()), ask.tier(), ask.model(), last,
                clock.instant(), LocalDate.now(clock));
    }

    /** Any model will do to measure what of a conversation goes along. */
    private Model yardstick() {
        return catalog.models().getFirst();
    }

    /** Stops what is under way, and waits until it is written down. */
    @Override
    public void close() {
        underWay.close(); // first: the attendant's round may be one of them
        attendant.close();
        titles.close();
        roster.close();
        lessons.close();
        timer.shutdown();
    }
}
