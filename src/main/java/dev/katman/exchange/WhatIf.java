package dev.katman.exchange;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Catalog;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Limits;
import dev.katman.catalog.Policy;
import dev.katman.catalog.Tier;
import dev.katman.classify.Assessment;
import dev.katman.classify.Guess;
import dev.katman.classify.MessageType;
import dev.katman.journal.PastMessage;
import dev.katman.pacing.Demand;
import dev.katman.pacing.Pacing;
import dev.katman.quota.Kept;
import dev.katman.quota.Ledger;
import dev.katman.quota.Need;
import dev.katman.routing.Candidate;
import dev.katman.routing.Decision;
import dev.katman.routing.Question;
import dev.katman.routing.Rests;
import dev.katman.routing.Router;
import dev.katman.routing.Standing;
import dev.katman.routing.Verdict;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The logged past, decided again: the very router and ledger that serve, on a clock that runs through what was said. It is run twice, as
 * things stand and as they might, so that whatever the replay leaves out (failures, other programs on the same key, what the router's share
 * kept back) is left out on both sides. Nothing is called.
 */
public final class WhatIf {
    /** What the router's verdict costs where no logged one tells: its prompt stays near 600 tokens, the verdict near 15. */
    private static final long A_VERDICT = 615;

    private final Catalog catalog;
    private final Set<String> usable;
    private final double sureAt;
    private final ZoneId zone;

    /**
     * @param usable providers that can serve
     * @param sureAt the local judge's own threshold, where a policy has none
     * @param zone   the reader's, whose days are counted
     */
    WhatIf(Catalog catalog, Set<String> usable, double sureAt, ZoneId zone) {
        this.catalog = catalog;
        this.usable = Set.copyOf(usable);
        this.sureAt = sureAt;
        this.zone = zone;
    }

    /**
     * What might be otherwise.
     *
     * @param policy thresholds, mode, and how sure the local judge must be
     * @param limits of deployments, in place of the catalogue's
     */
    public record Terms(Policy policy, Map<DeploymentId, Limits> limits) {
        public Terms {
            limits = Map.copyOf(limits);
        }

        /** A policy on the limits as they are. */
        public Terms(Policy policy) {
            this(policy, Map.of());
        }
    }

    /**
     * A message that would have gone elsewhere.
     *
     * @param before who would be asked first as things stand; empty where it would have been parked
     * @param after  likewise as they might
     */
    public record Moved(PastMessage message, Tier tierBefore, Optional<DeploymentId> before, Tier tierAfter, Optional<DeploymentId> after) {
    }

    /**
     * A day on which a budget ran dry.
     *
     * @param at     when the first message found no room for the day
     * @param turned messages that deserved this model and found none that day
     */
    public record Dry(DeploymentId deployment, LocalDate day, Instant at, int turned) {
    }

    /**
     * One way through the past.
     *
     * @param tokens     spent, by deployment, the router's calls included
     * @param routeCalls verdicts asked of the router model
     * @param deep       messages that the deep brain's first choice took
     * @param parked     messages for which nobody had room
     * @param dry        days on which a tier's first choice ran dry, oldest first
     */
    public record Course(Map<DeploymentId, Long> tokens, int routeCalls, int deep, int parked, List<Dry> dry) {
        public Course {
            tokens = Map.copyOf(tokens);
            dry = List.copyOf(dry);
        }
    }

    /** @param messages how many were decided again */
    public record Comparison(int messages, List<Moved> moved, Course before, Course after) {
        public Comparison {
            moved = List.copyOf(moved);
        }

        /** What it costs more (or, below zero, saves), by deployment; those that stay the same are left out. */
        public Map<DeploymentId, Long> cost() {
            var cost = new TreeMap<DeploymentId, Long>();
            after.tokens().forEach((id, tokens) -> cost.merge(id, tokens, Long::sum));
            before.tokens().forEach((id, tokens) -> cost.merge(id, -tokens, Long::sum));
            cost.values().removeIf(difference -> difference == 0);
            return cost;
        }
    }

    /** @param past oldest first */
    Comparison compare(List<PastMessage> past, Terms before, Terms after) {
        var one = new Replay(before);
        var other = new Replay(after);
        var moved = new ArrayList<Moved>();
        for (PastMessage message : past) {
            Decision was = one.decide(message);
            Decision might = other.decide(message);
            if (!was.chosen().equals(might.chosen())) {
                moved.add(new Moved(message, was.tier(), was.chosen(), might.tier(), might.chosen()));
            }
        }
        return new Comparison(past.size(), moved, one.course(), other.course());
    }

    /** One way through the past, message by message. */
    private final class Replay {
        private final Policy policy;
        private final Catalog changed;
        private final Ledger ledger;
        private final Pacing pacing;
        private final Router router;
        private final Map<DeploymentId, Long> tokens = new LinkedHashMap<>();
        private final Map<Day, Dry> dry = new LinkedHashMap<>();
        private int routeCalls;
        private int deep;
        private int parked;

        private record Day(DeploymentId deployment, LocalDate day) {
        }

        Replay(Terms terms) {
            policy = terms.policy();
            changed = catalog.with(terms.limits());
            ledger = new Ledger(changed);
            pacing = new Pacing(changed, zone);
            router = new Router(() -> changed, ledger, () -> policy, () -> pacing, deployment -> Kept.NOTHING);
        }

        Decision decide(PastMessage message) {
            Assessment assessment = judged(message);
            Decision decision = router.decide(question(message, assessment, message.promptTokens()));
            Optional<Candidate> first = decision.order().stream().findFirst();
            if (first.isPresent()) {
                spend(first.get().deployment(), new Need(message.promptTokens(), message.completionTokens()), message.at());
            } else {
                parked++;
            }
            note(message, decision);
            boolean wantsDeep = assessment.type() == MessageType.TASK && assessment.difficulty() >= policy.workBelow();
            pacing.saw(wantsDeep ? Tier.DEEP : decision.tier(), new Demand(message.at(), assessment.difficulty(),
                    message.promptTokens() + message.completionTokens()));
            return decision;
        }

        /** By whom it would have been judged: a guess that is sure enough costs nothing, else the router's verdict stands and is paid. */
        private Assessment judged(PastMessage message) {
            Assessment said = message.assessment();
            if (message.asked()) {
                return said;
            }
            double from = policy.localFrom().orElse(sureAt);
            Optional<Guess> sure = said.guess().filter(guess -> guess.confidence() >= from);
            if (sure.isPresent()) {
                return new Assessment(sure.get().type(), sure.get().difficulty(), sure.get().confidence(), Assessment.LOCAL, said.took());
            }
            boolean asked = said.guess().isPresent() || said.sure() && said.confidence() < from;
            if (asked) {
                long cost = message.routeTokens() > 0 ? message.routeTokens() : A_VERDICT;
                router.judge(question(message, said, cost), model -> 1).ifPresent(judge -> {
                    routeCalls++;
                    spend(judge.id(), new Need(cost, 0), message.at());
                });
            }
            return said;
        }

        private Question question(PastMessage message, Assessment assessment, long promptTokens) {
            return new Question(assessment, (model, room) -> promptTokens, usable, Rests.NONE,
                    message.asked() ? Optional.of(message.tier()) : Optional.empty(), Optional.empty(), Optional.empty(), message.at(),
                    LocalDate.ofInstant(message.at(), zone));
        }

        private void spend(DeploymentId deployment, Need need, Instant at) {
            if (ledger.reserveAnyway(deployment, need) instanceof Ledger.Result.Granted(var reservation)) {
                ledger.open(reservation, at);
                ledger.settle(reservation, need, at);
            }
            tokens.merge(deployment, need.tokens(), Long::sum);
        }

        private void note(PastMessage message, Decision decision) {
            boolean taken = decision.order().stream().findFirst()
                    .filter(c -> decision.tier() == Tier.DEEP && c.standing() == Standing.FIRST).isPresent();
            deep += taken ? 1 : 0;
            boolean deserved = decision.tier() == Tier.DEEP || decision.reason() == Decision.Reason.CONTESTED_NO_ROOM;
            Tier tier = deserved ? Tier.DEEP : decision.tier();
            changed.plan(tier).chain().stream().findFirst().ifPresent(model -> decision.candidates().stream()
                    .filter(c -> c.deployment().model().equals(model) && c.verdict() == Verdict.NO_ROOM)
                    .filter(c -> c.axis().filter(Axis::isDaily).isPresent()).findFirst().ifPresent(c -> ranDry(message, c)));
        }

        private void ranDry(PastMessage message, Candidate full) {
            var day = new Day(full.deployment(), LocalDate.ofInstant(message.at(), zone));
            dry.merge(day, new Dry(full.deployment(), day.day(), message.at(), 1),
                    (known, more) -> new Dry(known.deployment(), known.day(), known.at(), known.turned() + 1));
        }

        Course course() {
            return new Course(tokens, routeCalls, deep, parked, List.copyOf(dry.values()));
        }
    }
}
