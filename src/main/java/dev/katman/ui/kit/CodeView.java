package dev.katman.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Code with its language and a copy button. While it is being written only the lines that change are drawn anew. */
final class CodeView extends VBox {
    private final Label language = new Label();
    private final VBox lines = new VBox();
    private List<List<CodeColours.Token>> shown = List.of();
    private String text = "";

    CodeView(String copyName, Consumer<String> copy) {
        getStyleClass().add("code-view");
        language.getStyleClass().add("code-language");
        lines.getStyleClass().add("code-lines");
        Button button = Icons.button(Feather.COPY, copyName);
        button.setOnAction(event -> copy.accept(text));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(language, gap, button);
        head.getStyleClass().add("code-head");
        getChildren().addAll(head, sideways(lines));
        setMinWidth(0);
    }

    /** Scrolls to the side when it is wider than the room; up and down it is as high as it is, and the list scrolls. */
    static ScrollPane sideways(Node content) {
        var pane = new ScrollPane(content);
        pane.getStyleClass().add("sideways");
        pane.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.AS_NEEDED);
        pane.setFitToHeight(true);
        pane.setMinWidth(0);
        pane.setFocusTraversable(false);
        return pane;
    }

    void show(Block.Code code) {
        text = code.text();
        language.setText(code.language().toUpperCase(Locale.ROOT));
        List<List<CodeColours.Token>> now = CodeColours.lines(code.language(), code.text());
        for (int i = 0; i < now.size(); i++) {
            if (i >= shown.size()) {
                lines.getChildren().add(line(now.get(i)));
            } else if (!now.get(i).equals(shown.get(i))) {
                lines.getChildren().set(i, line(now.get(i)));
            }
        }
        if (now.size() < shown.size()) {
            lines.getChildren().remove(now.size(), shown.size());
        }
        shown = now;
    }

    private static Node line(List<CodeColours.Token> tokens) {
        var line = new TextFlow();
        line.getStyleClass().add("code-line");
        if (tokens.isEmpty()) {
            line.getChildren().add(text(" ", CodeColours.Kind.PLAIN));
        }
        for (CodeColours.Token token : tokens) {
            for (Emoji.Run run : Emoji.runs(token.text())) {
                Text part = text(run.text().replace("\t", "    "), token.kind());
                if (run.emoji()) {
                    part.getStyleClass().add("emoji");
                }
                line.getChildren().add(part);
            }
        }
        return line;
    }

    private static Text text(String text, CodeColours.Kind kind) {
        var node = new Text(text);
        node.getStyleClass().addAll("code-text", "code-" + kind.name().toLowerCase(Locale.ROOT));
        return node;
    }
}
