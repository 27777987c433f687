package dev.katman.ui.shell;

import dev.katman.exchange.Rig;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.awaitility.Awaitility.await;

/** The way of a test onto the FX thread and back, and what is done there. */
final class Fx {
    private static final Duration SOON = Duration.ofSeconds(30);

    private Fx() {
    }

    /** Runs it there, and fails as it fails. */
    static <T> T onFx(Callable<T> task) throws Exception {
        var future = new FutureTask<>(task);
        Platform.runLater(future);
        return future.get(10, TimeUnit.SECONDS);
    }

    /** A window over that rig, when it is in front. */
    static Window show(Rig rig, Path home, Stage stage) throws Exception {
        Window shown = onFx(() -> {
            var made = new Window(RigServices.of(rig, rig.preferences, home));
            made.show(stage);
            return made;
        });
        await("in front").atMost(SOON).until(() -> onFx(stage::isFocused));
        return shown;
    }

    /** Presses keys together. */
    static void press(KeyCode... keys) throws Exception {
        onFx(() -> {
            var robot = new Robot();
            Stream.of(keys).forEach(robot::keyPress);
            List.of(keys).reversed().forEach(robot::keyRelease);
            return null;
        });
    }
}
