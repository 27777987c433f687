package dev.katman.ui.decisions;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Catalog;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Limits;
import dev.katman.catalog.Mode;
import dev.katman.catalog.Policy;
import dev.katman.exchange.WhatIf;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What the reader tries out.
 *
 * @param policy mode, thresholds, and how sure the local judge must be
 * @param limits of deployments, where they differ from the catalogue's
 * @param span   how much of the past
 */
record WhatIfDraft(Policy policy, Map<DeploymentId, Limits> limits, Span span) {
    WhatIfDraft {
        limits = Map.copyOf(limits);
    }

    /** How far back. */
    enum Span {
        DAY(Duration.ofDays(1)),
        WEEK(Duration.ofDays(7)),
        MONTH(Duration.ofDays(30));

        private final Duration back;

        Span(Duration back) {
            this.back = back;
        }

        Duration back() {
            return back;
        }
    }

    /** As things stand. */
    static WhatIfDraft of(Policy now) {
        return new WhatIfDraft(now, Map.of(), Span.WEEK);
    }

    WhatIf.Terms terms() {
        return new WhatIf.Terms(policy, limits);
    }

    WhatIfDraft policy(Policy other) {
        return new WhatIfDraft(other, limits, span);
    }

    WhatIfDraft mode(Mode mode) {
        return policy(policy.with(mode));
    }

    /** The other threshold gives way where the two would cross. */
    WhatIfDraft workBelow(int below) {
        return policy(policy.with(below, Math.max(policy.deepAbove(), below - 1)));
    }

    /** Likewise. */
    WhatIfDraft deepAbove(int above) {
        return policy(policy.with(Math.min(policy.workBelow(), above + 1), above));
    }

    /** @param from empty for the judge's own default */
    WhatIfDraft localFrom(OptionalDouble from) {
        return policy(policy.with(from));
    }

    WhatIfDraft span(Span other) {
        return new WhatIfDraft(policy, limits, other);
    }

    /**
     * Tries a limit.
     *
     * @param limit empty for none
     */
    WhatIfDraft limit(Catalog catalog, DeploymentId deployment, Axis axis, OptionalLong limit) {
        var axes = new EnumMap<Axis, Long>(Axis.class);
        axes.putAll(limits(catalog, deployment).byAxis());
        limit.ifPresentOrElse(most -> axes.put(axis, most), () -> axes.remove(axis));
        var all = new HashMap<>(limits);
        var tried = new Limits(axes);
        if (tried.equals(catalog.deployment(deployment).orElseThrow().limits())) {
            all.remove(deployment);
        } else {
            all.put(deployment, tried);
        }
        return new WhatIfDraft(policy, all, span);
    }

    /** What holds for a deployment here. */
    Limits limits(Catalog catalog, DeploymentId deployment) {
        return limits.getOrDefault(deployment, catalog.deployment(deployment).orElseThrow().limits());
    }

    /** Whether anything is otherwise than as things stand. */
    boolean differs(Policy now) {
        return !policy.equals(now) || !limits.isEmpty();
    }
}
