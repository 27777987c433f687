package dev.katman.ui.kit;

import javafx.scene.Node;
import javafx.scene.text.Text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A line of code. Words coloured as those before them keep their nodes: a new one must be styled first. */
final class CodeLine extends SelectableFlow {
    private static final int TAB = 4;
    /** As high as any other line. */
    private static final List<Highlighter.Token> EMPTY = List.of(new Highlighter.Token(Highlighter.Kind.PLAIN, " "));

    private List<Highlighter.Token> shown = List.of();

    CodeLine(List<Highlighter.Token> tokens) {
        getStyleClass().add("code-line");
        setTabSize(TAB);
        show(tokens);
    }

    void show(List<Highlighter.Token> line) {
        List<Highlighter.Token> tokens = line.isEmpty() ? EMPTY : line;
        int kept = 0;
        while (kept < Math.min(shown.size(), tokens.size()) && isAlike(shown.get(kept), tokens.get(kept))) {
            ((Text) getChildren().get(behind() + kept)).setText(tokens.get(kept).text());
            kept++;
        }
        getChildren().remove(behind() + kept, getChildren().size());
        var nodes = new ArrayList<Node>();
        tokens.subList(kept, tokens.size()).forEach(token -> add(token, nodes));
        getChildren().addAll(nodes);
        shown = tokens;
        int length = line.stream().mapToInt(token -> token.text().length()).sum();
        stretches(0, List.of(new Stretch(length, length)));
    }

    /** Whether both are one node, of the same style. What is more than one node keeps none behind it. */
    private static boolean isAlike(Highlighter.Token before, Highlighter.Token now) {
        return before.kind() == now.kind() && isSimple(before.text()) && isSimple(now.text());
    }

    private static void add(Highlighter.Token token, List<Node> nodes) {
        for (Emoji.Run run : Emoji.runs(token.text())) {
            for (String piece : Scripts.pieces(run.text())) {
                nodes.add(text(piece, run.emoji(), token.kind()));
            }
        }
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
