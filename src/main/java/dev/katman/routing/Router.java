package dev.katman.routing;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Catalog;
import dev.katman.catalog.Deployment;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Mode;
import dev.katman.catalog.Model;
import dev.katman.catalog.Policy;
import dev.katman.catalog.Tier;
import dev.katman.classify.MessageType;
import dev.katman.pacing.Outlook;
import dev.katman.pacing.Pacing;
import dev.katman.quota.Admission;
import dev.katman.quota.Kept;
import dev.katman.quota.Ledger;
import dev.katman.quota.Level;
import dev.katman.quota.Need;
import dev.katman.routing.Decision.Pace;
import dev.katman.routing.Decision.Reason;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** The founding document's table and its contested band, joined with what is left. Reads levels, spends nothing. */
public final class Router {
    /** What must be left of the first choice's tightest axis for a conversation to come back to it, 0 to 1. */
    private static final double AMPLE = .5;

    /** A conversation that the deep brain is in stays there until its price is a quarter above the message's value, not a hair. */
    private static final double STAYING = .8;

    private final Supplier<Catalog> catalog;
    private final Ledger ledger;
    private final Supplier<Policy> policy;
    private final Supplier<Pacing> pacing;
    private final Function<DeploymentId, Kept> routerShare;

    /**
     * @param catalog     what exists just now
     * @param policy      what holds just now
     * @param pacing      the prices, with the past that they are learned from
     * @param routerShare what tier 0 still needs today of a bucket that it shares with others
     */
    public Router(Supplier<Catalog> catalog, Ledger ledger, Supplier<Policy> policy, Supplier<Pacing> pacing, Function<DeploymentId, Kept> routerShare) {
        this.policy = policy;
        this.catalog = catalog;
        this.ledger = ledger;
        this.pacing = pacing;
        this.routerShare = routerShare;
    }

    /** Where the message goes, and who is asked in which order. */
    public Decision decide(Question question) {
        int difficulty = question.assessment().difficulty();
        Policy now = policy.get();
        Optional<Tier> asked = question.tier()
                .or(() -> question.model().flatMap(this::tierOf).filter(tier -> tier != Tier.ROUTER));
        if (asked.isPresent()) {
            return decision(question, asked.get(), Reason.ASKED_FOR, Pace.NONE);
        }
        if (question.assessment().type() == MessageType.CHAT) {
            return decision(question, Tier.CONVERSATION, Reason.CONVERSATION, Pace.NONE);
        }
        if (difficulty < now.workBelow()) {
            return decision(question, Tier.WORKER, Reason.EASY_TASK, Pace.NONE);
        }
        if (difficulty > now.deepAbove()) {
            return decision(question, Tier.DEEP, Reason.HARD_TASK, Pace.NONE);
        }
        return contested(question, now.mode());
    }

    /** @param name {@code model} or {@code model@provider} */
    private Optional<Tier> tierOf(String name) {
        return Ladder.named(catalog.get(), name).stream().findFirst().flatMap(deployment -> catalog.get().tierOf(deployment.model().id()));
    }

    private Decision contested(Question question, Mode mode) {
        Decision deep = decision(question, Tier.DEEP, Reason.CONTESTED_AFFORDED, Pace.NONE);
        if (mode == Mode.GENEROUS) {
            return deep;
        }
        if (mode == Mode.STRICT) {
            return decision(question, Tier.WORKER, Reason.CONTESTED_KEPT, Pace.NONE);
        }
        List<Candidate> own = deep.candidates().stream().filter(c -> c.standing().own()).toList();
        if (own.stream().anyMatch(c -> c.verdict() == Verdict.ADMITTED)) {
            return deep;
        }
        boolean kept = own.stream().anyMatch(c -> c.verdict() == Verdict.PACED);
        return decision(question, Tier.WORKER, kept ? Reason.CONTESTED_KEPT : Reason.CONTESTED_NO_ROOM, deep.pace());
    }

    /** @param pace what the decision tells, where it was priced before for another tier */
    private Decision decision(Question question, Tier tier, Reason reason, Pace pace) {
        boolean emergency = question.assessment().difficulty() > policy.get().deepAbove();
        var candidates = new ArrayList<Candidate>();
        for (Ladder.Rung rung : Ladder.of(catalog.get(), tier, question.model(), emergency, live(question))) {
            Deployment deployment = rung.deployment();
            if (deployment.provider().embedded() && !question.usable().contains(deployment.provider().id())) {
                continue; // the sandbox is not a choice beside real models
            }
            candidates.add(candidate(question, rung));
        }
        Pace told = policy.get().mode() == Mode.PACED && reason != Reason.ASKED_FOR ? paced(question, tier, candidates, pace) : pace;
        return new Decision(question.assessment(), tier, policy.get().mode(), reason, told,
                question.model().isPresent() ? candidates : staying(question, tier, candidates));
    }

    /**
     * Holds back the tier's first choice, here and elsewhere, where a token of it costs more than it is worth for this message: as long as
     * somebody else of the tier can answer, or, for the contested band, the worker.
     *
     * @return the price of the first one that was asked for, or what is told already
     */
    private Pace paced(Question question, Tier tier, List<Candidate> candidates, Pace told) {
        Pace first = told;
        boolean contested = tier == Tier.DEEP && question.assessment().difficulty() <= policy.get().deepAbove();
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            boolean scarce = candidate.standing() == Standing.FIRST || candidate.standing() == Standing.ELSEWHERE;
            if (!scarce || candidate.tier() != tier || candidate.verdict() != Verdict.ADMITTED) {
                continue;
            }
            Optional<Pace> pace = pace(question, candidate);
            if (pace.isEmpty()) {
                continue;
            }
            first = first.equals(Pace.NONE) ? pace.get() : first;
            boolean there = question.last().filter(candidate.deployment()::equals).isPresent();
            boolean kept = pace.get().value() < pace.get().price() * (there ? STAYING : 1);
            if (kept && (contested || somebodyElse(candidates, candidate))) {
                candidates.set(i, candidate.verdict(Verdict.PACED));
            }
        }
        return first;
    }

    private static boolean somebodyElse(List<Candidate> candidates, Candidate candidate) {
        return candidates.stream().anyMatch(c -> c != candidate && c.standing().own() && c.verdict() == Verdict.ADMITTED);
    }

    private Optional<Pace> pace(Question question, Candidate candidate) {
        Deployment deployment = catalog.get().deployment(candidate.deployment()).orElseThrow();
        List<Level> levels = deployment.limits().byAxis().keySet().stream()
                .flatMap(axis -> ledger.level(deployment.id(), axis, question.now()).stream()).toList();
        long tokens = question.promptTokens().tokens(deployment.model(), room(candidate.tier(), deployment)) + candidate.cap();
        return pacing.get().quote(candidate.tier(), deployment.id(), question.assessment().difficulty(), tokens, levels, question.now())
                .map(quote -> new Pace(quote.price(), quote.value(), quote.leftShare(), quote.usualShare()));
    }

    /** The coming day of a tier's scarce deployment; empty where nothing of it is paced. */
    public Optional<Outlook> outlook(Tier tier, DeploymentId deployment, Instant now) {
        return ledger.level(deployment, Axis.TPD, now).or(() -> ledger.level(deployment, Axis.RPD, now))
                .flatMap(day -> pacing.get().outlook(tier, day, now));
    }

    /**
     * A conversation stays with the backup that answered it before until the first choice has ample room again: else it would go back and
     * forth with every minute's refill.
     */
    private static List<Candidate> staying(Question question, Tier tier, List<Candidate> candidates) {
        Optional<Candidate> first = candidates.stream().filter(c -> c.verdict() == Verdict.ADMITTED).findFirst();
        Optional<Candidate> before = candidates.stream().filter(c -> c.verdict() == Verdict.ADMITTED && c.tier() == tier)
                .filter(c -> question.last().filter(c.deployment()::equals).isPresent())
                .filter(c -> c.standing() == Standing.BACKUP || c.standing() == Standing.ELSEWHERE).findFirst();
        if (before.isEmpty() || before.equals(first) || first.get().shareLeft() >= AMPLE) {
            return candidates;
        }
        var order = new ArrayList<>(candidates);
        order.remove(before.get());
        order.addFirst(before.get().standing(Standing.STAYS));
        return order;
    }

    /** Whether a reader's {@code model} or {@code model@provider} names anything. */
    public boolean knows(String model) {
        return !Ladder.named(catalog.get(), model).isEmpty();
    }

    /** The deployment that tier 0 asks, if it has room for such a call. One only: a second router would cost what it should save. */
    public Optional<Deployment> judge(Question question, ToIntFunction<Model> cap) {
        return Ladder.of(catalog.get(), Tier.ROUTER, Optional.empty(), false, live(question)).stream()
                .map(Ladder.Rung::deployment).filter(live(question)).findFirst()
                .filter(d -> !question.rests().benched().containsKey(d.id()))
                .filter(d -> ledger.peek(d.id(), new Need(question.promptTokens().tokens(d.model(), room(Tier.ROUTER, d)),
                        cap.applyAsInt(d.model())), Kept.NOTHING,
                        question.now()) instanceof Admission.Fits);
    }

    /**
     * A deployment of that tier with room to spare, for what is nice to have: after such a call half of what is not kept for others would
     * still be there, on every axis. None that thinks before it answers.
     */
    public Optional<Deployment> spare(Question question, Tier tier, int cap) {
        return Ladder.of(catalog.get(), tier, Optional.empty(), false, live(question)).stream().filter(rung -> rung.standing().own())
                .map(Ladder.Rung::deployment).filter(live(question)).filter(d -> !d.model().thinks())
                .filter(d -> !question.rests().benched().containsKey(d.id()))
                .filter(d -> isAmple(d, tier, new Need(question.promptTokens().tokens(d.model(), room(tier, d)), cap), question.now())).findFirst();
    }

    /**
     * Who can do a tier's work that nobody waits for: its own models, wherever they are served, in their order, and else what runs on this
     * machine. No neighbour: what is dear is not spent on it. Whether they have room, or rest just now, is not looked at.
     */
    public List<Deployment> hands(Question question, Tier tier) {
        List<Ladder.Rung> all = Ladder.of(catalog.get(), tier, Optional.empty(), false, live(question)).stream()
                .filter(rung -> live(question).test(rung.deployment())).toList();
        List<Ladder.Rung> own = all.stream().filter(rung -> rung.standing().own()).toList();
        return (own.isEmpty() ? all.stream().filter(rung -> rung.standing() == Standing.THIS_MACHINE).toList() : own).stream()
                .map(Ladder.Rung::deployment).toList();
    }

    /** The cap of a call that wants an answer of so many tokens. */
    public static int cap(Deployment deployment, int answer) {
        return Caps.of(deployment, answer);
    }

    private boolean isAmple(Deployment deployment, Tier tier, Need need, Instant now) {
        Kept kept = kept(deployment.id(), tier);
        return deployment.limits().byAxis().keySet().stream().flatMap(axis -> ledger.level(deployment.id(), axis, now).stream())
                .allMatch(level -> level.used() + need.on(level.axis())
                        <= (1 - AMPLE) * (level.limit() - kept.byAxis().getOrDefault(level.axis(), 0L)));
    }

    /** What a call on behalf of that tier leaves for others: what the worker shares with tier 0 is kept for tier 0. */
    public Kept kept(DeploymentId deployment, Tier tier) {
        boolean shared = tier != Tier.ROUTER && catalog.get().plan(Tier.ROUTER).chain().contains(deployment.model());
        return shared ? routerShare.apply(deployment) : Kept.NOTHING;
    }

    /** The most tokens that a prompt may have there beside the answer that such a message wants, in its context and on its tightest axis. */
    public static long room(Tier tier, Deployment deployment) {
        return Math.min(deployment.limits().mostTokensAtOnce(), deployment.model().context()) - Caps.wanted(tier, deployment);
    }

    private static Predicate<Deployment> live(Question question) {
        return d -> hasKey(question, d) && !isGone(question, d);
    }

    private static boolean hasKey(Question question, Deployment deployment) {
        String provider = deployment.provider().id();
        return question.usable().contains(provider) && !question.rests().refused().contains(provider);
    }

    private static boolean isGone(Question question, Deployment deployment) {
        return deployment.isRetired(question.today()) || question.rests().gone().contains(deployment.id());
    }

    private Candidate candidate(Question question, Ladder.Rung rung) {
        Deployment deployment = rung.deployment();
        if (!hasKey(question, deployment)) {
            return without(rung, Verdict.NO_KEY);
        }
        if (isGone(question, deployment)) {
            return without(rung, Verdict.RETIRED);
        }
        long prompt = question.promptTokens().tokens(deployment.model(), room(rung.tier(), deployment));
        int cap = Caps.possible(rung.tier(), deployment, prompt);
        if (!Caps.worthAsking(cap)) {
            return new Candidate(deployment.id(), rung.tier(), rung.standing(), Verdict.TOO_LARGE, tokenAxis(deployment),
                    prompt + Caps.least(rung.tier(), deployment), 0,
                    Math.min(deployment.limits().mostTokensAtOnce(), deployment.model().context()), Duration.ZERO, 0);
        }
        Duration rest = question.rests().benched().get(deployment.id());
        if (rest != null) {
            return new Candidate(deployment.id(), rung.tier(), rung.standing(), Verdict.BENCHED, Optional.empty(), prompt + cap, 0, 0,
                    rest, cap);
        }
        Kept kept = kept(deployment.id(), rung.tier());
        Admission admission = ledger.peek(deployment.id(), new Need(prompt, cap), kept, question.now());
        int least = Math.min(cap, Caps.least(rung.tier(), deployment));
        if (admission instanceof Admission.NoRoom full && !full.axis().countsRequests()) {
            long room = full.limit() - full.level() - prompt;
            if (room >= least && ledger.peek(deployment.id(), new Need(prompt, room), kept, question.now()) instanceof Admission.Fits fits) {
                cap = (int) room; // a shorter answer now beats the full length later
                admission = fits;
            }
        }
        return switch (admission) {
            case Admission.NoRoom full -> new Candidate(deployment.id(), rung.tier(), rung.standing(), Verdict.NO_ROOM,
                    Optional.of(full.axis()), full.need(), full.level(), full.limit(), full.roomIn(), cap);
            case Admission.NeverFits never -> new Candidate(deployment.id(), rung.tier(), rung.standing(), Verdict.TOO_LARGE,
                    Optional.of(never.axis()), never.need(), 0, never.limit(), Duration.ZERO, cap);
            case Admission.Fits fits -> admitted(question, rung, new Need(prompt, cap));
        };
    }

    private Candidate admitted(Question question, Ladder.Rung rung, Need need) {
        // The deep brain as somebody's neighbour is a last resort: its day is the shortest.
        Verdict verdict = rung.standing() == Standing.NEIGHBOUR && rung.tier() == Tier.DEEP ? Verdict.PACED : Verdict.ADMITTED;
        DeploymentId id = rung.deployment().id();
        Optional<Level> tightest = rung.deployment().limits().byAxis().keySet().stream()
                .flatMap(axis -> ledger.level(id, axis, question.now()).stream())
                .min(Comparator.comparingDouble(level -> (double) (level.left() - need.on(level.axis())) / level.limit()));
        return tightest
                .map(level -> new Candidate(id, rung.tier(), rung.standing(), verdict, Optional.of(level.axis()),
                        need.on(level.axis()), level.used(), level.limit(), Duration.ZERO, (int) need.completionTokens()))
                .orElseGet(() -> new Candidate(id, rung.tier(), rung.standing(), verdict, Optional.empty(), need.tokens(), 0, 0,
                        Duration.ZERO, (int) need.completionTokens()));
    }

    private static Optional<Axis> tokenAxis(Deployment deployment) {
        return List.of(Axis.TPM, Axis.TPD).stream().filter(axis -> deployment.limits().of(axis).isPresent()).findFirst();
    }

    private static Candidate without(Ladder.Rung rung, Verdict verdict) {
        return new Candidate(rung.deployment().id(), rung.tier(), rung.standing(), verdict, Optional.empty(), 0, 0, 0, Duration.ZERO, 0);
    }
}
