package dev.katman.ui.shell;

import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Icons;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Sentences on top of the window until the reader has seen them. The same sentence stands there once. */
final class NoticeBar extends VBox {
    private static final int MOST = 3;

    /** Takes a sentence back that is no longer true. */
    void retract(String sentence) {
        getChildren().removeIf(line -> sentence.equals(line.getUserData()));
    }

    void say(Context context, String sentence) {
        if (getChildren().stream().anyMatch(line -> sentence.equals(line.getUserData()))) {
            return;
        }
        var text = new Label(sentence);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = Icons.button(Feather.X, context.text("ui.notice.close"));
        var line = new HBox(Icons.of(Feather.ALERT_CIRCLE), text, gap, close);
        line.setUserData(sentence);
        line.getStyleClass().add("notice-bar");
        close.setOnAction(event -> getChildren().remove(line));
        getChildren().add(line);
        if (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
    }
}
