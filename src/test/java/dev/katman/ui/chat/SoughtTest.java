package dev.katman.ui.chat;

import dev.katman.conversation.Column;
import dev.katman.conversation.Ids;
import dev.katman.conversation.Usage;
import dev.katman.documents.Kind;
import dev.katman.exchange.Prepared;
import dev.katman.exchange.PreparedTable;
import dev.katman.journal.DocumentRow;
import dev.katman.journal.PreparationGoal;
import dev.katman.journal.PreparationRow;
import dev.katman.ui.chat.Sought.Place;
import dev.katman.ui.kit.BlockView.Mark;
import dev.katman.ui.kit.Markdown;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class SoughtTest {
    private final Sought sought = new Sought();
    private final List<ChatRow> rows = new ArrayList<>();

    private void talk() {
        rows.add(new ChatRow.Said("Where do zebras live?"));
        rows.add(new ChatRow.Thought("Zebras, then.", false, false));
        Markdown.parse("A **zebra** lives here.\n\n| zebra | x |\n|---|---|\n| y | zebra |\n\n```java\nint a;\n// zebra\n```")
                .forEach(block -> rows.add(new ChatRow.Part(block)));
        sought.begin(" zebra ");
        sought.found(Sought.places(sought.words(), rows));
    }

    @Test
    void wordsAreFoundInRowsAsTheyAreReadWhereTheyAreShown() {
        talk();
        assertThat(Sought.places("zebra", rows)).containsExactly(new Place(0, 9, 15), new Place(2, 2, 7), new Place(3, 0, 5), new Place(3, 10, 15),
                new Place(4, 10, 15));
        assertThat(sought.marks(3)).containsExactly(new Mark(0, 5, false), new Mark(10, 15, false));
        assertThat(sought.marks(0)).as("where the reader is").containsExactly(new Mark(9, 15, true));
        assertThat(sought.marks(1)).as("folded away").isEmpty();
    }

    @Test
    void oneGoesRoundFromPlaceToPlace() {
        talk();
        sought.step(-1);
        assertThat(sought.here()).contains(new Place(4, 10, 15));
        sought.step(1);
        assertThat(sought.at()).isZero();
        sought.from(3);
        assertThat(sought.here()).contains(new Place(3, 0, 5));
        sought.from(99);
        assertThat(sought.here()).contains(new Place(4, 10, 15));
    }

    @Test
    void onePlaceIsKeptWhileMoreIsFoundAndNoneWhenNothingIsLookedFor() {
        talk();
        sought.step(2);
        rows.add(new ChatRow.Said("zebra"));
        long version = sought.version().get();
        sought.found(Sought.places("zebra", rows));
        assertThat(sought.version().get()).isGreaterThan(version);
        assertThat(sought.at()).isEqualTo(2);
        assertThat(sought.size()).isEqualTo(6);
        sought.begin("");
        assertThat(sought.size()).isZero();
        assertThat(sought.here()).isEmpty();
        assertThat(sought.marks(0)).isEmpty();
        sought.step(1);
        sought.from(1);
        assertThat(sought.here()).isEmpty();
    }

    @Test
    void aTableThatWasDrawnFromADocumentIsLookedThroughRowByRow() {
        var ids = new Ids(() -> Instant.EPOCH, new Random(1));
        var document = new DocumentRow(ids.document(), ids.conversation(), ids.message(), "dues.txt", Kind.TEXT, 1, 1, Instant.EPOCH);
        var table = new PreparedTable(List.of(Column.text("zebra"), Column.text("amount")), List.of(List.of("Ayşe\nzebra", "1 TL"), List.of("Zebra", "2 TL")));
        rows.add(new ChatRow.Result(new Prepared(new PreparationRow(document.message(), document, new PreparationGoal.Table(table.columns()),
                Optional.of(Instant.EPOCH)), Prepared.State.DONE, "", Optional.of(table), 1, 1, 0, new Usage(1, 1))));
        String text = TableText.of(table);
        assertThat(Sought.places("zebra", rows)).extracting(place -> TableText.row(text, place.from())).containsExactly(-1, 0, 1);
    }
}
