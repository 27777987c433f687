package dev.katman.ui.chat;

import dev.katman.ui.kit.Context;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

import java.util.function.Consumer;

/** A conversation that has not begun: a word of welcome, and some things to try. */
final class Welcome extends ScrollPane {
    /** What stands here and fills the width begins where the words of the composer do. */
    private static final double BESIDE = 17;

    private final VBox usual;

    /** @param choose gets the example's text */
    Welcome(Context context, Consumer<String> choose) {
        getStyleClass().add("first-pane");
        var title = new Label(context.text("ui.welcome.title"));
        title.getStyleClass().add("welcome-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        title.setTextAlignment(TextAlignment.CENTER);
        var text = new Label(context.text("ui.welcome.text"));
        text.getStyleClass().add("welcome-text");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setTextAlignment(TextAlignment.CENTER);
        var grid = new GridPane(12, 12);
        grid.getStyleClass().add("examples");
        for (int i = 0; i < 2; i++) {
            var half = new ColumnConstraints();
            half.setMinWidth(0);
            half.setPercentWidth(50);
            half.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(half);
        }
        for (Starter starter : Starter.values()) {
            grid.add(new Example(starter.tier(), context.words().tier(starter.tier()), starter.text(context.texts()), choose),
                    starter.ordinal() % 2, starter.ordinal() / 2);
        }
        VBox.setMargin(grid, new Insets(18, 0, 0, 0));
        usual = new VBox(title, text, grid);
        usual.getStyleClass().add("welcome");
        usual.setMinHeight(USE_PREF_SIZE);
        show(usual);
        setFitToWidth(true); // with large text in a small window it is higher than its place
        setFitToHeight(true);
        setFocusTraversable(false);
    }

    /** Shows something else in its place. */
    void instead(Node other) {
        show(other);
    }

    /** Shows the welcome again. */
    void asUsual() {
        show(usual);
    }

    private void show(Node content) {
        var middle = new StackPane(content);
        middle.setPadding(new Insets(8, BESIDE, 8, BESIDE));
        setContent(middle);
    }
}
