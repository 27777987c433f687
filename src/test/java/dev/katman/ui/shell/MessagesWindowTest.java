package dev.katman.ui.shell;

import dev.katman.conversation.ConversationId;
import dev.katman.conversation.Ids;
import dev.katman.conversation.Role;
import dev.katman.exchange.Rig;
import dev.katman.journal.Ending;
import dev.katman.journal.MessageRow;
import dev.katman.settings.Language;
import dev.katman.ui.chat.ChatList;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What can be done with messages in the real window, and that none of it is lost or piles up. */
class MessagesWindowTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int LONG = 1_000;

    @TempDir
    private Path home;
    private Rig rig;
    private final List<Stage> stages = new ArrayList<>();
    private Window window;

    @BeforeEach
    void open() throws Exception {
        rig = new Rig(home);
        rig.preferences.language(Language.EN);
        FxToolkit.registerPrimaryStage();
        window = show();
    }

    private Window show() throws Exception {
        Stage stage = FxToolkit.registerStage(Stage::new);
        stages.add(stage);
        return Fx.show(rig, home, stage);
    }

    @AfterEach
    void close() throws Exception {
        for (Stage stage : stages) {
            onFx(() -> {
                stage.hide();
                return null;
            });
        }
        rig.close();
    }

    @Test
    void aMessageIsEditedItsVariantsAreSteppedThroughAndADeletionIsTakenBack() throws Exception {
        ConversationId conversation = rig.send("hello there").conversation();
        look(conversation);
        await().atMost(SOON).until(() -> shown("hello there"));
        press(KeyCode.UP);
        await("edited").atMost(SOON).until(() -> onFx(() -> area().getText().equals("hello there") && node("#leave-editing").getParent().isVisible()));
        onFx(() -> {
            area().setText("good evening");
            return null;
        });
        press(KeyCode.ENTER);
        await("answered").atMost(SOON).until(() -> rig.journal.messages(conversation).size() == 2 && shown("good evening"));
        assertThat(rig.journal.messages(conversation).getFirst().text()).isEqualTo("good evening");
        assertThat(onFx(() -> node("#leave-editing").getParent().isVisible())).isFalse();

        await("a stepper").atMost(SOON).until(() -> onFx(() -> window.scene().lookup(".stepper .icon-button") != null && node("#send").isVisible()));
        fire(".stepper .icon-button");
        await("the first variant").atMost(SOON).until(() -> shown("hello there"));

        onFx(() -> { // a double click: the second one takes nothing more, and what the first one took can still be taken back
            var delete = (ButtonBase) node("#message-delete");
            delete.fire();
            delete.fire();
            return null;
        });
        await("deleted").atMost(SOON).until(() -> onFx(() -> node("#undo-bar").isVisible()) && shown("good evening"));
        fire("#undo");
        await("back").atMost(SOON).until(() -> shown("hello there"));
        fire("#message-edit");
        await("edited").atMost(SOON).until(() -> onFx(() -> node("#leave-editing").getParent().isVisible()));
        fire("#message-delete");
        await("deleted again").atMost(SOON).until(() -> onFx(() -> node("#undo-bar").isVisible()));
        await("there is nothing to edit any more, but to send").atMost(SOON).until(() -> onFx(() ->
                !node("#leave-editing").getParent().isVisible() && area().getText().equals("hello there")));
        rig.clock.move(Duration.ofSeconds(9));
        await("gone for good").atMost(SOON).until(() -> onFx(() -> !node("#undo-bar").isVisible())
                && rig.journal.threads().shown(conversation).getFirst().variants().size() == 1);
        assertThat(rig.journal.decisions(9)).as("what it cost stays").hasSize(2);

        rig.journal.threads().drop(rig.journal.messages(conversation).getFirst().id()); // and still stands there
        fire("#message-edit");
        await("what is gone is not edited, but sent").atMost(SOON).until(() -> onFx(() ->
                !node("#leave-editing").getParent().isVisible() && area().getText().equals("hello there\n\ngood evening")));
    }

    @Test
    @DisplayName("S4: what was written and not sent, and the conversation that was open, are there after a crash")
    void draftsOutliveACrash() throws Exception {
        ConversationId conversation = rig.send("hello there").conversation();
        look(conversation);
        await().atMost(SOON).until(() -> shown("hello there"));
        onFx(() -> {
            area().setText("half a thought, ığşç");
            return null;
        });
        await("kept").atMost(SOON).until(() -> rig.journal.drafts().size() == 1);
        await().atMost(SOON).until(() -> rig.preferences.get("window.conversation").equals(Optional.of(conversation.value())));
        window = show(); // the first one never got to close
        await("there again").atMost(SOON).until(() -> shown("hello there") && onFx(() -> area().getText()).equals("half a thought, ığşç"));
    }

    @Test
    @DisplayName("S5: of a long conversation only what is seen is built")
    void aLongConversationBuildsOnlyWhatIsSeen() throws Exception {
        ConversationId conversation = longTalk();
        look(conversation);
        await("read").atMost(SOON).until(() -> onFx(() -> list().getItems().size()) > LONG);
        await("shown").atMost(SOON).until(() -> onFx(() -> list().lookupAll(".chat-cell").size()) > 1);
        assertThat(onFx(() -> list().lookupAll(".chat-cell").size())).isLessThan(120);
    }

    @Test
    @DisplayName("S6: pages and conversations that are not looked at any more are let go of")
    void whatIsNotLookedAtIsLetGo() throws Exception {
        var gone = new ArrayList<WeakReference<Object>>();
        for (int i = 0; i < 4; i++) {
            ConversationId conversation = rig.send("message " + i).conversation();
            look(conversation);
            String text = "message " + i;
            await().atMost(SOON).until(() -> shown(text));
            onFx(() -> {
                gone.add(new WeakReference<>(list().getItems()));
                gone.add(new WeakReference<>(list()));
                window.language(rig.preferences.language() == Language.EN ? Language.TR : Language.EN);
                return null;
            });
        }
        onFx(() -> {
            window.fresh();
            return null;
        });
        // A list or two may still be held by the last focus or layout; none of the earlier ones is.
        await("let go").atMost(SOON).until(() -> {
            System.gc();
            return gone.subList(0, 4).stream().allMatch(reference -> reference.get() == null);
        });
    }

    /** Many messages, without the work of answering them. */
    private ConversationId longTalk() {
        var ids = new Ids(rig.clock, new Random(9));
        ConversationId conversation = ids.conversation();
        for (int i = 0; i < LONG / 2; i++) {
            var said = new MessageRow(ids.message(), conversation, Role.USER, "question " + i, rig.clock.instant(), MessageRow.State.PENDING,
                    ids.decision());
            rig.journal.accept(said, Optional.empty());
            var answer = new MessageRow(ids.message(), conversation, Role.ASSISTANT, "answer " + i, rig.clock.instant(), MessageRow.State.DONE,
                    said.decision());
            rig.journal.finished(new Ending(said.decision(), said.id(), conversation, MessageRow.State.DONE, Optional.of(answer), Optional.empty(),
                    Optional.empty(), Duration.ZERO, Optional.empty(), rig.clock.instant()));
        }
        return conversation;
    }

    private void look(ConversationId conversation) throws Exception {
        onFx(() -> {
            window.open(conversation);
            return null;
        });
    }

    /** Whether the chat begins with that message. */
    private boolean shown(String text) throws Exception {
        return onFx(() -> !list().getItems().isEmpty() && list().getItems().getFirst().toString().contains(text));
    }

    private ChatList list() {
        return (ChatList) node("#chat");
    }

    private TextArea area() {
        return (TextArea) node("#composer");
    }

    private Node node(String id) {
        return window.scene().lookup(id);
    }

    /** Presses the one that stands highest, then furthest to the left: every message has its own. */
    private void fire(String selector) throws Exception {
        onFx(() -> {
            ((ButtonBase) window.scene().getRoot().lookupAll(selector).stream()
                    .min(Comparator.<Node>comparingDouble(node -> node.localToScene(0, 0).getY())
                            .thenComparingDouble(node -> node.localToScene(0, 0).getX())).orElseThrow()).fire();
            return null;
        });
    }

    private void press(KeyCode key) throws Exception {
        onFx(() -> {
            area().requestFocus();
            var robot = new Robot();
            robot.keyPress(key);
            robot.keyRelease(key);
            return null;
        });
    }

    private static <T> T onFx(Callable<T> task) throws Exception {
        var future = new FutureTask<>(task);
        Platform.runLater(future);
        return future.get(60, TimeUnit.SECONDS); // the first window of a run takes its time on a busy machine
    }
}
