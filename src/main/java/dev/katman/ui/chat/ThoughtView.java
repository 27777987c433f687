package dev.katman.ui.chat;

import dev.katman.ui.kit.Block;
import dev.katman.ui.kit.BlockView;
import dev.katman.ui.kit.Context;
import dev.katman.ui.kit.Icons;
import dev.katman.ui.kit.Span;
import dev.katman.ui.kit.Visible;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/** What a model thought, folded away until somebody wants it. */
final class ThoughtView extends VBox {
    private final Context context;
    private final ToggleButton toggle = new ToggleButton();
    private final BlockView body;
    private ChatRow.Thought shown = new ChatRow.Thought("", false);

    ThoughtView(Context context) {
        super(4);
        this.context = context;
        toggle.getStyleClass().setAll("button", "text-button", "thought-toggle");
        toggle.setGraphic(Icons.of(Feather.CHEVRON_RIGHT));
        toggle.setOnAction(event -> unfold());
        body = new BlockView(context.acts());
        body.getStyleClass().add("thought");
        getChildren().add(toggle);
        setMinWidth(0);
    }

    void show(ChatRow.Thought thought) {
        shown = thought;
        toggle.setText(context.text(thought.live() ? "ui.chat.thinking" : "ui.chat.thought"));
        if (toggle.isSelected()) {
            unfold();
        }
    }

    private void unfold() {
        boolean open = toggle.isSelected();
        toggle.setGraphic(Icons.of(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
        if (open) {
            body.show(new Block.Paragraph(List.of(new Span(Visible.text(shown.text().strip())))));
            if (!getChildren().contains(body)) {
                getChildren().add(body);
            }
        } else {
            getChildren().remove(body);
        }
    }
}
