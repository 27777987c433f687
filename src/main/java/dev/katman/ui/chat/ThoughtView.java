package dev.katman.ui.chat;

import dev.katman.ui.kit.Block;
import dev.katman.ui.kit.BlockView;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

import java.util.function.Consumer;

/** What a model thought, folded away until somebody wants it. */
final class ThoughtView extends VBox {
    private final Context context;
    private final ToggleButton toggle = new ToggleButton();
    private final Button copy;
    private final BlockView body;
    private ChatRow.Thought shown = new ChatRow.Thought("", false, false);

    /** @param turn hears that it is to be shown, or folded away */
    ThoughtView(Context context, Consumer<ChatRow.Thought> turn) {
        super(4);
        this.context = context;
        toggle.getStyleClass().setAll("button", "text-button", "thought-toggle");
        toggle.setOnAction(event -> turn.accept(shown));
        copy = Icons.button(Feather.COPY, context.text("ui.chat.thought.copy"));
        copy.setOnAction(event -> context.acts().copy().accept(shown.text()));
        copy.managedProperty().bind(copy.visibleProperty());
        body = new BlockView(context.acts());
        body.getStyleClass().add("thought");
        var head = new HBox(2, toggle, copy);
        head.getStyleClass().add("thought-head");
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(head);
        setMinWidth(0);
    }

    void show(ChatRow.Thought thought) {
        shown = thought;
        toggle.setText(context.text(thought.live() ? "ui.chat.thinking" : "ui.chat.thought"));
        toggle.setGraphic(Icons.of(thought.open() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
        toggle.setSelected(thought.open());
        copy.setVisible(thought.open());
        Selection.block(thought).ifPresentOrElse(this::unfold, () -> getChildren().remove(body));
    }

    private void unfold(Block words) {
        body.show(words);
        if (!getChildren().contains(body)) {
            getChildren().add(body);
        }
    }

    /** The words, whether or not they are shown. */
    BlockView words() {
        return body;
    }
}
