package dev.katman.ui.chat;

import dev.katman.conversation.Ids;
import dev.katman.documents.Kind;
import dev.katman.journal.KeptDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class LibraryModelTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private final Ids ids = new Ids(() -> NOW, new Random(1));
    private final KeptDocument lease = document("Kira Sözleşmesi.pdf");
    private final KeptDocument minutes = document("Toplantı tutanağı.docx");
    private final KeptDocument list = document("kira-listesi.csv");
    private final LibraryModel model = new LibraryModel();

    private KeptDocument document(String name) {
        return new KeptDocument(ids.document(), name, Kind.TEXT, 1_000, NOW);
    }

    @BeforeEach
    void fill() {
        model.all(List.of(lease, minutes, list));
    }

    @Test
    void allWordsOfWhatIsSoughtStandInTheNameHoweverTheyAreWritten() {
        assertThat(model.shown()).containsExactly(lease, minutes, list);
        model.seek(" KİRA  sozles ");
        assertThat(model.shown()).containsExactly(lease);
        model.seek("kira");
        assertThat(model.shown()).containsExactly(lease, list);
        model.seek("fatura");
        assertThat(model.shown()).isEmpty();
        assertThat(model.isEmpty()).as("only nothing found").isFalse();
    }

    @Test
    void whatIsTakenOutIsPutBackOneStepAfterTheOther() {
        model.remove(List.of(lease, list));
        model.remove(List.of(minutes));
        assertThat(model.isEmpty()).isTrue();
        assertThat(model.lastRemoved().get()).containsExactly(minutes);
        assertThat(model.removed()).containsExactlyInAnyOrder(lease.id(), minutes.id(), list.id());
        model.undo();
        assertThat(model.shown()).containsExactly(minutes);
        assertThat(model.lastRemoved().get()).containsExactly(lease, list);
        model.undo();
        model.undo();
        assertThat(model.shown()).containsExactly(lease, minutes, list);
        assertThat(model.removed()).isEmpty();
        assertThat(model.lastRemoved().get()).isEmpty();
    }

    @Test
    void whatIsSoughtIsSoughtAlsoInWhatIsPutBack() {
        model.seek("kira");
        model.remove(List.of(lease));
        assertThat(model.shown()).containsExactly(list);
        model.undo();
        assertThat(model.shown()).containsExactly(lease, list);
        model.remove(List.of());
        assertThat(model.lastRemoved().get()).as("nothing was taken out").isEmpty();
    }
}
