package dev.katman.ui.chat;

import dev.katman.conversation.DocumentId;
import dev.katman.documents.Document;
import dev.katman.documents.Fragment;
import dev.katman.documents.Kind;
import dev.katman.documents.Place;
import dev.katman.exchange.Library;
import dev.katman.exchange.Rig;
import dev.katman.journal.KeptDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The library as it is looked through and tidied up, on the library itself. */
class LibraryModelTest {
    @TempDir
    private Path home;
    private Rig rig;
    private LibraryModel model;
    private KeptDocument lease;
    private KeptDocument minutes;
    private KeptDocument list;

    private static Document document(String name) {
        return Document.of(name, Kind.TEXT, 1_000, List.of(new Fragment(0, new Place(0, 1, ""), "Bu, " + name)));
    }

    @BeforeEach
    void fill() {
        rig = new Rig(home);
        rig.exchange.library().keep(List.of(document("Kira Sözleşmesi.pdf"), document("Toplantı tutanağı.docx"), document("kira-listesi.csv")));
        lease = kept("Kira Sözleşmesi.pdf");
        minutes = kept("Toplantı tutanağı.docx");
        list = kept("kira-listesi.csv");
        model = open();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private KeptDocument kept(String name) {
        return rig.exchange.library().all().stream().filter(document -> document.name().equals(name)).findFirst().orElseThrow();
    }

    private List<KeptDocument> inLibrary() {
        return rig.exchange.library().all();
    }

    private LibraryModel open() {
        Library library = rig.exchange.library();
        var opened = new LibraryModel(new LibraryModel.Shelf() {
            @Override
            public void takeOut(List<DocumentId> documents) {
                library.remove(documents);
            }

            @Override
            public void putBack(List<DocumentId> documents) {
                library.putBack(documents);
            }

            @Override
            public void letGo(List<DocumentId> documents) {
                library.erase(documents);
            }
        });
        opened.all(List.of(lease, minutes, list));
        return opened;
    }

    /** As by the end of the program while the library is open, and its next start. */
    private void endAndStart() {
        rig.close();
        rig = new Rig(home, rig.catalog, rig.clock);
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
        assertThat(inLibrary()).isEmpty();
        model.undo();
        assertThat(model.shown()).containsExactly(minutes);
        assertThat(inLibrary()).containsExactly(minutes);
        assertThat(model.lastRemoved().get()).containsExactly(lease, list);
        model.undo();
        model.undo();
        assertThat(model.shown()).containsExactly(lease, minutes, list);
        assertThat(inLibrary()).containsExactlyInAnyOrder(lease, minutes, list);
        assertThat(model.lastRemoved().get()).isEmpty();
        model.leave();
        assertThat(inLibrary()).hasSize(3);
    }

    @Test
    void whatIsTakenOutIsGoneOnceTheLibraryIsLeftAndTheRestIsNot() {
        model.remove(List.of(minutes));
        model.remove(List.of(list));
        model.undo();
        model.leave();
        rig.exchange.library().putBack(List.of(minutes.id()));
        assertThat(inLibrary()).containsExactlyInAnyOrder(lease, list);
    }

    @Test
    void whatIsTakenOutStaysSoAndWhatIsPutBackStaysThereWhenTheProgramEndsMeanwhile() {
        model.remove(List.of(lease));
        model.remove(List.of(minutes));
        model.undo();
        endAndStart();
        assertThat(inLibrary()).containsExactlyInAnyOrder(minutes, list);
        assertThat(rig.journal.documents().fragments(lease.id())).as("nothing else has it").isEmpty();
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
