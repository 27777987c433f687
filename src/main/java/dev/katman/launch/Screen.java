package dev.katman.launch;

import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** Whether there is a screen to open a window on, and the waiting for what is shown there. */
final class Screen {
    private static final Logger LOG = LoggerFactory.getLogger(Screen.class);

    private final CompletableFuture<Boolean> started;

    private Screen(CompletableFuture<Boolean> started) {
        this.started = started;
    }

    /** Begins to start JavaFX; meanwhile the data can be opened, which takes as long. Only where {@link #isLikely a screen is likely}. */
    static Screen starting() {
        return new Screen(CompletableFuture.supplyAsync(() -> {
            try {
                Platform.startup(() -> { });
                return true;
            } catch (RuntimeException | UnsatisfiedLinkError e) { // JavaFX wraps what its start-up thread threw
                LOG.warn("no window can open here", e);
                return false;
            }
        }, start -> Thread.ofPlatform().daemon().name("katman-screen").start(start)));
    }

    /** Whether windows can be shown, once that is known. */
    boolean isThere() {
        return started.join();
    }

    /** On Linux a window needs one of two variables; asking GTK without them would only print complaints of its own. */
    static boolean isLikely(Map<String, String> environment) {
        boolean headless = "Headless".equals(System.getProperty("glass.platform"));
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
        return headless || !linux || !environment.getOrDefault("DISPLAY", "").isBlank()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
    }

    /**
     * Runs something when the window that is shown now has stood for a second: until then both cores of a small machine
     * are at work on it, and with anything else it would be there a sixth later. Of the FX thread.
     */
    static void onceItStands(Runnable then) {
        var rest = new PauseTransition(Duration.seconds(1));
        rest.setOnFinished(event -> then.run());
        rest.play();
    }

    /**
     * Shows a window and returns when it has been closed, and what closed it has had its say.
     *
     * @param show puts something on the stage and shows it; called on the FX thread
     * @throws IllegalStateException if it could not: nobody could ever close what is not there
     */
    static void untilClosed(Consumer<Stage> show) throws InterruptedException {
        var closed = new CompletableFuture<Void>();
        Platform.runLater(() -> {
            try {
                var stage = new Stage();
                stage.setOnHidden(event -> Platform.runLater(() -> closed.complete(null)));
                show.accept(stage);
            } catch (RuntimeException | Error fault) {
                closed.completeExceptionally(fault);
            }
        });
        try {
            closed.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("no window could be shown", e.getCause());
        }
    }
}
