package dev.katman.ui.decisions;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Catalog;
import dev.katman.catalog.CatalogReader;
import dev.katman.catalog.Mode;
import dev.katman.catalog.Policy;
import dev.katman.exchange.WhatIf.Comparison;
import dev.katman.exchange.WhatIf.Course;
import dev.katman.exchange.WhatIf.Dry;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

import static dev.katman.ui.decisions.Lines.DEEP;
import static dev.katman.ui.decisions.Lines.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** What is tried out, and what comes of it. */
class WhatIfDraftTest {
    private final Catalog catalog = CatalogReader.embedded();
    private final WhatIfDraft now = WhatIfDraft.of(Policy.FOUNDING);

    @Test
    void thresholdsNeverCross() {
        assertThat(now.workBelow(9).policy()).isEqualTo(new Policy(Mode.PACED, 9, 8));
        assertThat(now.deepAbove(2).policy()).isEqualTo(new Policy(Mode.PACED, 3, 2));
        assertThat(now.deepAbove(0).policy()).isEqualTo(new Policy(Mode.PACED, 1, 0));
        assertThat(now.workBelow(10).deepAbove(10).policy()).isEqualTo(new Policy(Mode.PACED, 10, 10));
    }

    @Test
    void aLimitIsTriedAndTakenBack() {
        WhatIfDraft less = now.limit(catalog, DEEP, Axis.TPD, OptionalLong.of(50_000));
        assertThat(less.terms().limits().get(DEEP).of(Axis.TPD)).hasValue(50_000);
        assertThat(less.terms().limits().get(DEEP).of(Axis.RPM)).as("the others stay").hasValue(30);
        assertThat(less.differs(Policy.FOUNDING)).isTrue();
        WhatIfDraft none = less.limit(catalog, DEEP, Axis.TPM, OptionalLong.empty());
        assertThat(none.terms().limits().get(DEEP).of(Axis.TPM)).isEmpty();
        WhatIfDraft back = none.limit(catalog, DEEP, Axis.TPM, OptionalLong.of(8_000)).limit(catalog, DEEP, Axis.TPD, OptionalLong.of(200_000));
        assertThat(back.limits()).isEmpty();
        assertThat(back.differs(Policy.FOUNDING)).isFalse();
    }

    @Test
    void theLocalJudgesThresholdCanBeItsOwnAgain() {
        assertThat(now.localFrom(OptionalDouble.of(.7)).differs(Policy.FOUNDING)).isTrue();
        assertThat(now.localFrom(OptionalDouble.of(.7)).localFrom(OptionalDouble.empty()).differs(Policy.FOUNDING)).isFalse();
    }

    @Test
    void dryDaysOfBothCoursesStandBesideEachOther() {
        LocalDate first = LocalDate.parse("2026-11-20");
        var before = new Dry(DEEP, first, NOON, 4);
        var after = new Dry(DEEP, first, NOON.minusSeconds(3600), 21);
        var another = new Dry(DEEP, first.plusDays(1), NOON, 2);
        assertThat(WhatIfDry.of(new Comparison(9, List.of(), course(before), course(after, another)))).containsExactly(
                new WhatIfDry(DEEP, first, Optional.of(before), Optional.of(after)),
                new WhatIfDry(DEEP, first.plusDays(1), Optional.empty(), Optional.of(another)));
    }

    private static Course course(Dry... dry) {
        return new Course(Map.of(), 0, 0, 0, List.of(dry));
    }
}
