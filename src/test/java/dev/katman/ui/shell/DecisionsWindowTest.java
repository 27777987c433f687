package dev.katman.ui.shell;

import atlantafx.base.controls.ToggleSwitch;
import dev.katman.catalog.Mode;
import dev.katman.catalog.Tier;
import dev.katman.conversation.DecisionId;
import dev.katman.conversation.Secret;
import dev.katman.exchange.Answer;
import dev.katman.exchange.Ask;
import dev.katman.exchange.Rig;
import dev.katman.settings.Language;
import dev.katman.ui.chat.ChatList;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The page of decisions in the real window over the real exchange, journal and sandbox. */
class DecisionsWindowTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String HARD = "Prove that the square root of 2 is irrational and explain every step of the proof.";

    @TempDir
    Path home;
    private Rig rig;
    private Stage stage;
    private Window window;
    private Robot robot;

    @BeforeEach
    void open() throws Exception {
        rig = new Rig(home);
        rig.preferences.titles(false); // a title is a call of its own
        rig.preferences.language(Language.EN);
        FxToolkit.registerPrimaryStage();
        stage = FxToolkit.registerStage(Stage::new);
        onFx(() -> {
            stage.setX(0);
            stage.setY(0);
            return null;
        });
        window = Fx.show(rig, home, stage);
        robot = onFx(Robot::new);
    }

    @AfterEach
    void close() throws Exception {
        onFx(() -> {
            stage.hide();
            return null;
        });
        rig.close();
    }

    @Test
    void thePathTellsOfARefusalAFailOverAndACutStream() throws Exception {
        rig.sandbox.script("gpt-oss-120b=429;llama-3.3-70b=cut:40");
        Answer answer = rig.send(HARD);
        show(answer.record().id());
        String served = answer.record().served().orElseThrow().model();
        assertThat(said("#path-title")).isEqualTo("Why " + served + " answered");
        String all = said(".path");
        assertThat(all).contains("The first choice was gpt-oss-120b: refused, one of its limits was used up.")
                .contains("Then llama-3.3-70b: cut off after ").contains("So " + served + " answered.");
        assertThat(said("#path-judged")).contains("task, difficulty ", " of 10").contains("judged by llama-4-scout@sandbox").contains("On this computer: task ");
        assertThat(said("#path-candidates")).contains("gpt-oss-120b", "first choice", "can answer · needs ", "refused", "cut off", "answered");
        assertThat(said("#path-calls")).contains("judged the message", "refused, one of its limits was used up", "cost nothing",
                "cut off after ", "first token after ");
        assertThat(said("#path-outcome")).contains(served + " instead of gpt-oss-120b");
    }

    @Test
    void fromTheDecisionToItsAnswerAndBackByKeys() throws Exception {
        Answer first = rig.send("Merhaba, nasılsın?");
        for (int i = 0; i < 5; i++) {
            rig.send(new Ask("Peki ya " + i + " yıl sonra?").in(first.conversation()));
        }
        show(first.record().id());
        onFx(() -> {
            window.scene().lookup("#decisions").requestFocus();
            return null;
        });
        press(KeyCode.ENTER);
        await("at the first message").atMost(SOON).until(() -> onFx(() -> window.scene().lookup("#chat") instanceof ChatList chat
                && !chat.isNeedsLayout() && chat.firstShown() == 0));
        await("its line has the focus").atMost(SOON).until(() -> onFx(() -> window.scene().getFocusOwner().getStyleClass().contains("served")));
        press(KeyCode.SPACE);
        await("back").atMost(SOON).until(() -> onFx(() -> window.scene().lookup("#path-title") != null
                && selected().contains(first.record().id().value())));
    }

    @Test
    void oneClickSaysWhatItShouldHaveBeenAndAnotherChangesIt() throws Exception {
        Answer answer = rig.send(HARD);
        show(answer.record().id());
        fire("#teach-worker");
        await().atMost(SOON).until(() -> shouldBe(answer).equals("Optional[WORKER]"));
        await().atMost(SOON).until(() -> said("#path-teach").contains("You said: Worker. The local judge learns from it."));
        fire("#teach-conversation");
        await().atMost(SOON).until(() -> shouldBe(answer).equals("Optional[CONVERSATION]"));
        await().atMost(SOON).until(() -> onFx(() -> ((Toggle) node("#teach-conversation")).isSelected()));
        fire("#open-in-chat");
        await("the chat says so too").atMost(SOON).until(() -> onFx(() -> window.scene().lookup(".served") != null
                && said(".served").contains("you said: Conversation")));
        onFx(() -> {
            item((MenuButton) window.scene().lookup("#message-teach"), "That was right").fire();
            return null;
        });
        await().atMost(SOON).until(() -> shouldBe(answer).equals("Optional[DEEP]"));
        await().atMost(SOON).until(() -> said(".served").contains("you said: right"));
    }

    @Test
    void theFilterFindsAndIsCleared() throws Exception {
        rig.send("Şu notu özetle: Toplantı salıya alındı.");
        rig.send("Merhaba, nasılsın?");
        turn();
        await().atMost(SOON).until(() -> rows() == 2);
        type("#decisions-filter", "OZET");
        await().atMost(SOON).until(() -> rows() == 1);
        type("#decisions-filter", "ozet zebra");
        await().atMost(SOON).until(() -> rows() == 0 && onFx(() -> window.scene().lookup("#clear-filter") != null));
        assertThat(onFx(() -> node("#filtered-out").isVisible())).as("the path says that its decision is not in the table").isTrue();
        fire("#clear-filter");
        await().atMost(SOON).until(() -> rows() == 2);
        assertThat(onFx(() -> node("#filtered-out").isVisible())).isFalse();
        onFx(() -> {
            item((MenuButton) node("#tiers-chip"), "Deep brain").fire();
            return null;
        });
        await().atMost(SOON).until(() -> rows() == 0);
        show(rig.journal.decisions(1).getFirst().id());
        await("what is asked for is shown, filter or not").atMost(SOON).until(() -> rows() == 2);
    }

    @Test
    void whatIsNewComesByItselfAndWhatIsChosenStays() throws Exception {
        Answer first = rig.send("Merhaba, nasılsın?");
        show(first.record().id());
        rig.send("What is the capital of Turkey?");
        await().atMost(SOON).until(() -> rows() == 2);
        assertThat(selected()).contains(first.record().id().value());
        onFx(() -> {
            TableColumn<?, ?> tokens = table().getColumns().get(1);
            tokens.setSortType(TableColumn.SortType.DESCENDING);
            sortBy(table(), tokens);
            return null;
        });
        await("sorted").atMost(SOON).until(() -> onFx(() -> String.valueOf(table().getItems().getFirst())).contains("What is the capital"));
        await().atMost(SOON).until(() -> selected().contains(first.record().id().value()));
        onFx(() -> {
            rig.journal.delete(first.conversation());
            return null;
        });
        await("what was deleted is gone").atMost(SOON).until(() -> onFx(() -> table().getItems().stream()
                .noneMatch(row -> row.toString().contains("Merhaba"))));
    }

    @Test
    void whatIfReckonsByItselfAndIsUsedFromThenOn() throws Exception {
        Answer contested = rig.send("Write a Python function that reverses a linked list and returns the new head.");
        assertThat(contested.record().decision().tier()).isEqualTo(Tier.DEEP);
        int calls = rig.sandbox.calls().size();
        turn();
        await().atMost(SOON).until(() -> rows() == 1);
        fire("#what-if-chip");
        await().atMost(SOON).until(() -> onFx(() -> window.scene().lookup("#what-if-summary") != null));
        fire("#what-if-strict");
        await().atMost(SOON).until(() -> said("#what-if").contains("1 message would have gone elsewhere."));
        await("its row").atMost(SOON).until(() -> onFx(() -> window.scene().lookup(".moved-row") != null));
        assertThat(said("#what-if-moved")).contains("Write a Python function", "gpt-oss-120b", "llama-4-scout");
        assertThat(rig.sandbox.calls()).as("nothing is called for it").hasSize(calls);
        assertThat(rig.policies.get().mode()).as("not before it is said").isEqualTo(Mode.PACED);
        fire("#what-if-use");
        await().atMost(SOON).until(() -> rig.policies.get().mode() == Mode.STRICT);
        await().atMost(SOON).until(() -> onFx(() -> node("#what-if-use").isDisabled()));
        type("#what-if-tpd", "nonsense");
        assertThat(onFx(() -> node("#what-if-tpd").getPseudoClassStates().toString())).contains("wrong");
        type("#what-if-tpd", "50.000");
        await().atMost(SOON).until(() -> said("#what-if").contains("Other limits are tried for: gpt-oss-120b@sandbox."));
        assertThat(onFx(() -> node("#what-if-use").isDisabled())).as("limits are not saved").isTrue();
        fire("#what-if-generous");
        language(Language.TR);
        await("in the other language").atMost(SOON).until(() -> said("#what-if").contains("Başka sınırlarla denenenler: gpt-oss-120b@sandbox."));
        assertTried("50.000");
        language(Language.EN);
        assertTried("50,000");
        Node before = onFx(() -> node("#what-if"));
        rig.providers.keep(rig.catalog.provider("groq").orElseThrow(), new Secret("gsk_another"));
        await("with another key").atMost(SOON).until(() -> onFx(() -> node("#what-if") != before)
                && said("#what-if").contains("Other limits are tried for: gpt-oss-120b@sandbox."));
        assertThat(onFx(() -> ((Toggle) node("#what-if-generous")).isSelected())).isTrue();
        fire("#what-if-back");
        assertThat(onFx(() -> node("#what-if-back").isDisabled())).as("what was tried with the key before is taken back too").isTrue();
        fire("#what-if-generous");
        await().atMost(SOON).until(() -> onFx(() -> window.scene().lookup(".moved-row") != null));
        fire(".moved-row");
        await("its decision").atMost(SOON).until(() -> onFx(() -> window.scene().lookup("#path-title") != null));
    }

    private void language(Language language) throws Exception {
        onFx(() -> {
            window.language(language);
            return null;
        });
    }

    /** What is tried is neither lost nor used. */
    private void assertTried(String limit) throws Exception {
        assertThat(onFx(() -> ((TextField) node("#what-if-tpd")).getText())).isEqualTo(limit);
        assertThat(onFx(() -> ((Toggle) node("#what-if-generous")).isSelected())).isTrue();
        assertThat(onFx(() -> node("#what-if-use").isDisabled())).isFalse();
        assertThat(rig.policies.get().mode()).isEqualTo(Mode.STRICT);
    }

    @Test
    void theLocalJudgeSaysHowItFaresAndForgetsWhenAskedTwice() throws Exception {
        rig.send("Merhaba, nasılsın?");
        turn();
        fire("#judge-chip");
        await().atMost(SOON).until(() -> onFx(() -> window.scene().lookup("#judge-table") != null));
        assertThat(said("#judge")).contains("judged here, without a call", "right, as far as the router or you have said");
        assertThat(rig.journal.lessons(10)).hasSize(1);
        onFx(() -> {
            ((ToggleSwitch) node("#judge-learns")).setSelected(false);
            return null;
        });
        await().atMost(SOON).until(() -> !rig.preferences.learns());
        fire("#judge-erase");
        assertThat(rig.journal.lessons(10)).as("one click only asks").hasSize(1);
        fire("#judge-erase-yes");
        await().atMost(SOON).until(() -> rig.journal.lessons(10).isEmpty());
        await().atMost(SOON).until(() -> said("#judge").contains("Erased."));
    }

    @Test
    void aPinnedModelIsForeseenSentAndStaysUntilItIsLetGo() throws Exception {
        onFx(() -> {
            var models = (Menu) ((MenuButton) node("#tier-choice")).getItems().getLast();
            models.getItems().stream().filter(item -> item.getText().equals("qwen3-32b")).findFirst().orElseThrow().fire();
            ((TextArea) node("#composer")).setText("Merhaba!");
            return null;
        });
        await("foreseen").atMost(SOON).until(() -> onFx(() -> ((MenuButton) node("#tier-choice")).getText())
                .startsWith("only qwen3-32b · up to "));
        fire("#send");
        await().atMost(SOON).until(() -> !rig.journal.decisions(1).isEmpty() && rig.journal.decisions(1).getFirst().served().isPresent());
        assertThat(rig.journal.decisions(1).getFirst().served().orElseThrow().model()).isEqualTo("qwen3-32b");
        await().atMost(SOON).until(() -> onFx(() -> ((MenuButton) node("#tier-choice")).getText()).equals("only qwen3-32b"));
        onFx(() -> {
            window.language(Language.TR);
            return null;
        });
        assertThat(onFx(() -> ((MenuButton) node("#tier-choice")).getText())).isEqualTo("yalnızca qwen3-32b");
        fire("#unpin");
        assertThat(onFx(() -> ((MenuButton) node("#tier-choice")).getText())).isEqualTo("Katman karar verir");
    }

    @Test
    void beforeTheFirstMessageThePageSaysWhatWillStandThere() throws Exception {
        turn();
        await().atMost(SOON).until(() -> said("#decisions").contains("No decisions yet."));
        fire("#what-if-chip");
        await().atMost(SOON).until(() -> said("#what-if").contains("nothing to compare yet"));
        fire("#judge-chip");
        await().atMost(SOON).until(() -> said("#judge").contains("No message has been judged yet."));
    }

    @Test
    void everyControlOfThePanelsHasAName() throws Exception {
        rig.send(HARD);
        show(rig.journal.decisions(1).getFirst().id());
        for (String chip : List.of("#what-if-chip", "#judge-chip")) {
            fire(chip);
            assertThat(onFx(() -> window.scene().getRoot().lookupAll("*").stream()
                    .filter(node -> node instanceof Slider || node instanceof Spinner<?> || node instanceof ButtonBase
                            || node instanceof TextField && !(node.getParent() instanceof Spinner<?>))
                    .filter(node -> node.isFocusTraversable() && (node.getAccessibleText() == null || node.getAccessibleText().isBlank())
                            && !(node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank()))
                    .map(Node::toString).toList())).isEmpty();
        }
    }

    private static <S> void sortBy(TableView<S> table, TableColumn<?, ?> column) {
        table.getColumns().stream().filter(c -> c == column).findFirst().ifPresent(c -> table.getSortOrder().setAll(List.of(c)));
    }

    private String shouldBe(Answer answer) {
        return rig.journal.decision(answer.record().id()).orElseThrow().shouldBe().toString();
    }

    private void turn() throws Exception {
        onFx(() -> {
            window.page(Page.DECISIONS);
            return null;
        });
        await("laid out").atMost(SOON).until(() -> onFx(() -> window.scene().lookup("#decisions-filter") != null));
    }

    private void show(DecisionId id) throws Exception {
        onFx(() -> {
            window.open(id);
            return null;
        });
        await("the path").atMost(SOON).until(() -> selected().contains(id.value()) && onFx(() -> window.scene().lookup("#path-title") != null));
    }

    private TableView<?> table() {
        return (TableView<?>) node("#decisions");
    }

    private int rows() throws Exception {
        return onFx(() -> table().getItems().size());
    }

    private String selected() throws Exception {
        return onFx(() -> window.scene().lookup("#decisions") instanceof TableView<?> table
                ? String.valueOf(table.getSelectionModel().getSelectedItem()) : "");
    }

    /** Every text in there. */
    private String said(String id) throws Exception {
        return onFx(() -> {
            Node node = window.scene().lookup(id);
            return node == null ? "" : node instanceof Label label ? label.getText()
                    : node.lookupAll(".label").stream().map(l -> ((Label) l).getText()).collect(Collectors.joining(" | "));
        });
    }

    private static MenuItem item(MenuButton menu, String text) {
        return menu.getItems().stream().filter(item -> text.equals(item.getText())).findFirst().orElseThrow();
    }

    private void type(String id, String text) throws Exception {
        onFx(() -> {
            ((TextField) node(id)).setText(text);
            return null;
        });
    }

    private void fire(String id) throws Exception {
        onFx(() -> {
            ((ButtonBase) node(id)).fire();
            return null;
        });
    }

    private Node node(String id) {
        return window.scene().lookup(id);
    }

    private void press(KeyCode key) throws Exception {
        onFx(() -> {
            robot.keyPress(key);
            robot.keyRelease(key);
            return null;
        });
        onFx(() -> null); // whatever the key led to has been handled before this
    }

    private static <T> T onFx(Callable<T> task) throws Exception {
        var future = new FutureTask<>(task);
        if (Platform.isFxApplicationThread()) {
            future.run();
        } else {
            Platform.runLater(future);
        }
        return future.get(10, TimeUnit.SECONDS);
    }
}
