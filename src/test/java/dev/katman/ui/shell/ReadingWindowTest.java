package dev.katman.ui.shell;

import dev.katman.catalog.DeploymentId;
import dev.katman.catalog.Mode;
import dev.katman.catalog.Tier;
import dev.katman.classify.Assessment;
import dev.katman.classify.MessageType;
import dev.katman.conversation.Ids;
import dev.katman.conversation.Role;
import dev.katman.exchange.Rig;
import dev.katman.journal.Ending;
import dev.katman.journal.MessageRow;
import dev.katman.routing.Decision;
import dev.katman.settings.Language;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What one does with an answer: selecting, copying, following a link; in the real window, by mouse and keys. */
class ReadingWindowTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String ANSWER = "First words of it.\n\n| cell | other |\n|---|---|\n| inner | last |\n\nFormula $x^2$ and [a bank](https://bank.example@evil.example/x).";

    @TempDir
    Path home;
    private Rig rig;
    private Stage stage;
    private dev.katman.ui.shell.Window window;
    private Robot robot;

    @BeforeEach
    void open() throws Exception {
        rig = new Rig(home);
        rig.preferences.language(Language.EN);
        var ids = new Ids(rig.clock, new Random(1));
        var asked = new MessageRow(ids.message(), ids.conversation(), Role.USER, "Tell me", rig.clock.instant(), MessageRow.State.PENDING, ids.decision());
        rig.journal.accept(asked, Optional.empty());
        rig.journal.decided(asked.decision(), new Decision(new Assessment(MessageType.CHAT, 3, 0.9, Assessment.LOCAL, Duration.ZERO), Tier.CONVERSATION,
                Mode.PACED, Decision.Reason.CONVERSATION, Decision.Pace.NONE, List.of()));
        var answer = new MessageRow(ids.message(), asked.conversation(), Role.ASSISTANT, ANSWER, asked.at(), MessageRow.State.DONE, asked.decision());
        rig.journal.finished(new Ending(asked.decision(), asked.id(), asked.conversation(), MessageRow.State.DONE, Optional.of(answer), Optional.empty(),
                Optional.of(DeploymentId.parse("kimi-k2-instruct@sandbox")), Duration.ofSeconds(1), Optional.empty(), rig.clock.instant()));
        FxToolkit.registerPrimaryStage();
        stage = FxToolkit.registerStage(Stage::new);
        onFx(() -> {
            window = new dev.katman.ui.shell.Window(RigServices.of(rig, rig.preferences, home));
            window.show(stage);
            window.open(asked.conversation());
            robot = new Robot();
            return null;
        });
        await("in front").atMost(SOON).until(() -> onFx(stage::isFocused));
        await("the formula is drawn").atMost(Duration.ofSeconds(30)).until(() -> onFx(() -> window.scene().lookup(".formula") != null
                && window.scene().lookup(".formula").lookup(".flow-text").getOpacity() == 0));
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
    void whatIsDraggedOverIsCopiedAsTextOrAsMarkdown() throws Exception {
        onFx(() -> {
            Point2D from = left("First words of it.");
            Point2D to = right("inner");
            robot.mouseMove(from);
            robot.mousePress(MouseButton.PRIMARY);
            robot.mouseMove(from.midpoint(to));
            robot.mouseMove(to);
            robot.mouseRelease(MouseButton.PRIMARY);
            return null;
        });
        press(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard()).isEqualTo("First words of it.\n\ncell\tother\ninner\t");
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        assertThat(clipboard()).isEqualTo("First words of it.\n\n| cell | other |\n| --- | --- |\n| inner |  |");
        press(KeyCode.CONTROL, KeyCode.A);
        press(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard()).startsWith("Tell me\n\nFirst").endsWith("Formula $x^2$ and a bank.");
    }

    @Test
    void aLinkSaysWhereItLeadsBeforeItOpens() throws Exception {
        Text link = text("a bank");
        assertThat(onFx(() -> link.isFocusTraversable() && link.getAccessibleRole() == AccessibleRole.HYPERLINK)).isTrue();
        Platform.runLater(() -> { // not waited for: the question waits for its answer
            robot.mouseMove(left("a bank").add(6, 0));
            robot.mouseClick(MouseButton.PRIMARY);
        });
        await("the question").atMost(SOON).until(() -> onFx(() -> dialog().isPresent()));
        assertThat(onFx(() -> dialog().orElseThrow().lookupAll(".label").stream().map(node -> ((Labeled) node).getText()).toList()))
                .contains("evil.example", "https://evil.example/x");
        onFx(() -> {
            dialog().orElseThrow().lookupAll(".button").stream().map(ButtonBase.class::cast).filter(button -> button.getText().equals("Copy the address"))
                    .findFirst().orElseThrow().fire();
            return null;
        });
        await("gone").atMost(SOON).until(() -> onFx(() -> dialog().isEmpty()));
        assertThat(clipboard()).isEqualTo("https://evil.example/x");
    }

    private static Optional<Node> dialog() {
        return Window.getWindows().stream().map(w -> w.getScene().lookup(".link-dialog")).filter(node -> node != null).findFirst();
    }

    private Text text(String words) throws Exception {
        return onFx(() -> find(words));
    }

    private Text find(String words) {
        return window.scene().lookup("#chat").lookupAll(".flow-text").stream().map(Text.class::cast).filter(t -> t.getText().equals(words)).findFirst().orElseThrow();
    }

    private Point2D left(String words) {
        Text text = find(words);
        return text.localToScreen(text.getLayoutBounds().getMinX() + 1, text.getLayoutBounds().getCenterY());
    }

    private Point2D right(String words) {
        Text text = find(words);
        return text.localToScreen(text.getLayoutBounds().getMaxX() + 2, text.getLayoutBounds().getCenterY());
    }

    private static String clipboard() throws Exception {
        return onFx(() -> Clipboard.getSystemClipboard().getString());
    }

    private void press(KeyCode... keys) throws Exception {
        onFx(() -> {
            List.of(keys).forEach(robot::keyPress);
            List.of(keys).reversed().forEach(robot::keyRelease);
            return null;
        });
        onFx(() -> null); // whatever the keys led to has been handled before this
    }

    private static <T> T onFx(Callable<T> task) throws Exception {
        var future = new FutureTask<>(task);
        Platform.runLater(future);
        return future.get(30, TimeUnit.SECONDS);
    }
}
