package dev.katman.ui.kit;

import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;

/** Text that is no Markdown, with its emoji in their font. */
public final class PlainText {
    private PlainText() {
    }

    /** As much of a text as one wants to see: so many letters. */
    public static String brief(String text, int most) {
        return text.codePointCount(0, text.length()) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
    }

    /** @param style the style class of its runs */
    public static TextFlow flow(String text, String style) {
        var flow = new TextFlow();
        flow.getStyleClass().add("flow");
        flow.setMinWidth(0);
        flow.setAccessibleText(text); // in one, whatever it is made of
        flow.setTextAlignment(Scripts.isRightToLeft(text) ? TextAlignment.RIGHT : TextAlignment.LEFT);
        add(flow, Visible.text(text), style);
        return flow;
    }

    /**
     * Adds a run of text to a flow.
     *
     * @param style the style class of its parts
     */
    public static void add(TextFlow flow, String text, String style) {
        if (text.isEmpty()) {
            return;
        }
        for (Emoji.Run run : Emoji.runs(text)) {
            for (String piece : Scripts.pieces(run.text())) {
                var node = new Text(piece);
                node.getStyleClass().add(style);
                if (run.emoji()) {
                    node.getStyleClass().add("emoji");
                }
                flow.getChildren().add(node);
            }
        }
    }
}
