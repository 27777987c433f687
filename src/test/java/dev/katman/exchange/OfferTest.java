package dev.katman.exchange;

import dev.katman.catalog.Catalog;
import dev.katman.catalog.CatalogReader;
import dev.katman.catalog.Deployment;
import dev.katman.catalog.Limits;
import dev.katman.catalog.Model;
import dev.katman.catalog.Tier;
import dev.katman.catalog.TierPlan;
import dev.katman.settings.Preferences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which models serve a tier is the reader's choice, and outlives a restart, a new catalogue, and a model server that is not there today. */
class OfferTest {
    private static final Catalog CATALOG = CatalogReader.embedded();

    @TempDir
    Path home;

    private Offer offer(Catalog catalog) {
        return new Offer(catalog, Preferences.load(home));
    }

    private static List<String> chain(Offer offer, Tier tier) {
        return offer.get().plan(tier).chain();
    }

    @Test
    void modelsAreTakenOutAndPutInAndStaySo() {
        offer(CATALOG).chain(Tier.WORKER, List.of("qwen3.8-27b", "llama-4-scout"));
        Offer again = offer(CATALOG);
        assertThat(chain(again, Tier.WORKER)).containsExactly("qwen3.8-27b", "llama-4-scout");

        again.chain(Tier.WORKER, List.of());
        assertThat(chain(offer(CATALOG), Tier.WORKER)).isEmpty();

        again.chain(Tier.WORKER, CATALOG.plan(Tier.WORKER).chain());
        assertThat(offer(CATALOG).get()).isEqualTo(CATALOG);
    }

    @Test
    void whatTheCatalogueHasGotSinceStandsBehindTheReadersChoice() {
        offer(CATALOG).chain(Tier.DEEP, List.of("qwen3.8-27b"));
        var tiers = new EnumMap<>(CATALOG.tiers());
        tiers.put(Tier.DEEP, new TierPlan(Tier.DEEP, List.of("gpt-oss-120b", "gemini-2.5-flash"), List.of()));
        var newer = new Catalog(CATALOG.providers(), CATALOG.models(), CATALOG.deployments(), tiers, CATALOG.policy());
        assertThat(chain(offer(newer), Tier.DEEP)).containsExactly("qwen3.8-27b", "gemini-2.5-flash");
    }

    @Test
    void aModelOfThisMachineComesBackToItsPlace() {
        Deployment here = new Deployment(new Model("llama3.2:3b", "llama3.2:3b", 8192, Model.Vocabulary.OTHER, false),
                CATALOG.provider("ollama").orElseThrow(), "llama3.2:3b", Limits.NONE, Optional.empty(), Optional.empty(), OptionalInt.empty());
        Offer offer = offer(CATALOG);
        offer.found(List.of(here));
        offer.chain(Tier.CONVERSATION, List.of("llama3.2:3b", "kimi-k2-instruct"));

        Offer without = offer(CATALOG);
        assertThat(chain(without, Tier.CONVERSATION)).containsExactly("kimi-k2-instruct");
        without.chain(Tier.CONVERSATION, List.of("kimi-k2-instruct", "qwen3-32b"));

        Offer again = offer(CATALOG);
        again.found(List.of(here));
        assertThat(chain(again, Tier.CONVERSATION)).containsExactly("kimi-k2-instruct", "qwen3-32b", "llama3.2:3b");
    }

    @Test
    void whatIsNoChainIsRefused() {
        Offer offer = offer(CATALOG);
        assertThatThrownBy(() -> offer.chain(Tier.DEEP, List.of("no-such-model"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> offer.chain(Tier.DEEP, List.of("qwen3-32b", "qwen3-32b"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(offer.get()).isEqualTo(CATALOG);
    }
}
