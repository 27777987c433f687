package dev.katman.ui.kit;

import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Spans as text that wraps. */
final class Flow extends TextFlow {
    private final Consumer<URI> open;
    private final double widest;

    Flow(Consumer<URI> open, String... styles) {
        this(open, Double.MAX_VALUE, styles);
    }

    /** @param widest the width that it asks for at most; wider text wraps */
    Flow(Consumer<URI> open, double widest, String... styles) {
        this.open = open;
        this.widest = widest;
        getStyleClass().add("flow");
        getStyleClass().addAll(styles);
        setMinWidth(0);
    }

    void show(List<Span> spans) {
        var nodes = new ArrayList<Node>();
        spans.forEach(span -> add(span, nodes));
        getChildren().setAll(nodes);
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.min(widest, super.computePrefWidth(height));
    }

    private void add(Span span, List<Node> nodes) {
        if (span.link().isPresent()) {
            nodes.add(link(span, span.link().get()));
        } else if (span.marks().contains(Span.Mark.CODE) && span.text().length() <= 60) {
            var code = new Label(span.text()); // a label has a background, which a Text has not; long code must be able to wrap
            code.getStyleClass().addAll("code-chip");
            nodes.add(code);
        } else {
            for (Emoji.Run run : Emoji.runs(span.text())) {
                var text = new Text(run.text());
                text.getStyleClass().add("flow-text");
                if (run.emoji()) {
                    text.getStyleClass().add("emoji");
                } else {
                    span.marks().forEach(mark -> text.getStyleClass().add(style(mark)));
                }
                nodes.add(text);
            }
        }
    }

    private Node link(Span span, URI target) {
        if (span.text().length() <= 60) { // one piece that takes the focus, so that it can be reached by key
            var link = new Hyperlink(span.text());
            link.getStyleClass().add("flow-link");
            link.setAccessibleText(span.text() + ", " + target.getHost());
            link.setOnAction(event -> {
                link.setVisited(false);
                open.accept(target);
            });
            return link;
        }
        var text = new Text(span.text());
        text.getStyleClass().addAll("flow-text", "link");
        text.setAccessibleRole(AccessibleRole.HYPERLINK);
        text.setCursor(Cursor.HAND);
        text.setOnMouseClicked(event -> open.accept(target));
        return text;
    }

    private static String style(Span.Mark mark) {
        return switch (mark) {
            case BOLD -> "bold";
            case ITALIC -> "italic";
            case STRIKE -> "strike";
            case CODE -> "code";
        };
    }
}
