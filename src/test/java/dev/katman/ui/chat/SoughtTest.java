package dev.katman.ui.chat;

import dev.katman.ui.chat.Sought.Place;
import dev.katman.ui.kit.BlockView.Mark;
import dev.katman.ui.kit.Markdown;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

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
}
