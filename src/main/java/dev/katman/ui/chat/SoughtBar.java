package dev.katman.ui.chat;

import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Icons;
import dev.katman.ui.kit.KeyNames;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** Above a conversation in which something was found: what, how often, and the way from one place to the next. */
final class SoughtBar extends HBox {
    private final Context context;
    private final Sought sought;
    private final Label words = new Label();
    private final Label count = new Label();

    SoughtBar(Context context, Sought sought, Seeker seeker) {
        this.context = context;
        this.sought = sought;
        setId("sought");
        getStyleClass().add("sought-bar");
        setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        words.getStyleClass().add("small");
        HBox.setHgrow(words, Priority.ALWAYS);
        count.setId("sought-count");
        count.getStyleClass().add("meta");
        count.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(Icons.of(Feather.SEARCH), words, count, button(Feather.CHEVRON_UP, "ui.sought.previous", Seeker.PREVIOUS, () -> seeker.step(-1)),
                button(Feather.CHEVRON_DOWN, "ui.sought.next", Seeker.NEXT, () -> seeker.step(1)),
                button(Feather.X, "ui.sought.leave", Seeker.LEAVE, seeker::leave));
        managedProperty().bind(visibleProperty());
        sought.version().addListener((version, before, now) -> show()); // both are of one page, and go together
        show();
    }

    private Button button(Feather icon, String name, String action, Runnable act) {
        Button button = Icons.button(icon, context.text(name));
        button.setId(action);
        KeyNames.tip(button, context.text(name), context.actions(), action);
        button.setOnAction(event -> act.run());
        return button;
    }

    private void show() {
        setVisible(sought.size() > 0);
        words.setText(context.text("ui.sought", sought.words()));
        count.setText(context.text("ui.sought.count", sought.at() + 1, sought.size()));
        count.setAccessibleText(context.text("ui.sought.count.name", sought.at() + 1, sought.size()));
    }
}
