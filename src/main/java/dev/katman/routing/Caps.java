package dev.katman.routing;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Deployment;
import dev.katman.catalog.Tier;

/**
 * How many completion tokens a call may ask for. The cap is charged in full at admission, so it fits the task and not the model's
 * maximum: on a model with 8 000 tokens a minute, a large cap alone is refused (quota-law: "send a cap that fits the task").
 */
final class Caps {
    /** Room for reasoning, which spends the same budget before the first word of the answer. */
    private static final int THINKING = 1024;
    private static final int LEAST = 64;

    private Caps() {
    }

    /** What an answer of this tier should have room for. */
    static int wanted(Tier tier, Deployment deployment) {
        int answer = switch (tier) {
            case ROUTER -> LEAST;
            case CONVERSATION, WORKER -> 1024;
            case DEEP -> 2560;
        };
        return answer + (deployment.model().thinks() ? THINKING : 0);
    }

    /** For an answer of so many tokens, with room for reasoning before it; less where no call there may write as much. */
    static int of(Deployment deployment, int answer) {
        long most = Math.min(deployment.limits().of(Axis.OTPM).orElse(Long.MAX_VALUE), deployment.maxCompletion().orElse(Integer.MAX_VALUE));
        return (int) Math.min(answer + (deployment.model().thinks() ? THINKING : 0), most);
    }

    /** The least that is still worth asking for when there is not room for all of it. */
    static int least(Tier tier, Deployment deployment) {
        return wanted(tier, deployment) / 2;
    }

    /**
     * The most that can ever be admitted beside this prompt, up to what is wanted.
     *
     * @return less than {@link #LEAST} when the prompt leaves no room for an answer
     */
    static int possible(Tier tier, Deployment deployment, long promptTokens) {
        long room = Math.min(deployment.limits().mostTokensAtOnce(), deployment.model().context()) - promptTokens;
        room = Math.min(room, deployment.limits().of(Axis.OTPM).orElse(Long.MAX_VALUE));
        room = Math.min(room, deployment.maxCompletion().orElse(Integer.MAX_VALUE));
        return Math.clamp(room, -1, wanted(tier, deployment));
    }

    static boolean worthAsking(int cap) {
        return cap >= LEAST;
    }
}
