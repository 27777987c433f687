package dev.katman.ui.chat;

import dev.katman.ui.kit.PlainText;
import javafx.scene.layout.StackPane;

/** What the reader wrote, as it was written: no Markdown, its own line ends. */
final class PlainFlow extends StackPane {
    PlainFlow(String text) {
        getChildren().add(PlainText.flow(text, "flow-text"));
        setMinWidth(0);
    }
}
