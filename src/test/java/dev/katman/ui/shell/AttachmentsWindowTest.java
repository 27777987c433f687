package dev.katman.ui.shell;

import dev.katman.exchange.Rig;
import dev.katman.journal.AttachmentRow;
import dev.katman.ui.chat.ChatList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import static dev.katman.ui.shell.Fx.onFx;
import static dev.katman.ui.shell.Fx.press;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/** Documents that come into the real window, go along with a message, and can be looked at under its answer. */
class AttachmentsWindowTest extends InWindow {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int PARAGRAPHS = 1_200;
    private static final String FACT = "The deposit of the boathouse is seven hundred crowns and is paid back in autumn.";

    @TempDir
    private Path files;

    @Test
    void aPastedFileGoesAlongAndItsSourcesOpenAtTheirPlace() throws Exception {
        Path lease = Files.writeString(files.resolve("lease.txt"), text());
        Path none = Files.writeString(files.resolve("empty.txt"), "");
        onFx(() -> {
            area().requestFocus();
            return Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.FILES, List.of(lease.toFile(), none.toFile())));
        });
        press(KeyCode.CONTROL, KeyCode.V);
        await("read").atMost(SOON).until(() -> attached().anyMatch("lease.txt"::equals) && attached().anyMatch(said -> said.startsWith("empty.txt ")));

        onFx(() -> {
            area().setText("What is the deposit of the boathouse?");
            return null;
        });
        await("can be sent").atMost(SOON).until(() -> onFx(() -> !node("#send").isDisabled()));
        press(KeyCode.ENTER);
        await("answered").atMost(SOON).until(() -> rows().contains("Sources"));
        assertThat(rows()).startsWith("Enclosed", "Said");
        assertThat(attached().toList()).as("sent").containsExactly("lease.txt");

        press(KeyCode.CONTROL, KeyCode.V);
        await("attached to the next message of a conversation that has just begun").atMost(SOON).until(() ->
                attached().filter("lease.txt"::equals).count() == 2 && attached().anyMatch(said -> said.startsWith("empty.txt ")));

        aNumberInTheAnswerLeadsToItsSource();
        fire(".sources-toggle");
        await("unfolded").atMost(SOON).until(() -> onFx(() -> window.scene().lookup(".source") != null));
        onFx(() -> {
            window.scene().getRoot().lookupAll(".source").forEach(source -> ((ButtonBase) source).fire());
            return null;
        });
        await("its document").atMost(SOON).until(() -> onFx(() -> javafx.stage.Window.getWindows().stream()
                .filter(Stage.class::isInstance).map(Stage.class::cast).filter(other -> "lease.txt".equals(other.getTitle()))
                .flatMap(other -> other.getScene().getRoot().lookupAll(".passage.used").stream())
                .flatMap(passage -> ((Parent) passage).getChildrenUnmodifiable().stream())
                .anyMatch(node -> node instanceof Text text && text.getText().contains(FACT))));
        whatWasSentIsReadAndPreparedFromItsChip();
    }

    @Test
    void aTextThatIsTooLongToBeWrittenInGoesAlongAsADocument() throws Exception {
        onFx(() -> {
            area().requestFocus();
            return Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "a line of a log\n".repeat(30_000)));
        });
        press(KeyCode.CONTROL, KeyCode.V);
        await("attached").atMost(SOON).until(() -> attached().anyMatch("Pasted text"::equals));
        Path twice = Files.writeString(files.resolve("twice.txt"), "Attached twice.");
        onFx(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.FILES, List.of(twice.toFile(), twice.toFile()))));
        press(KeyCode.CONTROL, KeyCode.V);
        await("attached").atMost(SOON).until(() -> attached().filter("twice.txt"::equals).count() == 2);
        onFx(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "What is in it?")));
        press(KeyCode.CONTROL, KeyCode.V);
        assertThat(onFx(() -> area().getText())).isEqualTo("What is in it?");
        await("can be sent").atMost(SOON).until(() -> onFx(() -> !node("#send").isDisabled()));
        press(KeyCode.ENTER);
        await("sent").atMost(SOON).until(() -> rows().contains("Served"));
        assertThat(rows()).startsWith("Enclosed", "Said");
        assertThat(attached().toList()).as("each once, as the journal has it").containsExactly("Pasted text", "twice.txt");
    }

    private void whatWasSentIsReadAndPreparedFromItsChip() throws Exception {
        fire(".enclosed-name");
        await("its document, nothing of which is meant more than the rest").atMost(SOON).until(() -> onFx(() -> unmarked().isPresent()));
        onFx(() -> {
            ((ButtonBase) unmarked().orElseThrow().lookup("#document-summary")).fire();
            return null;
        });
        await("priced").atMost(SOON).until(() -> onFx(() -> begin().filter(begin -> !begin.isDisabled()).isPresent()));
        onFx(() -> {
            ((ButtonBase) begin().orElseThrow()).fire();
            return null;
        });
        await("begun").atMost(SOON).until(() -> rows().stream().anyMatch(row -> row.equals("Preparation") || row.equals("Result")));
        var conversation = rig.journal.conversations().getFirst().id();
        assertThat(rig.journal.documents().of(conversation)).as("it is not kept twice").extracting(row -> row.id()).hasSize(2).containsOnly(
                rig.journal.documents().of(conversation).getFirst().id());
        assertThat(rig.journal.messages(conversation)).extracting(message -> message.text()).contains("Summarise all of lease.txt.");
    }

    private static Optional<Scene> unmarked() {
        return javafx.stage.Window.getWindows().stream().filter(Stage.class::isInstance).map(Stage.class::cast)
                .filter(other -> "lease.txt".equals(other.getTitle())).map(Stage::getScene)
                .filter(scene -> scene.lookup(".passage") != null && scene.lookup(".passage.used") == null).findFirst();
    }

    private static Optional<Node> begin() {
        return javafx.stage.Window.getWindows().stream().map(other -> other.getScene().lookup("#prepare-begin")).filter(node -> node != null).findFirst();
    }

    @Test
    void whatIsAttachedIsThereAfterARestartAndGoesAlongOrIsLeftOut() throws Exception {
        Path lease = Files.writeString(files.resolve("lease.txt"), FACT);
        Path note = Files.writeString(files.resolve("note.txt"), "The meeting is on Tuesday.");
        onFx(() -> {
            area().requestFocus();
            return Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.FILES, List.of(lease.toFile(), note.toFile())));
        });
        press(KeyCode.CONTROL, KeyCode.V);
        await("kept").atMost(SOON).until(() -> rig.journal.attachments().of(Optional.empty()).stream().filter(row -> row.from().isEmpty()).count() == 2);
        // As where the program ends while they are being read, and one of them is gone by its next start.
        rig.exchange.tray().begin(Optional.empty(), rig.exchange.tray().name(), "slow.txt", Files.writeString(files.resolve("slow.txt"), FACT));
        rig.exchange.tray().begin(Optional.empty(), rig.exchange.tray().name(), "gone.txt", files.resolve("gone.txt"));
        restart();
        await("there").atMost(SOON).untilAsserted(() -> assertThat(attached()).satisfiesExactly(chip -> assertThat(chip).isEqualTo("lease.txt"),
                chip -> assertThat(chip).isEqualTo("note.txt"), chip -> assertThat(chip).isEqualTo("slow.txt"),
                chip -> assertThat(chip).startsWith("gone.txt is not there any more.")));
        await("read and kept, or told").atMost(SOON).untilAsserted(() -> assertThat(rig.journal.attachments().of(Optional.empty()))
                .extracting(AttachmentRow::name, row -> row.documents().size()).containsExactly(tuple("lease.txt", 1), tuple("note.txt", 1), tuple("slow.txt", 1)));

        onFx(() -> {
            window.scene().getRoot().lookupAll(".attachment .button").stream().filter(button -> "Remove note.txt".equals(button.getAccessibleText()))
                    .findFirst().map(ButtonBase.class::cast).orElseThrow().fire();
            area().setText("What is the deposit of the boathouse?");
            area().requestFocus();
            return null;
        });
        await("removed").atMost(SOON).until(() -> rig.journal.attachments().of(Optional.empty()).size() == 2);
        await("can be sent").atMost(SOON).until(() -> onFx(() -> !node("#send").isDisabled()));
        press(KeyCode.ENTER);
        await("answered").atMost(SOON).until(() -> rows().contains("Sources"));
        assertThat(attached().toList()).as("sent").containsExactly("lease.txt", "slow.txt");
        await("no longer unsent").atMost(SOON).until(() -> rig.journal.attachments().conversations().isEmpty());
    }

    @Test
    void aDocumentThatIsKeptGoesAlongInAnyConversationUntilItIsTakenOut() throws Exception {
        Path lease = Files.writeString(files.resolve("lease.txt"), FACT);
        onFx(() -> {
            area().requestFocus();
            return Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.FILES, List.of(lease.toFile())));
        });
        press(KeyCode.CONTROL, KeyCode.V);
        await("read").atMost(SOON).until(() -> onFx(() -> node(".prepare") != null));
        onFx(() -> {
            ((MenuButton) node(".prepare")).getItems().getFirst().fire();
            return null;
        });
        await("kept").atMost(SOON).until(() -> rig.exchange.library().all().size() == 1);
        onFx(() -> {
            ((ButtonBase) window.scene().getRoot().lookupAll(".attachment .button").stream()
                    .filter(button -> "Remove lease.txt".equals(button.getAccessibleText())).findFirst().orElseThrow()).fire();
            return null;
        });

        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        await("shown").atMost(SOON).until(() -> onFx(() -> library().isPresent() && library().get().getItems().size() == 1));
        onFx(() -> {
            ((TextField) dialog("#library-search").orElseThrow()).setText("LEA");
            return null;
        });
        fireInDialog("#library-remove");
        assertThat(onFx(() -> library().orElseThrow().getItems())).isEmpty();
        fireInDialog("#library-undo");
        onFx(() -> {
            library().orElseThrow().getSelectionModel().select(0);
            return null;
        });
        onFx(() -> {
            ((ButtonBase) dialog("#library-attach").orElseThrow()).fire();
            window.close(); // the program ends before the screen hears of it
            return null;
        });
        restart();
        await("attached").atMost(SOON).untilAsserted(() -> assertThat(attached()).containsExactly("lease.txt"));
        onFx(() -> {
            area().setText("What is the deposit of the boathouse?");
            area().requestFocus();
            return null;
        });
        await("can be sent").atMost(SOON).until(() -> onFx(() -> !node("#send").isDisabled()));
        press(KeyCode.ENTER);
        await("answered").atMost(SOON).until(() -> rows().contains("Sources"));

        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        await("shown again").atMost(SOON).until(() -> onFx(() -> library().isPresent() && library().get().getItems().size() == 1));
        onFx(() -> {
            library().orElseThrow().getSelectionModel().select(0);
            return null;
        });
        fireInDialog("#library-remove");
        press(KeyCode.ESCAPE);
        await("taken out").atMost(SOON).until(() -> rig.exchange.library().all().isEmpty());
        assertThat(rig.journal.documents().of(rig.journal.conversations().getFirst().id())).as("which still has it").hasSize(1);
    }

    private static Optional<Node> dialog(String selector) {
        return javafx.stage.Window.getWindows().stream().map(other -> other.getScene().lookup(selector)).filter(node -> node != null).findFirst();
    }

    private static Optional<TableView<?>> library() {
        return dialog("#library").map(table -> (TableView<?>) table);
    }

    private static void fireInDialog(String selector) throws Exception {
        onFx(() -> {
            ((ButtonBase) dialog(selector).orElseThrow()).fire();
            return null;
        });
    }

    private void restart() throws Exception {
        close();
        rig = new Rig(home, rig.catalog, rig.clock);
        show();
    }

    /** By the keyboard, as any link. */
    private void aNumberInTheAnswerLeadsToItsSource() throws Exception {
        await("a link").atMost(SOON).until(() -> onFx(() -> cited().isPresent()));
        onFx(() -> {
            Node link = cited().orElseThrow();
            assertThat(link.getParent().getChildrenUnmodifiable().stream().filter(Text.class::isInstance).map(node -> ((Text) node).getText())
                    .reduce("", String::concat)).as("as it was written").startsWith("It brought ").contains(" [1]");
            assertThat(link.isFocusTraversable()).isTrue();
            link.requestFocus();
            return null;
        });
        press(KeyCode.ENTER);
        await("its document").atMost(SOON).until(() -> onFx(() -> opened().isPresent()));
        onFx(() -> {
            assertThat(opened().orElseThrow().getScene().getRoot().lookupAll(".passage.used")).isNotEmpty();
            opened().orElseThrow().hide();
            return null;
        });
    }

    private Optional<Node> cited() {
        return window.scene().getRoot().lookupAll(".link").stream().filter(link -> link.getAccessibleText().startsWith("Source 1: lease.txt")).findFirst();
    }

    private static Optional<Stage> opened() {
        return javafx.stage.Window.getWindows().stream().filter(Stage.class::isInstance).map(Stage.class::cast)
                .filter(other -> "lease.txt".equals(other.getTitle())).findFirst();
    }

    private static String text() {
        var text = new StringBuilder();
        for (int i = 0; i < PARAGRAPHS; i++) {
            text.append(i == 700 ? FACT : "Clause " + i + " sets out how the garden is kept and who waters it" + (i % 3 == 0 ? ", in summer and in winter alike" : "") + ".").append("\n\n");
        }
        return text.toString();
    }

    private Stream<String> attached() throws Exception {
        return onFx(() -> window.scene().getRoot().lookupAll(".attachment").stream()
                .flatMap(node -> node instanceof Label ? Stream.of(node) : Stream.concat(node.lookupAll(".label").stream(), node.lookupAll(".enclosed-name").stream()))
                .map(node -> ((Labeled) node).getText()).filter(text -> !text.isEmpty()).toList()).stream();
    }

    private List<String> rows() throws Exception {
        return onFx(() -> ((ChatList) node("#chat")).getItems().stream().map(row -> row.getClass().getSimpleName()).toList());
    }

    private TextArea area() {
        return (TextArea) node("#composer");
    }

    private Node node(String selector) {
        return window.scene().lookup(selector);
    }

    private void fire(String selector) throws Exception {
        onFx(() -> {
            ((ButtonBase) node(selector)).fire();
            return null;
        });
    }
}
