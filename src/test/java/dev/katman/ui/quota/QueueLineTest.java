package dev.katman.ui.quota;

import dev.katman.conversation.Ids;
import dev.katman.journal.ParkedRow;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class QueueLineTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private final Ids ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC), new Random(1));

    private ParkedRow row(String text, Duration in, int place) {
        return new ParkedRow(ids.message(), ids.conversation(), text, NOW.plus(in), place);
    }

    @Test
    void aLineShowsTheFirstLineOfWhatWasSaidAndKeepsAllOfIt() {
        ParkedRow said = row("  \n Why is the sky blue?\nIn two sentences.\n", Duration.ofSeconds(80), 0);
        QueueLine line = QueueLine.of(List.of(said), NOW).getFirst();
        assertThat(line.title()).isEqualTo("Why is the sky blue?");
        assertThat(line.text()).isEqualTo("Why is the sky blue?\nIn two sentences.");
        assertThat(line.in()).contains(Duration.ofSeconds(80));
    }

    @Test
    void whatIsLeftIsRoundedUpAndWhatIsDueHasNothingLeft() {
        List<QueueLine> lines = QueueLine.of(List.of(row("a", Duration.ofMillis(4_001), 0), row("b", Duration.ofMillis(1), 1),
                row("c", Duration.ZERO, 2), row("d", Duration.ofSeconds(-30), 3)), NOW);
        assertThat(lines.get(0).in()).contains(Duration.ofSeconds(5));
        assertThat(lines.get(1).in()).contains(Duration.ofSeconds(1));
        assertThat(lines.get(2).in()).isEmpty();
        assertThat(lines.get(3).in()).isEmpty();
    }

    @Test
    void theEndsOfTheQueueAreKnownAlsoWhereOneHasLeftIt() {
        List<QueueLine> lines = QueueLine.of(List.of(row("a", Duration.ZERO, 2), row("b", Duration.ZERO, 5),
                row("c", Duration.ZERO, 6)), NOW);
        assertThat(lines).extracting(QueueLine::place).containsExactly(0, 1, 2);
        assertThat(lines).extracting(QueueLine::first).containsExactly(true, false, false);
        assertThat(lines).extracting(QueueLine::last).containsExactly(false, false, true);
        assertThat(QueueLine.of(List.of(row("alone", Duration.ZERO, 0)), NOW)).allMatch(line -> line.first() && line.last());
    }
}
