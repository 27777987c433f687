package dev.katman.ui.kit;

import javafx.scene.Node;
import javafx.scene.text.Text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A line of code. */
final class CodeLine extends SelectableFlow {
    private static final int TAB = 4;

    CodeLine(List<Highlighter.Token> tokens) {
        getStyleClass().add("code-line");
        setTabSize(TAB);
        var nodes = new ArrayList<Node>();
        int length = 0;
        for (Highlighter.Token token : tokens) {
            for (Emoji.Run run : Emoji.runs(token.text())) {
                for (String piece : Scripts.pieces(run.text())) {
                    nodes.add(text(piece, run.emoji(), token.kind()));
                }
                length += run.text().length();
            }
        }
        stretches(List.of(new Stretch(length, length)));
        if (tokens.isEmpty()) {
            nodes.add(text(" ", false, Highlighter.Kind.PLAIN)); // as high as any other
        }
        getChildren().addAll(nodes);
    }

    private static Text text(String text, boolean emoji, Highlighter.Kind kind) {
        var node = new Text(text);
        node.getStyleClass().addAll("code-text", "code-" + kind.name().toLowerCase(Locale.ROOT));
        if (emoji) {
            node.getStyleClass().add("emoji");
        }
        return node;
    }
}
