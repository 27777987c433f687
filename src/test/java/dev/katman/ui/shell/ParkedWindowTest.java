package dev.katman.ui.shell;

import dev.katman.catalog.Axis;
import dev.katman.conversation.Cancellation;
import dev.katman.conversation.MessageId;
import dev.katman.exchange.Answer;
import dev.katman.exchange.Rig;
import dev.katman.journal.MessageRow;
import dev.katman.journal.ParkedRow;
import dev.katman.settings.Language;
import dev.katman.settings.Preferences;
import dev.katman.settings.Theme;
import dev.katman.ui.chat.ChatList;
import dev.katman.ui.kit.Look;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;

import static dev.katman.ui.shell.Fx.onFx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Messages that wait, in the real window over the real exchange: the queue, its buttons, and what happens when one is answered. */
class ParkedWindowTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String PARKED = "Parked";

    @TempDir
    Path home;
    private Rig rig;
    private Stage stage;
    private Window window;

    @BeforeEach
    void open() throws Exception {
        rig = new Rig(home);
        Preferences preferences = rig.preferences;
        preferences.language(Language.EN);
        FxToolkit.registerPrimaryStage();
        stage = FxToolkit.registerStage(Stage::new);
        onFx(() -> {
            window = new Window(RigServices.of(rig, preferences, home));
            stage.setX(0); // what floats at the window's lower edge must still be on that screen
            stage.setY(0);
            stage.setWidth(1200);
            stage.setHeight(760);
            window.show(stage);
            return null;
        });
        await("in front").atMost(SOON).until(() -> onFx(stage::isFocused));
    }

    @AfterEach
    void close() throws Exception {
        onFx(() -> {
            stage.hide();
            return null;
        });
        rig.close();
    }

    /** By our own count nobody has room; the sandbox itself knows better. */
    private Answer park(String text) {
        rig.exchange.inUse().forEach(id -> rig.ledger.level(id, Axis.TPD, rig.clock.instant())
                .ifPresent(level -> rig.ledger.correct(id, Axis.TPD, level.limit(), OptionalLong.empty(), rig.clock.instant())));
        Answer answer = rig.send(text);
        assertThat(answer.result()).isEqualTo(Answer.Result.PARKED);
        return answer;
    }

    @Test
    void theQueueStandsOnTheLimitsPanelInItsOrderAndCountsDown() throws Exception {
        park("Who was Piri Reis?");
        park("Tell me about the Bosphorus");
        awaitQueue("Who was Piri Reis?", "Tell me about the Bosphorus");
        String before = when(0);
        assertThat(before).startsWith("will be answered in ");
        rig.clock.move(Duration.ofSeconds(1));
        await("counting down").atMost(SOON).until(() -> !when(0).equals(before));
        onFx(() -> {
            window.language(Language.TR);
            return null;
        });
        await().atMost(SOON).until(() -> when(0).endsWith(" kendiliğinden yanıtlanır"));
    }

    @Test
    void aMessageIsMovedUpAndAnotherIsCancelled() throws Exception {
        Answer first = park("The first");
        park("The second");
        MessageId third = park("The third").id();
        awaitQueue("The first", "The second", "The third");
        assertThat(choose(0, "ui.parked.up").isDisable()).as("nothing stands before the first").isTrue();
        assertThat(choose(2, "ui.parked.down").isDisable()).as("nothing stands behind the last").isTrue();
        fire(choose(2, "ui.parked.up"));
        awaitQueue("The first", "The third", "The second");
        assertThat(rig.exchange.parked()).extracting(ParkedRow::message).element(1).isEqualTo(third);
        fire(choose(0, "ui.parked.cancel"));
        awaitQueue("The third", "The second");
        assertThat(rig.journal.messages(first.conversation()).getFirst().state()).isEqualTo(MessageRow.State.STOPPED);
    }

    @Test
    void sendNowAnswersWhereOurOwnCountSeesNoRoom() throws Exception {
        Answer waiting = park("What is the capital of Turkey?");
        awaitQueue("What is the capital of Turkey?");
        press(queue(".queue-title").getFirst());
        await("open").atMost(SOON).until(() -> rows().contains(PARKED));
        press(queue(".icon-button").getFirst());
        await("answered").atMost(SOON).until(() -> rows().getLast().equals("Served"));
        assertThat(rows()).doesNotContain(PARKED);
        assertThat(rig.exchange.parked()).isEmpty();
        assertThat(rig.journal.messages(waiting.conversation())).extracting(MessageRow::state).containsOnly(MessageRow.State.DONE);
        await("no queue").atMost(SOON).until(() -> onFx(() -> window.scene().lookup("#queue") == null));
    }

    @Test
    void whatIsSentNowWhileNobodyLooksLeavesItsDotInTheList() throws Exception {
        Answer waiting = park("A question of yesterday");
        awaitQueue("A question of yesterday");
        press(queue(".icon-button").getFirst());
        await("answered").atMost(SOON).until(() -> rig.exchange.parked().isEmpty());
        await("dot").atMost(SOON).until(() -> onFx(this::dotted));
        onFx(() -> {
            window.open(waiting.conversation());
            return null;
        });
        await("seen").atMost(SOON).until(() -> onFx(() -> !dotted()));
    }

    private boolean dotted() {
        return window.scene().getRoot().lookupAll(".spot").stream().anyMatch(Node::isVisible);
    }

    @Test
    void theChatsOwnButtonsSendAndCancel() throws Exception {
        Answer one = park("Answer me now");
        onFx(() -> {
            window.open(one.conversation());
            return null;
        });
        await().atMost(SOON).until(() -> chatButton("Send now").isPresent());
        press(chatButton("Send now").orElseThrow());
        await("answered").atMost(SOON).until(() -> rows().getLast().equals("Served"));

        Answer two = park("Never mind");
        onFx(() -> {
            window.open(two.conversation());
            return null;
        });
        await().atMost(SOON).until(() -> chatButton("Cancel").isPresent());
        press(chatButton("Cancel").orElseThrow());
        await("cancelled").atMost(SOON).until(() -> rows().equals(List.of("Said", "Stopped")));
        assertThat(rig.exchange.parked()).isEmpty();
    }

    @Test
    void whatHasItsAnswerAlreadyIsNotAskedAgain() throws Exception {
        Answer waiting = park("Answer me twice");
        onFx(() -> {
            window.open(waiting.conversation());
            return null;
        });
        await().atMost(SOON).until(() -> chatButton("Send now").isPresent());
        Button now = chatButton("Send now").orElseThrow();
        rig.exchange.resume(waiting.id(), true, event -> { }, new Cancellation());
        press(now);
        await("answered").atMost(SOON).until(() -> rows().getLast().equals("Served")
                && onFx(() -> window.scene().lookup("#send").isVisible()));
        assertThat(rig.journal.messages(waiting.conversation())).hasSize(2);
    }

    @Test
    void moreThanFourAreFoldedUntilTheyAreAskedFor() throws Exception {
        for (int i = 1; i <= 6; i++) {
            park("Number " + i);
        }
        await().atMost(SOON).until(() -> onFx(() -> window.scene().lookup("#queue-more") instanceof Button more
                && more.getText().equals("and 2 more")));
        assertThat(onFx(() -> queue(".queue-title").size())).isEqualTo(4);
        press((Button) onFx(() -> window.scene().lookup("#queue-more")));
        assertThat(onFx(() -> queue(".queue-title").size())).isEqualTo(6);
    }

    @Test
    void everyButtonOfTheQueueSaysWhichMessageItIsFor() throws Exception {
        park("Who was Piri Reis?");
        awaitQueue("Who was Piri Reis?");
        assertThat(onFx(() -> queue(".button").stream().map(Node::getAccessibleText).toList())).hasSize(3)
                .allSatisfy(name -> assertThat(name).endsWith(": Who was Piri Reis?"));
        assertThat(onFx(() -> queue(".button").stream().allMatch(Node::isFocusTraversable))).isTrue();
    }

    @Test
    void anAnswerIsToldOnTheScreenWhileTheWindowIsIconifiedAndAClickOpensIt() throws Exception {
        Answer waiting = park("Who was Piri Reis?");
        onFx(() -> {
            stage.setIconified(true);
            return null;
        });
        rig.clock.move(Duration.ofDays(2));
        Node told = awaitFloating();
        assertThat(onFx(() -> told.lookupAll(".label").stream().filter(Label.class::isInstance).map(Label.class::cast)
                .map(Label::getText).toList()))
                .contains("A waiting message was answered", "“Who was Piri Reis?”");
        click(told);
        await("in front").atMost(SOON).until(() -> onFx(() -> stage.isFocused() && !stage.isIconified()));
        await("open").atMost(SOON).until(() -> !rows().isEmpty() && rows().getLast().equals("Served"));
        assertThat(rig.journal.messages(waiting.conversation())).hasSize(2);
        assertThat(onFx(ParkedWindowTest::floating)).as("gone with the click").isEmpty();
    }

    /** Here the headless platform is no help: its windows never lose the focus to another. */
    @Test
    void aWindowThatIsOnlyCoveredTellsToo() throws Exception {
        var clicked = new AtomicBoolean();
        onFx(() -> {
            new Herald(stage, new Look(Theme.DARK, 100)).tell("Answered", "“Who was Piri Reis?”", () -> clicked.set(true));
            return null;
        });
        click(awaitFloating());
        await().atMost(SOON).untilTrue(clicked);
    }

    @Test
    void nothingFloatsWhileTheWindowIsInFrontAndTheOpenConversationShowsTheAnswer() throws Exception {
        Answer waiting = park("Who was Piri Reis?");
        onFx(() -> {
            window.open(waiting.conversation());
            return null;
        });
        await().atMost(SOON).until(() -> rows().contains(PARKED));
        rig.clock.move(Duration.ofDays(2));
        await("answered").atMost(SOON).until(() -> rows().getLast().equals("Served"));
        assertThat(onFx(ParkedWindowTest::floating)).isEmpty();
    }

    @Test
    void closingStopsWhatIsUnderWayAndWaitsUntilItIsWrittenDown() throws Exception {
        for (String model : List.of("kimi-k2-instruct", "qwen3-32b", "gpt-oss-120b", "llama-4-scout", "llama-3.3-70b")) {
            rig.sandbox.script(model + "=silence-after:2,silence-after:2,silence-after:2");
        }
        onFx(() -> {
            ((TextArea) window.scene().lookup("#composer")).setText("Tell me a story");
            ((Button) window.scene().lookup("#send")).fire();
            return null;
        });
        await().atMost(SOON).until(() -> !rig.journal.conversations().isEmpty());
        var conversation = rig.journal.conversations().getFirst().id();
        onFx(() -> {
            stage.hide();
            return null;
        });
        assertThat(rig.journal.messages(conversation).getFirst().state()).isEqualTo(MessageRow.State.STOPPED);
    }

    @Test
    void whoeverOpenedTheStageStillHearsThatItIsHidden() throws Exception {
        var heard = new AtomicBoolean();
        onFx(() -> {
            stage.setOnHidden(event -> heard.set(true));
            stage.hide();
            return null;
        });
        assertThat(heard).isTrue();
    }

    private static Node awaitFloating() throws Exception {
        await("told").atMost(SOON).until(() -> onFx(ParkedWindowTest::floating).isPresent());
        return onFx(() -> floating().orElseThrow());
    }

    private static void click(Node node) throws Exception {
        onFx(() -> {
            Event.fireEvent(node, new MouseEvent(MouseEvent.MOUSE_CLICKED, 5, 5, 5, 5, MouseButton.PRIMARY, 1, false, false, false,
                    false, true, false, false, true, false, true, null));
            return null;
        });
    }

    private static Optional<Node> floating() {
        return javafx.stage.Window.getWindows().stream().filter(PopupWindow.class::isInstance)
                .map(popup -> popup.getScene().getRoot().lookup(".notification-bar")).filter(node -> node != null).findFirst();
    }

    private void awaitQueue(String... titles) {
        await("queue").atMost(SOON).until(() -> onFx(() -> queue(".queue-title").stream().map(Labeled.class::cast)
                .map(Labeled::getText).toList().equals(List.of(titles))));
    }

    private List<ButtonBase> queue(String style) {
        Node card = window.scene().lookup("#queue");
        return card == null ? List.of() : card.lookupAll(style).stream().map(ButtonBase.class::cast)
                .sorted(Comparator.comparingDouble(node -> node.localToScene(0, 0).getY())).toList();
    }

    private String when(int line) throws Exception {
        return onFx(() -> {
            Node card = window.scene().lookup("#queue");
            return card == null ? "" : card.lookupAll(".queue-line > .label").stream().map(Labeled.class::cast)
                    .sorted(Comparator.comparingDouble(node -> node.localToScene(0, 0).getY()))
                    .map(Labeled::getText).toList().get(line);
        });
    }

    /** Opens a line's menu and finds the choice. */
    private MenuItem choose(int line, String id) throws Exception {
        press(queue(".icon-button").get(2 * line + 1));
        return onFx(() -> {
            ContextMenu menu = javafx.stage.Window.getWindows().stream().filter(ContextMenu.class::isInstance)
                    .map(ContextMenu.class::cast).findFirst().orElseThrow();
            MenuItem item = menu.getItems().stream().filter(i -> id.equals(i.getId())).findFirst().orElseThrow();
            menu.hide();
            return item;
        });
    }

    private void fire(MenuItem item) throws Exception {
        onFx(() -> {
            item.fire();
            return null;
        });
    }

    private void press(ButtonBase button) throws Exception {
        onFx(() -> {
            button.fire();
            return null;
        });
    }

    private Optional<Button> chatButton(String text) throws Exception {
        return onFx(() -> window.scene().lookup("#chat").lookupAll(".text-button").stream().filter(Button.class::isInstance)
                .map(Button.class::cast).filter(button -> text.equals(button.getText())).findFirst());
    }

    /** Without the tools that stand under whatever the reader said. */
    private List<String> rows() throws Exception {
        return onFx(() -> ((ChatList) window.scene().lookup("#chat")).getItems().stream()
                .map(row -> row.getClass().getSimpleName()).filter(name -> !name.equals("SaidTools")).toList());
    }
}
