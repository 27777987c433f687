package dev.katman.ui.chat;

import dev.katman.catalog.DeploymentId;
import dev.katman.conversation.Column;
import dev.katman.conversation.Ids;
import dev.katman.conversation.MessageId;
import dev.katman.exchange.Prepared;
import dev.katman.exchange.PreparationProgress;
import dev.katman.journal.PreparationGoal;
import dev.katman.ui.chat.PreparationStages.Stage;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class PreparationStagesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final PreparationProgress FIRST = new PreparationProgress(1, 4, Duration.ofSeconds(90), Optional.of(
            new PreparationProgress.Waiting(DeploymentId.parse("llama-4-scout@sandbox"), NOW.plusSeconds(40))));
    private static final PreparationProgress SECOND = new PreparationProgress(2, 4, Duration.ofSeconds(50), Optional.empty());

    private final PreparationStages stages = new PreparationStages();
    private final MessageId id = new Ids(() -> NOW, new Random(1)).message();

    @Test
    void itTellsHowFarItIsUntilItEndsAndNothingAfterThat() {
        assertThat(stages.of(id).get()).as("after a restart").isEqualTo(new Stage.Rests());
        stages.began(id);
        assertThat(stages.of(id).get()).isEqualTo(new Stage.Runs(Optional.empty(), false));
        stages.told(id, FIRST);
        stages.pausing(id);
        stages.told(id, SECOND);
        assertThat(stages.of(id).get()).isEqualTo(new Stage.Runs(Optional.of(SECOND), true));
        stages.ended(id, Prepared.State.PAUSED);
        stages.told(id, FIRST);
        assertThat(stages.of(id).get()).isEqualTo(new Stage.Rests());
        stages.began(id);
        stages.ended(id, Prepared.State.OUT_OF_REACH);
        assertThat(stages.of(id).get()).isEqualTo(new Stage.Lost());
        stages.failed(id);
        stages.pausing(id);
        assertThat(stages.of(id).get()).isEqualTo(new Stage.Failed());
    }

    @Test
    void columnsAreNamedBetweenCommasAndNoneLeavesThemToTheWorker() {
        assertThat(ColumnNames.of(" date, amount:number ;who\nTeslim : tarih")).isEqualTo(new ColumnNames.Typed.Columns(List.of(Column.text("date"),
                new Column("amount", Column.Kind.NUMBER), Column.text("who"), new Column("Teslim", Column.Kind.DATE))));
        assertThat(ColumnNames.of(" , ")).isEqualTo(new ColumnNames.Typed.Columns(List.of()));
        assertThat(ColumnNames.of("date, amount:money")).isEqualTo(new ColumnNames.Typed.NoKind("amount:money"));
        assertThat(ColumnNames.of("date, date:date")).isEqualTo(new ColumnNames.Typed.NoTable());
        assertThat(ColumnNames.of("x".repeat(PreparationGoal.LONGEST_COLUMN + 1))).isEqualTo(new ColumnNames.Typed.NoTable());
    }

    @Test
    void figuresStandInTheOrderOfWhatTheyComeToAndWordsInThatOfTheirLanguage() {
        assertThat(List.of("10.500 TL", "", "900 TL", "1.500 TL", "2,5 TL", "çok", "az", "daha").stream()
                .sorted(new CellOrder(Locale.of("tr"))).toList())
                .containsExactly("2,5 TL", "900 TL", "1.500 TL", "10.500 TL", "az", "çok", "daha", "");
        assertThat(List.of("$1,200.50", "-3 %", "$1,200", "7", "0.125").stream().sorted(new CellOrder(Locale.ENGLISH)).toList())
                .containsExactly("-3 %", "0.125", "7", "$1,200", "$1,200.50");
    }
}
