package dev.katman.ui.shell;

import dev.katman.conversation.ConversationId;
import dev.katman.exchange.Answer;
import dev.katman.exchange.Rig;
import dev.katman.journal.ConversationRow;
import dev.katman.settings.Language;
import dev.katman.settings.Theme;
import dev.katman.ui.chat.ChatList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import static dev.katman.ui.shell.Fx.onFx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The conversations on the left, in the real window: found, pinned, in folders, deleted and brought back. */
class SideWindowTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    private Path home;

    private Rig rig;
    private Stage stage;
    private Window window;
    private Robot robot;

    private void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        stage = FxToolkit.registerStage(Stage::new);
        onFx(() -> {
            window = new Window(RigServices.of(rig, rig.preferences, home));
            window.show(stage);
            robot = new Robot();
            return null;
        });
        await("in front").atMost(SOON).until(() -> onFx(stage::isFocused));
        await("read").atMost(SOON).until(() -> onFx(() -> !list().getItems().isEmpty()));
    }

    private Rig rig() {
        rig = new Rig(home);
        rig.preferences.language(Language.EN);
        rig.preferences.theme(Theme.LIGHT);
        rig.preferences.titles(false);
        return rig;
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
    void whatWasSaidIsFoundWhileOneTypesAndOpenedWhereItStands() throws Exception {
        Answer wanted = rig().send("Toplantıda bütçeyi konuştuk, şimdi ne yapmalıyız?");
        rig.clock.move(Duration.ofMinutes(5));
        rig.send("Hello there");
        open();
        onFx(() -> {
            search().requestFocus();
            search().setText("butce");
            return null;
        });
        await("found").atMost(SOON).until(() -> onFx(() -> marks().contains("bütçeyi")));
        press(KeyCode.DOWN);
        await("open").atMost(SOON).until(() -> onFx(() -> chat().getItems().stream().anyMatch(row -> row.toString().contains("bütçeyi"))));
        assertThat(onFx(() -> list().isFocused())).as("the list is walked through").isTrue();
        await("marked").atMost(SOON).until(() -> onFx(() -> window.scene().lookup("#sought").isVisible()
                && window.scene().getRoot().lookupAll("#chat .found-here").stream().anyMatch(mark -> !((javafx.scene.shape.Path) mark).getElements().isEmpty())));
        assertThat(onFx(() -> ((Label) window.scene().lookup("#sought-count")).getText())).matches("[12] of 2");
        press(KeyCode.ENTER);
        await("writing").atMost(SOON).until(() -> onFx(() -> window.scene().lookup("#composer").isFocusWithin()));
        onFx(() -> {
            search().setText("zebra");
            return null;
        });
        assertThat(onFx(() -> window.scene().lookup("#sought").isVisible())).as("the marks of what is no longer looked for").isFalse();
        await("nothing").atMost(SOON).until(() -> onFx(() -> list().getItems().isEmpty()));
        await("said").atMost(SOON).until(() -> onFx(() -> window.scene().lookup("#side-empty") instanceof Label label
                && label.getText().contains("“zebra”")));
        onFx(() -> {
            search().setText("bütceyi toplntıda");
            return null;
        });
        await("what is spelt alike").atMost(SOON).until(() -> onFx(() -> window.scene().lookup(".side-instead") instanceof Button other
                && other.getText().equals("bütceyi Toplantıda")));
        onFx(() -> {
            ((Button) window.scene().lookup(".side-instead")).fire();
            return null;
        });
        await("found by it").atMost(SOON).until(() -> onFx(() -> marks().contains("bütçeyi")));
        assertThat(onFx(() -> search().isFocused())).isTrue();
        press(KeyCode.ESCAPE);
        await("all again").atMost(SOON).until(() -> onFx(() -> list().getItems().size() >= 3));
        assertThat(onFx(() -> String.valueOf(list().getSelectionModel().getSelectedItem()))).contains(wanted.conversation().value());
    }

    @Test
    void aConversationIsPinnedDeletedAndBroughtBackByKeys() throws Exception {
        ConversationId talk = rig().send("Hello there").conversation();
        open();
        onFx(() -> {
            window.open(talk);
            return null;
        });
        await("selected").atMost(SOON).until(() -> onFx(() -> String.valueOf(list().getSelectionModel().getSelectedItem()).contains(talk.value())));
        focusList();
        var asking = new FutureTask<>(() -> {
            press(KeyCode.F2);
            return null;
        });
        Thread.ofVirtual().start(asking); // the key comes back when the dialog is gone
        await("asked for a name").atMost(SOON).until(() -> onFx(() -> javafx.stage.Window.getWindows().size() == 2));
        press(KeyCode.ESCAPE);
        asking.get(10, TimeUnit.SECONDS);
        assertThat(onFx(() -> javafx.stage.Window.getWindows().size())).as("Esc leaves it as it was").isEqualTo(1);
        focusList();
        press(KeyCode.P);
        await("pinned").atMost(SOON).until(() -> rig.journal.conversations().getFirst().pinned());
        await("on top").atMost(SOON).until(() -> onFx(() -> list().getItems().getFirst().toString().contains("Pinned")));
        focusList();
        press(KeyCode.DELETE);
        await("out of sight").atMost(SOON).until(() -> rig.journal.conversations().isEmpty() && onFx(() -> list().getItems().isEmpty()));
        assertThat(onFx(() -> window.scene().lookup("#undo-bar").isVisible())).isTrue();
        onFx(() -> {
            ((Button) window.scene().lookup("#undo")).fire();
            return null;
        });
        await("back").atMost(SOON).until(() -> rig.journal.conversations().size() == 1 && onFx(() -> list().getItems().size() == 2));
        await("open again").atMost(SOON).until(() -> onFx(() -> !chat().getItems().isEmpty()));

        focusList();
        press(KeyCode.DELETE);
        await("out of sight").atMost(SOON).until(() -> rig.journal.conversations().isEmpty());
        rig.clock.move(Duration.ofSeconds(9));
        await("gone for good").atMost(SOON).until(() -> rig.journal.messages(talk).isEmpty());
        assertThat(onFx(() -> window.scene().lookup("#undo-bar").isVisible())).isFalse();
    }

    @Test
    void aFolderIsClosedAndOpenedByKeysAndStaysSo() throws Exception {
        ConversationId talk = rig().send("Hello there").conversation();
        rig.journal.shelf().move(talk, Optional.of("Work"));
        open();
        assertThat(onFx(() -> list().getItems().size())).isEqualTo(3);
        onFx(() -> {
            list().getSelectionModel().select(1);
            list().requestFocus();
            return null;
        });
        press(KeyCode.LEFT);
        await("closed").atMost(SOON).until(() -> onFx(() -> list().getItems().size() == 2));
        await("kept").atMost(SOON).until(() -> rig.preferences.get("side.folded").equals(Optional.of("Work")));
        press(KeyCode.RIGHT);
        await("open").atMost(SOON).until(() -> onFx(() -> list().getItems().size() == 3));
        assertThat(rig.journal.conversations()).extracting(ConversationRow::folder).containsExactly(Optional.of("Work"));
    }

    private void focusList() throws Exception {
        onFx(() -> {
            list().requestFocus();
            return null;
        });
    }

    private List<String> marks() {
        return window.scene().getRoot().lookupAll(".hit-mark").stream().map(node -> ((Text) node).getText()).toList();
    }

    private ListView<?> list() {
        return (ListView<?>) window.scene().lookup("#conversations");
    }

    private ChatList chat() {
        return (ChatList) window.scene().lookup("#chat");
    }

    private TextField search() {
        return (TextField) window.scene().lookup("#search");
    }

    private void press(KeyCode key) throws Exception {
        onFx(() -> {
            robot.keyPress(key);
            robot.keyRelease(key);
            return null;
        });
        onFx(() -> null); // whatever the key led to has been handled before this
    }
}
