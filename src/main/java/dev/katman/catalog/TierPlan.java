package dev.katman.catalog;

import java.util.List;

/**
 * Which models serve a tier, in order.
 *
 * @param tier      the tier
 * @param chain     model names: first choice, then backups
 * @param emergency model names that serve only the hardest tasks, once the chain cannot
 */
public record TierPlan(Tier tier, List<String> chain, List<String> emergency) {
    public TierPlan {
        chain = List.copyOf(chain);
        emergency = List.copyOf(emergency);
    }
}
