package dev.katman.ui.chat;

import dev.katman.catalog.Tier;
import dev.katman.ui.kit.Context;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

import java.util.List;
import java.util.function.Consumer;

/** A conversation that has not begun: a word of welcome, and four things to try, one for each kind of work. */
final class Welcome extends VBox {
    private static final List<Tier> EXAMPLES = List.of(Tier.CONVERSATION, Tier.WORKER, Tier.DEEP, Tier.ROUTER);

    /** @param choose gets the example's text */
    Welcome(Context context, Consumer<String> choose) {
        getStyleClass().add("welcome");
        var title = new Label(context.text("ui.welcome.title"));
        title.getStyleClass().add("welcome-title");
        var text = new Label(context.text("ui.welcome.text"));
        text.getStyleClass().add("welcome-text");
        text.setWrapText(true);
        text.setMaxWidth(560);
        text.setTextAlignment(TextAlignment.CENTER);
        var grid = new GridPane(12, 12);
        grid.setMaxWidth(ChatCell.COLUMN);
        for (int i = 0; i < 2; i++) {
            var half = new ColumnConstraints(0, ChatCell.COLUMN / 2, Double.MAX_VALUE);
            half.setPercentWidth(50);
            half.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(half);
        }
        for (int i = 0; i < EXAMPLES.size(); i++) {
            grid.add(example(context, EXAMPLES.get(i), choose), i % 2, i / 2);
        }
        VBox.setMargin(grid, new Insets(18, 0, 0, 0));
        getChildren().addAll(title, text, grid);
        setMaxHeight(Region.USE_PREF_SIZE);
    }

    private static Example example(Context context, Tier tier, Consumer<String> choose) {
        return new Example(tier, context.text("ui.welcome.kind." + tier.number()),
                context.text("ui.welcome.example." + tier.number()), choose);
    }
}
