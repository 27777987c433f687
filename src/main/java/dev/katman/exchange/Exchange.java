package dev.katman.exchange;

import dev.katman.catalog.Catalog;
import dev.katman.catalog.Deployment;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Policy;
import dev.katman.catalog.Tier;
import dev.katman.classify.Assessment;
import dev.katman.classify.LocalJudge;
import dev.katman.classify.MessageType;
import dev.katman.classify.Pupil;
import dev.katman.classify.RouterPrompt;
import dev.katman.context.TokenCounter;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.ConversationId;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.Ids;
import dev.katman.conversation.MessageId;
import dev.katman.journal.DecisionRecord;
import dev.katman.journal.Journal;
import dev.katman.journal.ParkedRow;
import dev.katman.pacing.Demand;
import dev.katman.pacing.Outlook;
import dev.katman.provider.ChatClient;
import dev.katman.provider.Failure;
import dev.katman.provider.ModelList;
import dev.katman.quota.Ledger;
import dev.katman.routing.Router;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Takes a message and sees it through. Safe for use by many threads, each with a message of its own. */
public final class Exchange implements AutoCloseable {
    private final Supplier<Catalog> catalog;
    private final Journal journal;
    private final Router router;
    private final Endpoints endpoints;
    private final Ids ids;
    private final Clock clock;
    private final Supplier<Policy> policy;
    private final LocalJudge judge;
    private final Health health;
    private final Tier0 tier0;
    private final Intake intake;
    private final Prompts prompts;
    private final UnderWay underWay = new UnderWay();
    private final Lessons lessons;
    private final Attendant attendant;
    private final Roster roster;
    private final Titles titles;
    private final Preparer preparer;
    private final Tray tray;
    private final Library library;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("katman-deadlines").daemon().factory());

    /**
     * @param catalog what exists just now
     * @param judge   the local judge
     * @param pupil learns from the router's verdicts and the reader's word: mostly the same
     * @param learns  whether the reader lets it
     * @param policy  what holds just now
     */
    public Exchange(Supplier<Catalog> catalog, Ledger ledger, Router router, Journal journal, ChatClient client, Endpoints endpoints,
            LocalJudge judge, Pupil pupil, BooleanSupplier learns, Supplier<Policy> policy, RouterPrompt routerPrompt,
            TokenCounter counter, Ids ids, Clock clock, Deadlines deadlines) {
        this.catalog = catalog;
        this.journal = journal;
        this.router = router;
        this.endpoints = endpoints;
        this.ids = ids;
        this.clock = clock;
        this.policy = policy;
        this.judge = judge;
        health = new Health(catalog, journal);
        var wire = new Wire(ledger, journal, client, endpoints, counter, health, ids, clock, deadlines.turn());
        tier0 = new Tier0(router, health, wire, judge, policy, routerPrompt, counter, endpoints, timer, clock, deadlines.judging());
        lessons = new Lessons(journal, pupil, learns, clock);
        var workers = new Workers(ledger, router, health, counter, endpoints, clock);
        prompts = new Prompts(catalog, journal, router, workers, wire, counter, ids, clock);
        intake = new Intake(catalog, journal, router, prompts, endpoints, health, tier0, lessons,
                new Delivery(catalog, journal, router, health, wire, ids, clock, deadlines, timer), underWay, ids, clock);
        attendant = new Attendant(this, clock);
        roster = new Roster(client, endpoints, health, clock);
        titles = new Titles(journal, router, health, wire, counter, endpoints, underWay, clock);
        var binder = new Binder(counter, ids);
        tray = new Tray(journal.attachments(), binder, ids, clock);
        library = new Library(journal.library(), binder, ids, clock);
        preparer = new Preparer(catalog, ledger, journal, router, workers, wire, counter, underWay, ids, clock);
    }

    /**
     * Sends a message and blocks until it is answered, parked, stopped, or nobody is left to ask.
     *
     * @param events       hears what happens, on this thread; the last one is {@link ExchangeEvent.Finished}
     * @param cancellation stops it
     * @throws dev.katman.journal.JournalException if the data folder fails
     * @throws IllegalArgumentException            if the conversation, the model, or the message in whose stead it is said
     *                                             does not exist
     */
    public Answer send(Ask ask, Consumer<ExchangeEvent> events, Cancellation cancellation) {
        return titled(intake.send(ask, events, cancellation));
    }

    /**
     * Takes up a message that is there already: one that was parked, or that a crash left without an answer. It is judged and decided anew.
     *
     * @param force whether candidates are asked for which our own count sees no room
     * @throws IllegalArgumentException if there is no such message
     * @throws IllegalStateException    if somebody is answering it just now
     */
    public Answer resume(MessageId id, boolean force, Consumer<ExchangeEvent> events, Cancellation cancellation) {
        return titled(intake.resume(id, force, events, cancellation));
    }

    /**
     * Answers a message once more. An answer that there is stays as a variant; where nobody can answer now, it stays alone: nothing is
     * parked. A message that waits for its answer is taken up as by {@link #resume}, as the reader says now.
     *
     * @param message the message, or the answer in whose stead another is wanted
     * @param tier    the tier to use, where the reader chose it
     * @param model   the model to use, by its short name or as {@code model@provider}, where the reader chose it
     * @throws IllegalArgumentException if there is no such message or model
     * @throws IllegalStateException    if somebody is answering it just now
     */
    public Answer again(MessageId message, Optional<Tier> tier, Optional<String> model, Consumer<ExchangeEvent> events,
            Cancellation cancellation) {
        return titled(intake.again(message, tier, model, events, cancellation));
    }

    private Answer titled(Answer answer) {
        titles.ended(answer);
        return answer;
    }

    /**
     * The answer that a message got before.
     *
     * @throws IllegalArgumentException if there is no such message, or no answer to it
     */
    public Answer recall(MessageId id) {
        return intake.recall(id);
    }

    /**
     * Begins a conversation with a copy of what was said, and sent along, up to a message.
     *
     * @throws IllegalArgumentException if there is no such message
     */
    public ConversationId branch(MessageId upTo, String title) {
        ConversationId as = ids.conversation();
        journal.threads().branch(upTo, as, title, ids, clock.instant());
        return as;
    }

    /** Whether {@code model} or {@code model@provider} names anything. */
    public boolean knows(String model) {
        return router.knows(model);
    }

    /** The deployments that can serve today, in the catalogue's order: what the panels show. */
    public List<DeploymentId> inUse() {
        LocalDate today = LocalDate.now(clock);
        return catalog.get().deployments().stream().filter(d -> endpoints.usable().contains(d.provider().id()) && !d.isRetired(today))
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
        return intake.preview(ask);
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
            journal.withoutMessage(decision, clock.instant());
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
        return new WhatIf(catalog.get(), endpoints.usable(), judge.sureAt(), zone)
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
            if (due && intake.canBeAnswered(row.message())) {
                intake.takeUp(row.message(), false, event -> { }, new Cancellation()).ifPresent(answered);
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

    /** A provider has another key, or none: whatever was held against it because of the one before is forgotten. */
    void keyChanged(String provider) {
        health.keyChanged(provider);
    }

    /** A provider was asked what it serves. */
    void said(String provider, ModelList list) {
        switch (list) {
            case ModelList.Served(var names) -> {
                health.keyChanged(provider);
                health.listed(provider, names, clock.instant());
            }
            case ModelList.Unknown(Failure.KeyRefused why) -> health.keyRefused(provider, clock.instant());
            case ModelList.Unknown(Failure why) -> { }
        }
    }

    /** What lies ready for messages that are not sent yet. */
    public Tray tray() {
        return tray;
    }

    /** Documents for any conversation. */
    public Library library() {
        return library;
    }

    /** Prepares whole documents. */
    public Preparer preparer() {
        return preparer;
    }

    /** What only the user can mend, or should know. */
    public List<Trouble> troubles() {
        return health.troubles(clock.instant());
    }

    /** Stops what is under way, and waits until it is written down. */
    @Override
    public void close() {
        preparer.close(); // first: what it is about to be paid for may still come
        underWay.close(); // before the attendant: its round may be one of them
        attendant.close();
        titles.close();
        roster.close();
        lessons.close();
        prompts.close();
        timer.shutdown();
    }
}
