package dev.katman.ui.decisions;

import dev.katman.catalog.DeploymentId;
import dev.katman.exchange.WhatIf;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A budget and a day on which it ran dry, as things stand or as they might.
 *
 * @param before as things stand; empty where it did not
 * @param after  as they might; likewise
 */
record WhatIfDry(DeploymentId deployment, LocalDate day, Optional<WhatIf.Dry> before, Optional<WhatIf.Dry> after) {
    /** Day by day, oldest first. */
    static List<WhatIfDry> of(WhatIf.Comparison comparison) {
        List<WhatIf.Dry> before = comparison.before().dry();
        List<WhatIf.Dry> after = comparison.after().dry();
        return Stream.concat(before.stream(), after.stream())
                .map(dry -> new WhatIfDry(dry.deployment(), dry.day(), same(before, dry), same(after, dry))).distinct()
                .sorted(Comparator.comparing(WhatIfDry::day).thenComparing(WhatIfDry::deployment)).toList();
    }

    private static Optional<WhatIf.Dry> same(List<WhatIf.Dry> among, WhatIf.Dry dry) {
        return among.stream().filter(d -> d.deployment().equals(dry.deployment()) && d.day().equals(dry.day())).findFirst();
    }
}
