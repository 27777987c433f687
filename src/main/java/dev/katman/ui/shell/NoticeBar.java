package dev.katman.ui.shell;

import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Icons;
import dev.katman.ui.kit.Notice;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

import java.util.Locale;

/** Sentences on top of the window until the reader has seen them. The same sentence stands there once. */
final class NoticeBar extends VBox {
    private static final int MOST = 3;

    /** Takes a sentence back that is no longer true. */
    void retract(String sentence) {
        getChildren().removeIf(line -> sentence.equals(line.getUserData()));
    }

    void say(Context context, Notice notice) {
        String sentence = notice.sentence();
        if (getChildren().stream().anyMatch(line -> sentence.equals(line.getUserData()))) {
            return;
        }
        var text = new Label(sentence);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = Icons.button(Feather.X, context.text("ui.notice.close"));
        var line = new HBox(Icons.of(icon(notice.kind())), text, gap, close);
        line.setUserData(sentence);
        line.getStyleClass().addAll("notice-bar", notice.kind().name().toLowerCase(Locale.ROOT));
        close.setOnAction(event -> getChildren().remove(line));
        getChildren().add(line);
        if (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
    }

    private static Feather icon(Notice.Kind kind) {
        return switch (kind) {
            case TROUBLE -> Feather.ALERT_CIRCLE;
            case NEWS -> Feather.INFO;
            case DONE -> Feather.CHECK_CIRCLE;
        };
    }
}
