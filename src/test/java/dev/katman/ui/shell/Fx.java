package dev.katman.ui.shell;

import javafx.application.Platform;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** The way of a test onto the FX thread and back. */
final class Fx {
    private Fx() {
    }

    /** Runs it there, and fails as it fails. */
    static <T> T onFx(Callable<T> task) throws Exception {
        var future = new FutureTask<>(task);
        Platform.runLater(future);
        return future.get(10, TimeUnit.SECONDS);
    }
}
