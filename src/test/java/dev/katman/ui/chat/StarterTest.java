package dev.katman.ui.chat;

import dev.katman.catalog.CatalogReader;
import dev.katman.catalog.Policy;
import dev.katman.catalog.Tier;
import dev.katman.classify.Assessment;
import dev.katman.classify.MessageType;
import dev.katman.classify.TrainedJudge;
import dev.katman.settings.Language;
import dev.katman.settings.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class StarterTest {
    private static final TrainedJudge JUDGE = TrainedJudge.embedded();
    private static final Policy POLICY = CatalogReader.embedded().policy();

    @ParameterizedTest
    @EnumSource(Language.class)
    void theLocalJudgeSendsEachToTheTierOnItsCardAndAsksNobody(Language language) {
        assertThat(Starter.values()).allSatisfy(starter -> {
            Assessment verdict = JUDGE.judge(starter.text(Texts.in(language)));
            assertThat(tier(verdict)).as(starter + ": " + verdict).contains(starter.tier());
            assertThat(verdict.confidence()).as(starter.name()).isGreaterThanOrEqualTo(JUDGE.sureAt());
        });
    }

    /** Empty where it lies between easy and hard. */
    private static Optional<Tier> tier(Assessment verdict) {
        if (verdict.type() == MessageType.CHAT) {
            return Optional.of(Tier.CONVERSATION);
        }
        return verdict.difficulty() < POLICY.workBelow() ? Optional.of(Tier.WORKER)
                : verdict.difficulty() > POLICY.deepAbove() ? Optional.of(Tier.DEEP) : Optional.empty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noneIsMuchLongerThanAnother(Language language) {
        var lengths = Arrays.stream(Starter.values()).mapToInt(starter -> starter.text(Texts.in(language)).length()).summaryStatistics();
        assertThat(lengths.getMax()).isLessThanOrEqualTo(lengths.getMin() * 3 / 2);
    }
}
