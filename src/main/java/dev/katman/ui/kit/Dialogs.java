package dev.katman.ui.kit;

import javafx.scene.Scene;
import javafx.scene.control.Dialog;

/** What every dialog has in common. */
public final class Dialogs {
    private Dialogs() {
    }

    /**
     * Stands over a window, and looks like it.
     *
     * @param scene of that window
     */
    public static void over(Scene scene, Dialog<?> dialog, String title) {
        dialog.initOwner(scene.getWindow());
        dialog.setTitle(title);
        dialog.getDialogPane().getStylesheets().setAll(scene.getStylesheets());
    }
}
