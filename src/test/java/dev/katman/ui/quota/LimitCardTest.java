package dev.katman.ui.quota;

import dev.katman.catalog.Axis;
import dev.katman.catalog.Catalog;
import dev.katman.catalog.CatalogReader;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Tier;
import dev.katman.quota.Kept;
import dev.katman.quota.Ledger;
import dev.katman.quota.Level;
import dev.katman.quota.Need;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class LimitCardTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final Catalog catalog = CatalogReader.embedded();
    private final Ledger ledger = new Ledger(catalog);

    private List<LimitCard> cards(String provider) {
        return LimitCard.of(ledger.levels(NOW), catalog, Set.of(provider), NOW);
    }

    @Test
    void theSandboxShowsEveryFirstChoiceAndTheSharedBucketOnce() {
        List<LimitCard> cards = cards("sandbox");
        assertThat(cards).extracting(card -> card.deployment().toString())
                .containsExactly("gpt-oss-120b@sandbox", "kimi-k2-instruct@sandbox", "llama-4-scout@sandbox");
        assertThat(cards.get(2).tiers()).containsExactly(Tier.WORKER, Tier.ROUTER);
        assertThat(cards).noneMatch(LimitCard::backup);
    }

    @Test
    void aBackupHasACardOnceItWasUsed() {
        ledger.reserve(DeploymentId.parse("qwen3-32b@sandbox"), new Need(100, 400), Kept.NOTHING, NOW);
        List<LimitCard> cards = cards("sandbox");
        assertThat(cards.getLast().deployment()).isEqualTo(DeploymentId.parse("qwen3-32b@sandbox"));
        assertThat(cards.getLast().backup()).isTrue();
    }

    @Test
    void whereAModelIsGoneItsSuccessorStandsForIt() {
        ledger.reserve(DeploymentId.parse("gpt-oss-120b@groq"), new Need(100, 400), Kept.NOTHING, NOW);
        assertThat(cards("groq")).extracting(LimitCard::deployment)
                .contains(DeploymentId.parse("gpt-oss-20b@groq"), DeploymentId.parse("qwen3.8-27b@groq"))
                .allMatch(id -> id.provider().equals("groq"))
                .doesNotContain(DeploymentId.parse("llama-4-scout@groq"));
    }

    @Test
    void theRingShowsTheDayAndTheBarsTheRest() {
        LimitCard card = cards("sandbox").getFirst();
        assertThat(card.ring()).map(Level::axis).contains(Axis.TPD);
        assertThat(card.bars()).extracting(Level::axis).containsExactly(Axis.TPM, Axis.RPD);
    }

    @Test
    void aProvidersWordGrowsOldAfterTenMinutes() {
        var id = DeploymentId.parse("a@b");
        Level ours = new Level(id, Axis.TPM, 10, 1, 0, Duration.ZERO, Level.Source.OURS, Optional.empty());
        Level fresh = new Level(id, Axis.TPM, 10, 1, 0, Duration.ZERO, Level.Source.PROVIDER, Optional.of(NOW.minusSeconds(600)));
        Level old = new Level(id, Axis.TPM, 10, 1, 0, Duration.ZERO, Level.Source.PROVIDER, Optional.of(NOW.minusSeconds(601)));
        assertThat(LimitCard.word(ours, NOW)).isEqualTo(LimitCard.Word.OURS);
        assertThat(LimitCard.word(fresh, NOW)).isEqualTo(LimitCard.Word.PROVIDER);
        assertThat(LimitCard.word(old, NOW)).isEqualTo(LimitCard.Word.STALE);
    }
}
