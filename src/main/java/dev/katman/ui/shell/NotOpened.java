package dev.katman.ui.shell;

import dev.katman.settings.Texts;
import dev.katman.ui.kit.Look;
import dev.katman.ui.kit.Parts;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** In the window's place where the data cannot be used: why, and another try once that is mended. Of the FX thread. */
public final class NotOpened {
    private static final double WIDTH = 520;
    private static final double HEIGHT = 220;

    private NotOpened() {
    }

    /**
     * Shows it.
     *
     * @param sentence what is wrong, and what to do
     * @param again    for another try; the stage is closed before
     */
    public static void show(Stage stage, Look look, Texts texts, String sentence, Runnable again) {
        var retry = new Button(texts.get("ui.notOpened.again"));
        retry.setId("try-again");
        retry.getStyleClass().add("accent");
        retry.setDefaultButton(true);
        retry.setOnAction(event -> {
            stage.close();
            again.run();
        });
        var close = new Button(texts.get("ui.notOpened.close"));
        close.setId("close");
        close.setCancelButton(true);
        close.setOnAction(event -> stage.close());
        var text = Parts.wrapped(sentence);
        text.setId("why");
        var gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        var content = new VBox(Parts.wrapped(texts.get("ui.notOpened.title"), "welcome-title"), text, gap, new HBox(8, retry, close));
        content.getStyleClass().add("not-opened");
        var scene = new Scene(content, WIDTH, HEIGHT);
        look.dress(scene);
        look.icon(stage);
        stage.setTitle("Katman");
        stage.setScene(scene);
        stage.show();
        Focus.give(retry, TraversalDirection.NEXT);
    }
}
