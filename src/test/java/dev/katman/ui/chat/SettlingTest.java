package dev.katman.ui.chat;

import dev.katman.catalog.CatalogReader;
import dev.katman.catalog.DeploymentId;
import dev.katman.quota.Ledger;
import dev.katman.quota.Need;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SettlingTest {
    @Test
    void afterTheLevelsHaveChangedOneLooksAFewTimesAndNoMore() {
        var ledger = new Ledger(CatalogReader.embedded());
        var settling = new Settling(ledger);
        for (int i = 0; i < 4; i++) {
            assertThat(settling.look()).as("look %d", i).isTrue();
        }
        assertThat(settling.look()).isFalse();
        assertThat(settling.look()).isFalse();
        ledger.reserveAnyway(DeploymentId.parse("gpt-oss-120b@groq"), new Need(600, 1_000));
        assertThat(settling.look()).isTrue();
    }
}
