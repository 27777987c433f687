package dev.katman.ui.shell;

import dev.katman.ui.chat.ChatList;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static dev.katman.ui.shell.Fx.onFx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A document that is prepared in the real window: priced, waited for, paused, gone on with, and shown as a table. */
class PreparationWindowTest extends InWindow {
    private static final Duration SOON = Duration.ofSeconds(30);
    /** More than the worker reads in a minute. */
    private static final int DUES = 900;
    private static final int FOUND = 512;

    @TempDir
    private Path files;

    @Test
    void anAttachedDocumentIsPricedPreparedPausedAndShownAsATable() throws Exception {
        Path dues = Files.writeString(files.resolve("dues.txt"), "Dues of the house\n\n" + IntStream.rangeClosed(1, DUES)
                .mapToObj(i -> "The dues of flat " + i + " are " + i + (i == FOUND ? ".777" : ".500") + " TL and are payable on " + (i % 28 + 1)
                        + " March 2026, as the owners agreed in their meeting about the house, its roof, its stairs and its garden.")
                .collect(Collectors.joining("\n\n")));
        onFx(() -> {
            window.scene().lookup("#composer").requestFocus();
            return Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.FILES, List.of(dues.toFile())));
        });
        Fx.press(KeyCode.CONTROL, KeyCode.V);
        await("read").atMost(SOON).until(() -> onFx(() -> window.scene().lookup(".prepare") != null));
        onFx(() -> {
            ((MenuButton) window.scene().lookup(".prepare")).getItems().getLast().fire();
            return null;
        });
        assertThat(onFx(() -> dialog("#prepare-begin").orElseThrow().isDisabled())).as("nothing is paid for columns that nobody has seen").isTrue();
        onFx(() -> {
            ((ButtonBase) dialog("#prepare-propose").orElseThrow()).fire();
            return null;
        });
        await("proposed").atMost(SOON).until(() -> onFx(() -> columns().getText().equals("date:date\namount:number")));
        assertThat(onFx(() -> kinds().stream().map(Node::getAccessibleText).toList())).containsExactly("Kind of date: date", "Kind of amount: number");
        onFx(() -> {
            kinds().getLast().getItems().getFirst().fire();
            return null;
        });
        assertThat(onFx(() -> columns().getText())).as("text again").isEqualTo("date:date\namount");
        onFx(() -> {
            columns().setText("when, amount");
            kinds().getLast().getItems().get(1).fire();
            return null;
        });
        await("priced").atMost(SOON).until(() -> onFx(() -> !dialog("#prepare-begin").orElseThrow().isDisabled()));
        int proposal = rig.sandbox.calls().size();
        assertThat(proposal).as("a proposal is a call, and a price costs nothing").isEqualTo(1);
        onFx(() -> {
            ((ButtonBase) dialog("#prepare-begin").orElseThrow()).fire();
            return null;
        });
        await("waits for room, for the clock stands").atMost(SOON).until(() -> rows().contains("Preparation") && says().contains("for the refill of"));
        List<String> told = countsTold();
        fire("#prepare-pause");
        await("paused").atMost(SOON).until(() -> says().contains("Paused."));
        assertThat(told).as("never fewer pieces than the bar showed before").hasSizeGreaterThan(1).allMatch(told.getFirst()::equals);
        int paid = rig.sandbox.calls().size();
        assertThat(paid).isGreaterThan(proposal);
        fire("#prepare-goOn");
        await("done").atMost(SOON).until(() -> {
            if (says().contains("for the refill of")) {
                rig.clock.move(Duration.ofSeconds(20)); // and not under a call that is on its way: it would have taken all that time
            }
            return rows().contains("Result");
        });
        await("laid out").atMost(SOON).until(() -> onFx(() -> window.scene().lookup(".prepared-table") instanceof TableView<?> there && there.getHeight() > 100));
        TableView<?> table = onFx(() -> (TableView<?>) window.scene().lookup(".prepared-table"));
        assertThat(table.getColumns()).extracting(column -> column.getText()).containsExactly("when", "amount");
        assertThat(table.getColumns().get(1).getStyleClass()).as("set flush right").contains("figures");
        assertThat(table.getItems()).hasSize(DUES);
        assertThat(rows()).doesNotContain("Preparation").endsWith("Result", "Served");
        onFx(() -> {
            table.getColumns().get(1).setSortType(TableColumn.SortType.DESCENDING);
            sort(table);
            return null;
        });
        assertThat(table.getItems().getFirst()).asString().contains(DUES + "500");
        aWordIsFoundInTheTable(table);
        fire("#table-copy");
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString())).as("as it is seen").startsWith("when\tamount\n").contains("\t" + DUES + ",500\n");

        fire("#prepare-again");
        await("once more, with its price").atMost(SOON).until(() -> onFx(() -> dialog("#prepare-begin").filter(begin -> !begin.isDisabled()).isPresent()));
        await("what was proposed before, and what it would cost again").atMost(SOON).until(() -> onFx(() ->
                ((Labeled) dialog("#prepare-proposal").orElseThrow()).getText().startsWith("The worker suggested before: date:date, amount:number. Cost of suggesting again: ")));
        assertThat(onFx(() -> ((Labeled) dialog("#prepare-propose").orElseThrow()).getText())).isEqualTo("Let the worker suggest again");
        assertThat(onFx(() -> columns().getText())).as("what the reader named stays").isEqualTo("when\namount:number");
    }

    private void aWordIsFoundInTheTable(TableView<?> table) throws Exception {
        onFx(() -> {
            ((TextField) window.scene().lookup("#search")).setText(FOUND + "777");
            return null;
        });
        await("found").atMost(SOON).until(() -> onFx(() -> window.scene().lookup(".hit-line") != null));
        onFx(() -> {
            Event.fireEvent(window.scene().lookup("#search"), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DOWN, false, false, false, false));
            return null;
        });
        await("marked and in sight").atMost(SOON).until(() -> onFx(() -> table.lookupAll(".table-row-cell").stream().map(TableRow.class::cast)
                .anyMatch(row -> String.valueOf(row.getItem()).contains(FOUND + "777")
                        && row.getPseudoClassStates().contains(PseudoClass.getPseudoClass("here")))));
    }

    /** @return how many pieces are done, as the bar says, and what the words below it say of them from now on */
    private List<String> countsTold() throws Exception {
        var told = new CopyOnWriteArrayList<String>();
        onFx(() -> {
            told.add(window.scene().lookup(".preparation .bar-gauge").getAccessibleText());
            window.scene().getRoot().lookupAll(".preparation .label").forEach(label -> ((Labeled) label).textProperty().addListener((text, before, now) -> {
                if (now.contains("pieces are done")) {
                    told.add(now);
                }
            }));
            return null;
        });
        return told;
    }

    private static TextArea columns() {
        return (TextArea) dialog("#prepare-columns").orElseThrow();
    }

    private static List<MenuButton> kinds() {
        return ((Pane) dialog("#prepare-kinds").orElseThrow()).getChildren().stream().map(MenuButton.class::cast).toList();
    }

    private static <S> void sort(TableView<S> table) {
        table.getSortOrder().setAll(List.of(table.getColumns().get(1)));
    }

    private static Optional<Node> dialog(String selector) {
        return javafx.stage.Window.getWindows().stream().map(other -> other.getScene().lookup(selector)).filter(node -> node != null).findFirst();
    }

    private String says() throws Exception {
        return onFx(() -> window.scene().getRoot().lookupAll(".preparation .label").stream()
                .map(label -> ((Labeled) label).getText()).collect(Collectors.joining(" ")));
    }

    private List<String> rows() throws Exception {
        return onFx(() -> ((ChatList) window.scene().lookup("#chat")).getItems().stream().map(row -> row.getClass().getSimpleName()).toList());
    }

    private void fire(String selector) throws Exception {
        onFx(() -> {
            ((ButtonBase) window.scene().lookup(selector)).fire();
            return null;
        });
    }
}
