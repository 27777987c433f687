package dev.katman.exchange;

import dev.katman.catalog.Deployment;
import dev.katman.catalog.Model;
import dev.katman.catalog.Policy;
import dev.katman.catalog.Tier;
import dev.katman.classify.Assessment;
import dev.katman.classify.LocalJudge;
import dev.katman.classify.RouterPrompt;
import dev.katman.classify.Verdict;
import dev.katman.context.TokenCounter;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.Message;
import dev.katman.conversation.Purpose;
import dev.katman.provider.ChatRequest;
import dev.katman.provider.ReplyListener;
import dev.katman.quota.Kept;
import dev.katman.routing.Question;
import dev.katman.routing.Router;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tier 0: what the local judge is sure of costs no call. Of the rest the router model's verdict counts if it comes, is valid and is in time;
 * else the local judge's after all, and why.
 */
final class Tier0 {
    /** How sure we are of a verdict that the local judge shares, and of one that it does not. A model does not say it of itself. */
    private static final double AGREED = .95;
    private static final double ALONE = .8;

    private final Router router;
    private final Health health;
    private final Wire wire;
    private final LocalJudge local;
    private final Supplier<Policy> policy;
    private final RouterPrompt prompt;
    private final TokenCounter counter;
    private final Endpoints endpoints;
    private final ScheduledExecutorService timer;
    private final Clock clock;
    private final Duration deadline;

    Tier0(Router router, Health health, Wire wire, LocalJudge local, Supplier<Policy> policy, RouterPrompt prompt, TokenCounter counter, Endpoints endpoints,
            ScheduledExecutorService timer, Clock clock, Duration deadline) {
        this.router = router;
        this.health = health;
        this.wire = wire;
        this.local = local;
        this.policy = policy;
        this.prompt = prompt;
        this.counter = counter;
        this.endpoints = endpoints;
        this.timer = timer;
        this.clock = clock;
        this.deadline = deadline;
    }

    /**
     * Judged here, without a call.
     *
     * @param recent the turns before this one, oldest first
     */
    Assessment locally(String text, List<Message> recent) {
        return local.judge(text, recent);
    }

    /** @param recent as above */
    Assessment judge(DecisionId decision, String text, List<Message> recent, Cancellation cancellation) {
        long began = System.nanoTime();
        Assessment here = local.judge(text, recent);
        if (here.confidence() >= policy.get().localFrom().orElse(local.sureAt())) {
            return here.noted(Assessment.SURE, since(began));
        }
        List<Message> messages = prompt.messages(text, recent);
        var question = new Question(here, (model, room) -> counter.prompt(model, messages), endpoints.usable(),
                health.rests(clock.instant()), Optional.empty(), Optional.empty(), Optional.empty(), clock.instant(), LocalDate.now(clock));
        Optional<Deployment> judge = router.judge(question, this::cap);
        if (judge.isEmpty()) {
            return noted(here, "NO_ROOM", began);
        }
        Model model = judge.get().model();
        var request = new ChatRequest(judge.get(), messages, cap(model), Optional.of(prompt.schema()));
        var inTime = new Cancellation();
        var alarm = timer.schedule(inTime::cancel, deadline.toMillis(), TimeUnit.MILLISECONDS);
        var stopped = cancellation.onCancel(inTime::cancel);
        Wire.Result result;
        try {
            result = wire.call(new Wire.Call(decision, request, counter.prompt(model, messages), Purpose.ROUTE, Tier.ROUTER, Kept.NOTHING,
                    false), new ReplyListener() { }, inTime);
        } finally {
            stopped.close();
            alarm.cancel(false);
        }
        return switch (result) {
            case Wire.Result.Answered(var spoken) -> prompt.parse(spoken.text())
                    .map(verdict -> new Assessment(verdict.type(), verdict.difficulty(), agrees(here, verdict) ? AGREED : ALONE,
                            judge.get().id().toString(), since(began), "", Optional.of(here.asGuess())))
                    .orElseGet(() -> noted(here, "INVALID", began));
            case Wire.Result.Denied denied -> noted(here, "NO_ROOM", began);
            case Wire.Result.Resting resting -> noted(here, "NO_ROOM", began);
            case Wire.Result.Broken broken -> noted(here, inTime.isCancelled() ? "TOO_LATE" : "FAILED", began);
        };
    }

    private int cap(Model model) {
        return prompt.cap(model);
    }

    private static boolean agrees(Assessment here, Verdict verdict) {
        return here.type() == verdict.type() && Math.abs(here.difficulty() - verdict.difficulty()) <= 2;
    }

    private static Assessment noted(Assessment here, String why, long began) {
        return here.noted(why, since(began));
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
