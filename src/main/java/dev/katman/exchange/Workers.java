package dev.katman.exchange;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Deployment;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.classify.Assessment;
import dev.katman.classify.MessageType;
import dev.katman.context.TokenCounter;
import dev.katman.exchange.PreparePrompts.Order;
import dev.katman.quota.Admission;
import dev.katman.quota.Kept;
import dev.katman.quota.Ledger;
import dev.katman.quota.Need;
import dev.katman.routing.PromptSize;
import dev.katman.routing.Question;
import dev.katman.routing.Router;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who does work that nobody waits for: of the worker's models the first that has room, else none until the first has. What it takes of a minute
 * leaves a part to those who talk meanwhile, and of a day what the router needs.
 */
final class Workers {
    private static final Assessment WORK = new Assessment(MessageType.TASK, 3, 1, Assessment.LOCAL, Duration.ZERO);
    /** Of each limit a minute, so that a message that somebody waits for finds room. */
    private static final double LEFT_TO_OTHERS = .25;

    private final Ledger ledger;
    private final Router router;
    private final Health health;
    private final TokenCounter counter;
    private final Endpoints endpoints;
    private final Clock clock;

    Workers(Ledger ledger, Router router, Health health, TokenCounter counter, Endpoints endpoints, Clock clock) {
        this.ledger = ledger;
        this.router = router;
        this.health = health;
        this.counter = counter;
        this.endpoints = endpoints;
        this.clock = clock;
    }

    /** Who is asked next. */
    sealed interface Choice {
        /** @param promptTokens by our count */
        record Ask(Deployment deployment, long promptTokens, int cap, Kept kept) implements Choice {
        }

        /**
         * @param whom  who will be the first that can be asked
         * @param until how long that is
         * @param rest  whether it is for a rest after a failure or refusal, and not for room
         */
        record Wait(DeploymentId whom, Duration until, boolean rest) implements Choice {
        }

        /**
         * Nobody.
         *
         * @param there whether there is somebody, who could not take this
         */
        record Nobody(boolean there) implements Choice {
        }
    }

    /** @param passed those who are not to be asked for this */
    Choice choose(Order order, Set<DeploymentId> passed) {
        Question question = question((model, room) -> counter.prompt(model, order.messages()));
        Choice.Wait least = null;
        List<Deployment> hands = router.hands(question, Tier.WORKER);
        for (Deployment deployment : hands) {
            int cap = Router.cap(deployment, order.cap());
            long prompt = counter.prompt(deployment.model(), order.messages());
            if (passed.contains(deployment.id()) || !fits(deployment, order.cap(), new Need(prompt, cap))) {
                continue;
            }
            Kept kept = kept(deployment);
            Optional<Duration> rest = Optional.ofNullable(question.rests().benched().get(deployment.id()));
            Admission admission = ledger.peek(deployment.id(), new Need(prompt, cap), kept, clock.instant());
            if (rest.isEmpty() && admission instanceof Admission.Fits) {
                return new Choice.Ask(deployment, prompt, cap, kept);
            }
            Duration room = admission instanceof Admission.NoRoom full ? full.roomIn() : Duration.ZERO;
            var wait = rest.filter(r -> r.compareTo(room) > 0).map(r -> new Choice.Wait(deployment.id(), r, true))
                    .orElseGet(() -> new Choice.Wait(deployment.id(), room, false));
            if (least == null || wait.until().compareTo(least.until()) < 0) {
                least = wait;
            }
        }
        return least == null ? new Choice.Nobody(!hands.isEmpty()) : least;
    }

    /** What a decision on such work is asked. */
    Question question(PromptSize size) {
        return new Question(WORK, size, endpoints.usable(), health.rests(clock.instant()),
                Optional.of(Tier.WORKER), Optional.empty(), Optional.empty(), clock.instant(), LocalDate.now(clock));
    }

    /** Those that live, in their order. */
    List<Deployment> all() {
        return router.hands(question((model, room) -> 0), Tier.WORKER);
    }

    /** How long each still rests. */
    Map<DeploymentId, Duration> rests() {
        return health.rests(clock.instant()).benched();
    }

    /** Whether it could ever be admitted, with room for the whole of the answer. */
    static boolean fits(Deployment deployment, int answer, Need need) {
        return need.completionTokens() >= answer && need.tokens() <= Math.min(deployment.limits().mostTokensAtOnce(), deployment.model().context())
                && need.promptTokens() <= deployment.limits().of(Axis.ITPM).orElse(Long.MAX_VALUE);
    }

    /** What such work leaves to others. */
    Kept kept(Deployment deployment) {
        var byAxis = new EnumMap<Axis, Long>(Axis.class);
        byAxis.putAll(router.kept(deployment.id(), Tier.WORKER).byAxis());
        deployment.limits().byAxis().forEach((axis, limit) -> {
            if (!axis.isDaily()) {
                byAxis.merge(axis, Math.round(limit * LEFT_TO_OTHERS), Math::max);
            }
        });
        return new Kept(byAxis);
    }
}
