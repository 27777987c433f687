package dev.katman.ui.kit;

import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Text that is no Markdown, with its emoji in their font. */
public final class PlainText {
    private PlainText() {
    }

    /** @param style the style class of its runs */
    public static TextFlow flow(String text, String style) {
        var flow = new TextFlow();
        flow.getStyleClass().add("flow");
        flow.setMinWidth(0);
        for (Emoji.Run run : Emoji.runs(Visible.text(text))) {
            var node = new Text(run.text());
            node.getStyleClass().add(style);
            if (run.emoji()) {
                node.getStyleClass().add("emoji");
            }
            flow.getChildren().add(node);
        }
        return flow;
    }
}
