package dev.katman.exchange;

import dev.katman.catalog.CatalogReader;
import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Policy;
import dev.katman.catalog.Tier;
import dev.katman.classify.MessageType;
import dev.katman.journal.Wanted;
import dev.katman.pacing.Outlook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class LearnedPacingTest {
    private static final DeploymentId DEEP = DeploymentId.parse("gpt-oss-120b@sandbox");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path home;

    @Test
    void whatWasAnsweredIsLearnedFromAlsoAfterARestart() {
        var clock = new MovableClock("2026-11-16T09:00:00Z");
        try (var rig = new Rig(home, CatalogReader.embedded(), clock)) {
            for (int day = 0; day < 2; day++) {
                for (int i = 0; i < 5; i++) {
                    rig.send(new Ask(Optional.empty(), "Prove that the sum of two odd numbers is even. " + i, Optional.of(Tier.DEEP),
                            Optional.empty()));
                    clock.move(Duration.ofMinutes(20));
                }
                clock.move(Duration.ofHours(23));
            }
            Outlook before = rig.exchange.outlook(Tier.DEEP, DEEP).orElseThrow();
            assertThat(before.known()).isTrue();
        }
        try (var rig = new Rig(home, CatalogReader.embedded(), clock)) {
            assertThat(rig.exchange.outlook(Tier.DEEP, DEEP)).hasValueSatisfying(outlook -> assertThat(outlook.known()).isTrue());
            assertThat(rig.exchange.outlook(Tier.DEEP, DeploymentId.parse("qwen3-32b@sandbox"))).isEmpty();
        }
    }

    @Test
    void aTaskThatThePriceSentToTheWorkerStillWantedTheDeepBrain() {
        assertThat(LearnedPacing.deserved(new Wanted(NOW, NOW, Tier.WORKER, MessageType.TASK, 6, 900), Policy.FOUNDING)).isEqualTo(Tier.DEEP);
        assertThat(LearnedPacing.deserved(new Wanted(NOW, NOW, Tier.WORKER, MessageType.TASK, 3, 900), Policy.FOUNDING)).isEqualTo(Tier.WORKER);
        assertThat(LearnedPacing.deserved(new Wanted(NOW, NOW, Tier.ROUTER, MessageType.TASK, 9, 600), Policy.FOUNDING)).isEqualTo(Tier.ROUTER);
        assertThat(LearnedPacing.deserved(new Wanted(NOW, NOW, Tier.CONVERSATION, MessageType.CHAT, 9, 600), Policy.FOUNDING))
                .isEqualTo(Tier.CONVERSATION);
    }
}
