package dev.katman.ui.shell;

import dev.katman.catalog.DeploymentId;
import dev.katman.conversation.DecisionId;
import dev.katman.exchange.Ask;
import dev.katman.exchange.Rig;
import dev.katman.journal.ConversationRow;
import dev.katman.journal.MessageRow;
import dev.katman.sandbox.Fault;
import dev.katman.settings.Language;
import dev.katman.settings.Preferences;
import dev.katman.settings.Theme;
import dev.katman.ui.chat.ChatList;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import static dev.katman.ui.shell.Fx.onFx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The real window on the headless platform, over the real exchange, journal and sandbox; driven by mouse and keys. */
class WindowTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path home;
    private Rig rig;
    private Preferences preferences;
    private Stage stage;
    private Window window;
    private Robot robot;

    @BeforeEach
    void open() throws Exception {
        rig = new Rig(home);
        preferences = rig.preferences;
        preferences.language(Language.EN);
        preferences.theme(Theme.DARK);
        FxToolkit.registerPrimaryStage();
        stage = FxToolkit.registerStage(Stage::new);
        window = Fx.show(rig, home, stage);
        robot = onFx(Robot::new);
    }

    @AfterEach
    void close() throws Exception {
        onFx(() -> {
            window.close();
            stage.hide();
            return null;
        });
        rig.close();
    }

    @Test
    void turkishLettersAreTypedBrokenByShiftEnterAndSentByEnter() throws Exception {
        click("#composer");
        type("Işık hızı nedir");
        press(KeyCode.SHIFT, KeyCode.ENTER);
        type("şöyle ığ");
        await().atMost(SOON).until(() -> onFx(() -> area().getText()).equals("Işık hızı nedir\nşöyle ığ"));
        press(KeyCode.ENTER);
        await().atMost(SOON).until(() -> rig.journal.conversations().size() == 1);
        ConversationRow row = rig.journal.conversations().getFirst();
        await().atMost(SOON).until(() -> rig.journal.messages(row.id()).size() == 2);
        List<MessageRow> messages = rig.journal.messages(row.id());
        assertThat(messages.getFirst().text()).isEqualTo("Işık hızı nedir\nşöyle ığ");
        await().atMost(SOON).until(() -> onFx(() -> area().getText()).isEmpty());
        await().atMost(SOON).until(() -> onFx(() -> list("#conversations").getItems().size()) == 2);
        await().atMost(SOON).until(() -> onFx(() -> chat().getItems().getLast()).getClass().getSimpleName()
                .equals("Served"));
    }

    /** JavaFX on Linux fails where a control breaks a line within such letters. */
    @Test
    void lettersThatAreJoinedCanBeWrittenInLinesOfAnyLength() throws Exception {
        onFx(() -> {
            var area = (TextArea) window.scene().lookup("#composer");
            area.setText("שלום עולם, זו שורה ארוכה ועוד הרבה מילים אחרי זה. ".repeat(9));
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            assertThat(area.lookup(".text").getLayoutBounds().getWidth()).isPositive();
            area.setText("Back to letters that stand alone.");
            assertThat(area.isWrapText()).isTrue();
            return null;
        });
    }

    @Test
    void upInAnEmptyComposerBringsTheLastMessageBack() throws Exception {
        click("#composer");
        type("hello there");
        press(KeyCode.ENTER);
        await().atMost(SOON).until(() -> onFx(() -> node("#send").isVisible() && !chat().getItems().isEmpty()));
        press(KeyCode.UP);
        await().atMost(SOON).until(() -> onFx(() -> area().getText()).equals("hello there"));
    }

    @Test
    void escStopsAnAnswerThatHangs() throws Exception {
        for (String model : List.of("kimi-k2-instruct", "qwen3-32b", "gpt-oss-120b", "llama-4-scout")) {
            rig.sandbox.script(model + "=silence-after:2,silence-after:2,silence-after:2");
        }
        click("#composer");
        type("Tell me a story");
        press(KeyCode.ENTER);
        await().atMost(SOON).until(() -> onFx(() -> node("#stop").isVisible()));
        press(KeyCode.ESCAPE);
        await().atMost(SOON).until(() -> onFx(() -> node("#send").isVisible()));
        var row = rig.journal.conversations().getFirst();
        await().atMost(SOON).until(() -> rig.journal.messages(row.id()).getFirst().state() == MessageRow.State.STOPPED);
    }

    @Test
    void aDraftStaysWithItsConversation() throws Exception {
        rig.send("first conversation");
        onFx(() -> {
            window.open(rig.journal.conversations().getFirst().id());
            return null;
        });
        await().atMost(SOON).until(() -> onFx(() -> !chat().getItems().isEmpty()));
        click("#composer");
        type("half a thought");
        press(KeyCode.CONTROL, KeyCode.N);
        await().atMost(SOON).until(() -> onFx(() -> area().getText()).isEmpty());
        onFx(() -> {
            window.open(rig.journal.conversations().getFirst().id());
            return null;
        });
        await().atMost(SOON).until(() -> onFx(() -> area().getText()).equals("half a thought"));
    }

    @Test
    void theQuietLineOpensTheDecisionAndThatOpensTheChat() throws Exception {
        var answer = rig.send("Write a SQL query that counts users");
        DecisionId id = answer.record().id();
        onFx(() -> {
            window.open(answer.conversation());
            return null;
        });
        await().atMost(SOON).until(() -> onFx(() -> window.scene().lookup(".served") != null));
        onFx(() -> {
            ((ToggleButton) window.scene().lookup(".thought-toggle")).fire();
            return null;
        });
        await("the thought that was kept").atMost(SOON).until(() -> onFx(() -> window.scene().lookup(".thought") != null));
        onFx(() -> {
            ((Button) window.scene().lookup(".served")).fire();
            return null;
        });
        await().atMost(SOON).until(() -> onFx(() -> window.scene().lookup("#decisions") instanceof TableView<?> table
                && String.valueOf(table.getSelectionModel().getSelectedItem()).contains(id.value())
                && window.scene().lookup("#open-in-chat") != null));
        onFx(() -> {
            ((Button) window.scene().lookup("#open-in-chat")).fire();
            return null;
        });
        assertThat(onFx(() -> window.scene().lookup("#chat"))).isNotNull();
    }

    @Test
    @DisplayName("Q21: the line under an answer names who served it, and instead of whom")
    void theQuietLineNamesWhoServedAndInsteadOfWhom() throws Exception {
        rig.sandbox.script("kimi-k2-instruct", Fault.OVERLOADED);
        var answer = rig.send("Hello, how are you?");
        assertThat(answer.record().served()).contains(DeploymentId.parse("qwen3-32b@sandbox"));
        onFx(() -> {
            window.open(answer.conversation());
            return null;
        });
        await().atMost(SOON).until(() -> onFx(() -> window.scene().lookup(".served") != null));
        assertThat(onFx(() -> window.scene().lookup(".served").getAccessibleText())).contains("qwen3-32b", "instead of kimi-k2-instruct");
        await("its backup has a card").atMost(SOON).until(() -> onFx(() -> window.scene().getRoot().lookupAll(".limit-card").size() == 4));
        onFx(() -> {
            window.scene().getRoot().layout();
            double room = right(window.scene().lookup(".limits-pane > .viewport"));
            assertThat(window.scene().getRoot().lookupAll(".limit-card")).as("whatever it is called").allMatch(card -> right(card) <= room);
            return null;
        });
    }

    private static double right(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMaxX();
    }

    @Test
    void whoScrollsUpIsLeftAloneUntilTheJumpToTheEnd() throws Exception {
        var answer = rig.send("Write a SQL query that counts users");
        for (int i = 0; i < 4; i++) {
            rig.send(new Ask("And now the same for year " + i).in(answer.conversation()));
        }
        onFx(() -> {
            window.open(answer.conversation());
            return null;
        });
        await("at the end").atMost(SOON).until(() -> onFx(this::lastRowIsShown));
        onFx(() -> {
            Node chat = node("#chat");
            robot.mouseMove(chat.localToScreen(chat.getLayoutBounds().getCenterX(), chat.getLayoutBounds().getCenterY()));
            robot.mouseWheel(-8);
            return null;
        });
        await("away").atMost(SOON).until(() -> onFx(() -> node("#jump").isVisible()));
        assertThat(onFx(this::lastRowIsShown)).isFalse();
        onFx(() -> {
            ((Button) node("#jump")).fire();
            return null;
        });
        await("back").atMost(SOON).until(() -> onFx(() -> !node("#jump").isVisible() && lastRowIsShown()));
    }

    @Test
    void keysTurnThePagesAndFoldTheSides() throws Exception {
        press(KeyCode.CONTROL, KeyCode.DIGIT2);
        await("decisions").atMost(SOON).until(() -> onFx(() -> window.scene().lookup("#decisions") != null));
        press(KeyCode.CONTROL, KeyCode.DIGIT1);
        await("limits").atMost(SOON).until(() -> onFx(() -> window.scene().lookup("#limits") != null));
        press(KeyCode.CONTROL, KeyCode.J);
        await("no limits").atMost(SOON).until(() -> onFx(() -> window.scene().lookup("#limits") == null));
        press(KeyCode.CONTROL, KeyCode.B);
        await("no list").atMost(SOON).until(() -> onFx(() -> !node("#conversations").getParent().isVisible()));
        await().atMost(SOON).until(() -> preferences.get("window.limits").equals(Optional.of("false")));
    }

    @Test
    void aChangeOfLanguageKeepsTheConversationAndTheDraft() throws Exception {
        var answer = rig.send("hello there");
        onFx(() -> {
            window.open(answer.conversation());
            area().setText("unsent");
            window.language(Language.TR);
            window.theme(Theme.LIGHT);
            return null;
        });
        await().atMost(SOON).until(() -> onFx(() -> !chat().getItems().isEmpty()));
        await().atMost(SOON).until(() -> onFx(() -> area().getText()).equals("unsent"));
        assertThat(onFx(() -> ((Button) node("#send")).getText())).isEqualTo("Gönder");
    }

    @Test
    void everyControlHasANameForTheScreenReader() throws Exception {
        rig.send("hello there");
        for (Page page : Page.values()) {
            onFx(() -> {
                window.page(page);
                return null;
            });
            assertThat(onFx(() -> window.scene().getRoot().lookupAll(".button").stream()
                    .filter(node -> node instanceof Labeled labeled
                            && (labeled.getText() == null || labeled.getText().isBlank())
                            && (labeled.getAccessibleText() == null || labeled.getAccessibleText().isBlank()))
                    .map(Node::toString).toList())).isEmpty();
        }
    }

    private boolean lastRowIsShown() {
        return chat().showsEnd();
    }

    private ChatList chat() {
        return (ChatList) node("#chat");
    }

    private TextArea area() {
        return (TextArea) node("#composer");
    }

    private ListView<?> list(String id) {
        return (ListView<?>) node(id);
    }

    private Node node(String id) {
        return window.scene().lookup(id);
    }

    private void click(String id) throws Exception {
        onFx(() -> {
            Node node = node(id);
            Point2D middle = node.localToScreen(node.getLayoutBounds().getCenterX(), node.getLayoutBounds().getCenterY());
            robot.mouseMove(middle);
            robot.mouseClick(MouseButton.PRIMARY);
            return null;
        });
        await().atMost(SOON).until(() -> onFx(() -> node(id).isFocusWithin()));
    }

    /** Letters as an input method hands them over: a robot has no keys for most Turkish ones. */
    private void type(String text) throws Exception {
        onFx(() -> {
            for (int i = 0; i < text.length(); i++) {
                Node target = window.scene().getFocusOwner();
                Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_TYPED,
                        text.substring(i, i + 1), "", KeyCode.UNDEFINED, false, false, false, false));
            }
            return null;
        });
    }

    private void press(KeyCode... keys) throws Exception {
        onFx(() -> {
            for (KeyCode key : keys) {
                robot.keyPress(key);
            }
            for (int i = keys.length - 1; i >= 0; i--) {
                robot.keyRelease(keys[i]);
            }
            return null;
        });
        onFx(() -> null); // whatever the keys led to has been handled before this
    }
}
